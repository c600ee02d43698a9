package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What push, pull and retain say without a server; that they work with one is shown in store/s3. */
class RemoteCommandsTest {
    @TempDir
    Path folder;

    private String lake = "";

    @BeforeEach
    void fill() {
        lake = folder.resolve("lake").toString();
        System.setProperty("aws.accessKeyId", "a-key");
        System.setProperty("aws.secretAccessKey", "a-secret");
        Screen screen = new Screen(folder);
        assertThat(screen.enter(
                        Main.commands(),
                        "data",
                        "synth",
                        "--lake",
                        lake,
                        "--symbols",
                        "2",
                        "--days",
                        "40",
                        "--timeframe",
                        "1h"))
                .as(screen.err())
                .isEqualTo(ExitCode.DONE);
    }

    private Path rules(String text) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), text);
    }

    private Screen retain(ExitCode expected, Path rules, String... more) {
        Screen screen = new Screen(folder);
        String[] words = {"data", "retain", "--lake", lake, "--rules", rules.toString()};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        assertThat(screen.enter(Main.commands(), all)).as(screen.err()).isEqualTo(expected);
        return screen;
    }

    @Test
    void retainSaysWhatItWouldDoAndThenPacksAndThenHasNothingToDo() throws IOException {
        Path rules = rules("rules:\n  - kind: candles-*\n    hot: 30d\n");

        Screen dry = retain(ExitCode.DONE, rules, "--dry-run", "--as-of", "2025-01-01");
        assertThat(dry.err()).contains("candles-1h: pack 2024.arrow");
        assertThat(dry.out()).contains("2 files to pack, 0 to send away: would be done; nothing was");
        assertThat(retain(ExitCode.DONE, rules, "--as-of", "2024-02-01").out()).startsWith("0 files to pack");
        assertThat(retain(ExitCode.DONE, rules, "--as-of", "2025-01-01", "--json")
                        .out())
                .startsWith("{\"pack\":2,\"sendAway\":0,")
                .hasLineCount(1);
        assertThat(retain(ExitCode.DONE, rules, "--as-of", "2025-01-01").out()).startsWith("0 files to pack");
    }

    @Test
    void mistakesInRulesArePointedAt() throws IOException {
        String[][] cases = {
            {"rules:\n  - kind: trades\n    hott: 1d\n", "unknown key 'hott'", "rules.yaml:3:5", "did you mean 'hot'?"},
            {"rules:\n  - hot: 1d\n    hot: 2d\n", "twice", "rules.yaml:3:5", "docs/s3.md"},
            {"rules:\n  - hot: soon\n", "hot is a number of days, weeks or years", "rules.yaml:2:10", "docs/s3.md"},
            {
                "rules:\n  - hot: 9d\n    warm: 8d\n    cold: s3://bucket/x\n",
                "cannot be the shorter",
                "rules.yaml:2:5",
                ""
            },
            {"rules:\n  - warm: 8d\n", "belong together", "rules.yaml:2:5", ""},
            {"rules:\n  - hot: 8d\n    warm: 9d\n    cold: bucket\n", "is no place on S3", "rules.yaml:4:11", ""},
            {"rules:\n  - &a\n    hot: 8d\n", "anchors and tags are not used", "rules.yaml", ""},
            {"rules: [\n", "", "rules.yaml", ""},
            {"", "it is empty", "rules.yaml", ""},
            {"rules: yes\n", "expected a list", "rules.yaml:1:8", ""},
        };
        for (String[] each : cases) {
            Screen screen = retain(ExitCode.CONFIGURATION, rules(each[0]), "--dry-run");
            assertThat(screen.err()).as(each[0]).startsWith("error[FUL-C003]").contains(each[1], each[2], each[3]);
        }
    }

    @Test
    void serverThatIsNotThereIsAnErrorThatEndsAllAndLosesNothing() {
        Screen screen = new Screen(folder);

        ExitCode code = screen.enter(
                Main.commands(),
                "data",
                "push",
                "--lake",
                lake,
                "--to",
                "s3://bucket/x",
                "--s3-endpoint",
                "http://127.0.0.1:1",
                "--threads",
                "1");

        assertThat(code).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(screen.err())
                .contains("error[FUL-R005]", "s3://bucket/x/venue=synthetic", "--s3-endpoint", "start again")
                .doesNotContain("a-key", "a-secret");
        assertThat(screen.out()).contains("1 failed, 1 not tried");
    }

    @Test
    void placesAndAddressesAreChecked() {
        String[][] cases = {
            {"push", "--to", "bucket/x"},
            {"push", "--to", "s3://Bucket/x"},
            {"pull", "--from", "s3://a"},
            {"push", "--lake", "s3://bucket/x"},
        };
        for (String[] each : cases) {
            Screen screen = new Screen(folder);
            ExitCode code = screen.enter(Main.commands(), "data", each[0], each[1], each[2], "--quiet");
            assertThat(code).as(String.join(" ", each)).isEqualTo(ExitCode.USAGE);
        }
        Screen screen = new Screen(folder);
        assertThat(screen.enter(
                        Main.commands(),
                        "data",
                        "push",
                        "--lake",
                        lake,
                        "--to",
                        "s3://bucket",
                        "--s3-endpoint",
                        "http://me:secret@host"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).doesNotContain("secret@");
    }
}
