package io.fulmar.store.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that other programs wrote; they lie beside the repository and are not part of it. */
class ForeignFilesTest {
    @TempDir
    Path temporary;

    private static Path fixture(String name) {
        Path root = Path.of(System.getProperty("fulmar.root", "../.."))
                .toAbsolutePath()
                .normalize();
        for (Path at = root; at != null; at = at.getParent()) {
            Path file = at.resolve("shared/fixtures/market").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(false, "the fixture shared/fixtures/market/" + name + " is not here");
        return root;
    }

    @Test
    void candlesOfFreqtradeAreReadThroughTheirLz4() throws IOException {
        try (ArrowReader reader = ArrowReader.open(fixture("freqtrade-ADA_BTC-5m.feather"))) {
            assertThat(reader.rows()).isGreaterThan(1_000);
            int date = reader.column("date");
            long before = Long.MIN_VALUE;
            for (long row = 0; row < reader.rows(); row++) {
                long time = reader.longAt(date, row);
                assertThat(time).isGreaterThan(before);
                assertThat(time % 300_000_000_000L).isZero();
                before = time;
                double high = reader.doubleAt(reader.column("high"), row);
                assertThat(high).isGreaterThanOrEqualTo(reader.doubleAt(reader.column("low"), row));
                assertThat(high).isBetween(1e-6, 1e-3);
            }
        }
    }

    @Test
    void tradesOfFreqtradeAreReadWithTheirTexts() throws IOException {
        try (ArrowReader reader = ArrowReader.open(fixture("freqtrade-XRP_ETH-trades.feather"))) {
            assertThat(reader.rows()).isGreaterThan(1_000);
            int side = reader.column("side");
            for (long row = 0; row < reader.rows(); row++) {
                assertThat(reader.textAt(side, row)).isIn("buy", "sell");
                assertThat(reader.doubleAt(reader.column("price"), row)).isPositive();
            }
        }
    }

    @Test
    void damagedFilesAreRefusedAndNeverCrash() throws IOException {
        byte[] whole = Files.readAllBytes(fixture("freqtrade-ADA_BTC-5m.feather"));
        SplittableRandom random = new SplittableRandom(23);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int k = 0; k < 5 && i % 2 == 1; k++) {
                bytes[bytes.length - 1 - random.nextInt(2_000)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(temporary.resolve("damaged-" + i), bytes);
            readThrough(file, i);
        }
    }

    /** A flipped bit may be in a name or a number; then the file is as good as any other. */
    private static void readThrough(Path file, int seed) {
        try (ArrowReader reader = ArrowReader.open(file)) {
            for (long row = 0; row < Math.min(10, reader.rows()); row++) {
                for (int column = 0; column < reader.fields().size(); column++) {
                    reader.isThere(column, row);
                }
            }
        } catch (IOException e) {
            assertThat(e).as("seed %d", seed).hasMessageContaining("is no Arrow file, or not whole");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            assertThat(e.getStackTrace()).as("seed %d", seed).isNotEmpty();
        }
    }

    @Test
    void whatIsNoArrowFileSaysSo() throws IOException {
        Path text =
                Files.writeString(temporary.resolve("text.feather"), "time,open,high,low,close,volume\n1,2,3,4,5,6\n");
        assertThatThrownBy(() -> ArrowReader.open(text).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no Arrow file, or not whole");
    }
}
