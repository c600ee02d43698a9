package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aFinishedRun() throws IOException {
        Files.writeString(folder.resolve("report.html"), "<html></html>");
        Files.writeString(
                folder.resolve("run.json"),
                "{\n  \"engine\": \"fulmar\",\n  \"netReturn\": 0.25,\n  \"sharpe\": null\n}\n");
    }

    private ExitCode enter(String... words) {
        Terminal terminal = new Terminal(
                Results.to(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false,
                folder);
        return Main.frontDoor(folder).enter(List.of(words), terminal);
    }

    @Test
    void aRunOfEarlierIsToldInAFewLines() {
        assertThat(enter("report", folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "  netReturn     0.25",
                        "  sharpe        -",
                        "  report        " + folder.resolve("report.html"));
    }

    @Test
    void withJsonItIsTheRunsOwnJsonOnOneLine() {
        assertThat(enter("report", folder.toString(), "--json")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"engine\": \"fulmar\",\"netReturn\": 0.25,\"sharpe\": null}" + System.lineSeparator());
    }

    @Test
    void aFolderWithoutARunIsNamed() throws IOException {
        Files.delete(folder.resolve("run.json"));
        assertThat(enter("report", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("holds no finished run", "--out");
    }

    @Test
    void aRunOfAnotherProgramIsRefused() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{\"engine\": \"another\"}");
        assertThat(enter("report", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no result of fulmar's");
    }
}
