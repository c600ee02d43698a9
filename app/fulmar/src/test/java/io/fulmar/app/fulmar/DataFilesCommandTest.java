package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files into a lake and out of it, checks, repair and SQL, as they are typed. */
class DataFilesCommandTest {
    @TempDir
    private Path folder;

    private Playground ground = new Playground(Path.of("unset"));

    @BeforeEach
    void makeGround() {
        ground = new Playground(folder);
    }

    private Path lake() {
        return folder.resolve("lake");
    }

    private ExitCode take(Path file, String... more) {
        return enter("import", words(file.toString(), more));
    }

    private static String[] words(String first, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }

    private ExitCode enter(String command, String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "data";
        all[1] = command;
        all[2] = "--lake";
        all[3] = lake().toString();
        System.arraycopy(words, 0, all, 4, words.length);
        return ground.enter(all);
    }

    private ExitCode minutes(Path file) {
        return take(file, "--venue", "sim", "--symbol", "BTC/USDT", "--timeframe", "1m", "--json");
    }

    @Test
    void whatABacktestReadsAnImportTakesAndTwiceChangesNothing() {
        Path file = ground.minutes(3, 500);
        assertThat(minutes(file)).as(ground.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(ground.value("added")).isEqualTo("500");
        assertThat(minutes(file)).isEqualTo(ExitCode.DONE);
        assertThat(ground.value("added")).isEqualTo("0");
        assertThat(ground.value("unchanged")).isEqualTo("500");
        assertThat(ground.value("first")).isEqualTo("2024-01-01T00:00:00Z");
    }

    @Test
    void whatIsExportedIsImportedAsTheSame() throws IOException {
        minutes(ground.minutes(4, 300));
        for (String kind : new String[] {"csv", "feather", "parquet"}) {
            Path out = folder.resolve("out." + kind);
            assertThat(enter("export", "--symbol", "BTC/USDT", "--timeframe", "1m", "--out", out.toString()))
                    .as(ground.stderr())
                    .isEqualTo(ExitCode.DONE);
            assertThat(minutes(out)).as(ground.stderr()).isEqualTo(ExitCode.DONE);
            assertThat(ground.value("unchanged")).as(kind).isEqualTo("300");
            assertThat(ground.value("conflicts")).as(kind).isEqualTo("0");
        }
        assertThat(Files.readAllLines(folder.resolve("out.csv")).getFirst())
                .isEqualTo("time,open,high,low,close,volume,quote_volume,trades,flags");
    }

    @Test
    void aQueryAnswersARowALine() {
        minutes(ground.minutes(4, 300));
        take(ground.minutes(5, 200), "--venue", "sim", "--symbol", "ETH/USDT", "--timeframe", "1m");
        String sql = "select symbol, count(*) n, max(high) h, min(time) t from candles group by 1 order by 1";
        assertThat(enter("query", sql, "--json")).as(ground.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(ground.stdout().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"symbol\":\"BTC/USDT\",\"n\":300,\"h\":")
                .endsWith("\"t\":\"2024-01-01T00:00:00Z\"}");
    }

    @Test
    void aQueryReachesNoFile() {
        minutes(ground.minutes(4, 10));
        Path file = ground.file("secret.csv", "a\n1\n");
        assertThat(enter("query", "select * from read_csv('" + file + "')")).isEqualTo(ExitCode.USAGE);
        assertThat(ground.stderr()).contains("FUL-L006").contains("disabled by configuration");
    }

    @Test
    void checkSaysWhatRepairWouldDoAndRepairDoesIt() {
        Path file = ground.file("gap.csv", """
                time,open,high,low,close,volume
                2024-01-01T00:00:00Z,10,11,9,10,1
                2024-01-01T00:01:00Z,10,11,9,10.5,1
                2024-01-01T00:01:30Z,10,11,9,10,1
                2024-01-01T00:04:00Z,10,11,9,10,1
                2024-01-01T00:05:00Z,10,11,9,10,1
                """);
        minutes(file);
        assertThat(ground.value("misaligned")).isEqualTo("1");
        assertThat(enter("check", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(ground.value("missing")).isEqualTo("2");
        assertThat(ground.stdout()).contains("fill with flat bars").contains("take it out");
        assertThat(enter("repair", "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(enter("repair", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(ground.value("filled")).isEqualTo("2");
        assertThat(ground.value("removed")).isEqualTo("1");
        assertThat(ground.value("revision")).isEqualTo("1");
        assertThat(enter("check", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(ground.value("sound")).isEqualTo("true");
        assertThat(ground.value("rows")).isEqualTo("6");
    }

    @Test
    void whatCannotBeDoneIsToldWithAWayOut() {
        Path file = ground.minutes(3, 10);
        assertThat(take(file, "--symbol", "BTC/USDT")).isEqualTo(ExitCode.USAGE);
        assertThat(ground.stderr()).contains("needs --venue");
        Path backwards = ground.file("back.csv", "1704067260,1,1,1,1,1\n1704067200,1,1,1,1,1\n");
        assertThat(minutes(backwards)).isEqualTo(ExitCode.DATA);
        assertThat(ground.stderr()).contains("back.csv line 2, column time").contains("sort the rows by time");
        assertThat(take(file, "--venue", "sim", "--symbol", "BTC/USDT")).isEqualTo(ExitCode.DATA);
        assertThat(ground.stderr()).contains("candles need --timeframe");
        assertThat(Files.exists(lake())).isFalse();
        minutes(file);
        assertThat(enter(
                        "export",
                        "--symbol",
                        "ETH/USDT",
                        "--out",
                        folder.resolve("x.csv").toString()))
                .isEqualTo(ExitCode.DATA);
        assertThat(ground.stderr()).contains("FUL-L001");
        assertThat(enter(
                        "export",
                        "--symbol",
                        "BTC/USDT",
                        "--out",
                        folder.resolve("x.txt").toString()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aMappingSaysWhatCannotBeFound() {
        Path file = ground.file("odd.csv", "when;first;top;bottom;last;lots\n1000;10;11;9;10;1\n61000;10;11;9;10;1\n");
        assertThat(minutes(file)).isEqualTo(ExitCode.DATA);
        String[] told = {
            "--venue",
            "sim",
            "--symbol",
            "BTC/USDT",
            "--timeframe",
            "1m",
            "--time",
            "ms",
            "--json",
            "--columns",
            "time=when,open=first,high=top,low=bottom,close=last,volume=lots"
        };
        assertThat(take(file, told)).as(ground.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(ground.value("first")).isEqualTo("1970-01-01T00:00:01Z");
    }
}
