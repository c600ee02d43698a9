package io.fulmar.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderKillTest {
    private static final int ENOUGH = 2_000;
    private static final int LOOKS_MAX = 6_000;

    @TempDir
    Path folder;

    @Test
    void killedRecorderLeavesTheFirstRowsWithoutAHoleAndMissesFewerThanItsBound() throws Exception {
        for (int kill = 0; kill < 2; kill++) {
            Path lake = Files.createDirectory(folder.resolve("lake" + kill));
            Process process = start(lake);
            try {
                for (int look = 0; look < LOOKS_MAX && told(lake) < ENOUGH; look++) {
                    if (process.waitFor(Duration.ofMillis(5))) {
                        break;
                    }
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            long told = told(lake);
            assertThat(told).isGreaterThanOrEqualTo(ENOUGH);
            // The row that was being told when the process died may be there, or not.
            assertThat(rowsInOrder(lake))
                    .isGreaterThan(told - RecordingProcess.BOUNDS.rows())
                    .isLessThanOrEqualTo(told + 1);
        }
    }

    private static Process start(Path lake) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RecordingProcess.class.getName(),
                        lake.toString())
                .inheritIO()
                .start();
    }

    private static long told(Path lake) throws IOException {
        Path file = lake.resolve("told");
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return bytes.length < Long.BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
    }

    private static long rowsInOrder(Path folder) {
        Market market = MadeUpFeed.MARKETS.getFirst();
        Dataset dataset = new Dataset(market.venue(), market.symbol(), Kind.Events.TRADES);
        long count = 0;
        try (DatasetReader reader = Lake.open(folder).read(dataset)) {
            Rows rows = new Rows(Kind.Events.TRADES);
            while (reader.next(rows)) {
                for (int i = 0; i < rows.size(); i++) {
                    assertThat(rows.wholes("id")[i]).isEqualTo(++count);
                }
            }
        }
        return count;
    }
}
