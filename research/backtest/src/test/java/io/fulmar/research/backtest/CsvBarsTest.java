package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBarsTest {
    private static final Symbol SYMBOL = Symbol.parse("BTC/USDT:USDT");
    private static final String HEADER = "time,open,high,low,close,volume\n";
    private static final long JANUARY = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000;

    @TempDir
    Path folder;

    @Test
    void readsColumnsByNameInAnyOrder() throws IOException {
        var data =
                read("volume,note,Close,\"time\", low ,high,open\n7.5,\"a, \"\"b\"\"\",3,2024-01-01,1.5,4,2\n", "1d");
        assertThat(data.instrument().tick()).isEqualTo(Decimal.parse("0.1"));
        assertThat(data.bars().openTime(0)).isEqualTo(JANUARY);
        assertThat(data.bars().opens()[0]).isEqualTo(20);
        assertThat(data.bars().highs()[0]).isEqualTo(40);
        assertThat(data.bars().lows()[0]).isEqualTo(15);
        assertThat(data.bars().closes()[0]).isEqualTo(30);
        assertThat(data.bars().volumes()[0]).isEqualTo(7.5);
        assertThat(data.warnings()).isEmpty();
    }

    @Test
    void formattingDoesNotChangeTheHash() throws IOException {
        var hash = read(HEADER + "2024-01-01,1.5,2,1,1.25,5\n2024-01-02,1,2,1,1,0.001\n", "1d")
                .dataHash();
        for (String same : new String[] {
            "\uFEFF" + HEADER + "2024-01-01T00:00:00.000Z,1.50,2.0,1,1.250,5.0\n2024-01-02,1,2,1,1,1e-3",
            HEADER.strip() + "\r\n1704067200,1.5,2,1,1.25,5\r\n1704153600,1,2,1,1,0.001\r\n\r\n",
            HEADER + "1704067200000,15e-1,2,1,1.25,5\n\n1704153600000.0, +1 ,2,1,\t1,1E-3\n",
            HEADER + "\"1704067200000000\",\"1.5\",2,1,1.25,5\n1704153600000000,1,2,1,1,0.001\n\n\n",
            HEADER + "1704067200000000000,1.5,2,1,1.25,5\n1704153600000000000,1,2,1,1,0.001\n",
            "x,low,time,volume,open,high,close\n,1,2024-01-01 05:30+05:30,5,1.5,2,1.25\n,1,2024-01-02,.001,1,2,1\n"
        }) {
            assertThat(read(same, "1d").dataHash()).as(same).isEqualTo(hash);
        }
        for (String other : new String[] {
            HEADER + "2024-01-01,1.5,2,1,1.25,5\n2024-01-02,1,2,1,1,0.002\n",
            HEADER + "2024-01-02,1.5,2,1,1.25,5\n2024-01-03,1,2,1,1,0.001\n",
            HEADER + "2024-01-01,1.5,2,1,1.26,5\n2024-01-02,1,2,1,1,0.001\n",
            HEADER + "2024-01-01,1.5,2,1,1.25,5\n"
        }) {
            assertThat(read(other, "1d").dataHash()).as(other).isNotEqualTo(hash);
        }
    }

    @Test
    void hashIsTheSameOnEveryMachine() throws IOException {
        assertThat(read(HEADER + "2024-01-01,1.5,2,1,1.25,5\n2024-01-02,1,2,1,1,0.001\n", "1d")
                        .dataHash())
                .isEqualTo("2fe7dbd6846976afe2249327b641e13dd50336d78982844f2df0c2e14ba7d7e8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-31                          | 2024-01-31T00:00:00Z
            2024-02-29T12:30                    | 2024-02-29T12:30:00Z
            2024-02-29 12:30:15                 | 2024-02-29T12:30:15Z
            2024-02-29T12:30:15Z                | 2024-02-29T12:30:15Z
            2024-02-29t12:30:15z                | 2024-02-29T12:30:15Z
            2024-02-29T12:30:15.5Z              | 2024-02-29T12:30:15.500Z
            2024-02-29T12:30:15.123456789+00:00 | 2024-02-29T12:30:15.123456789Z
            2024-02-29 12:30:15+05:30           | 2024-02-29T07:00:15Z
            2024-02-29 12:30-0330               | 2024-02-29T16:00:00Z
            2024-02-29 23:30:00-02              | 2024-03-01T01:30:00Z
            2024-02-29 12:30:15 UTC             | 2024-02-29T12:30:15Z
            2024-02-29 12:30:15 +01:00          | 2024-02-29T11:30:15Z
            1969-07-20T20:17:40Z                | 1969-07-20T20:17:40Z
            1709209815                          | 2024-02-29T12:30:15Z
            1709209815.5                        | 2024-02-29T12:30:15.500Z
            1709209815123                       | 2024-02-29T12:30:15.123Z
            1709209815123456                    | 2024-02-29T12:30:15.123456Z
            1709209815123456789                 | 2024-02-29T12:30:15.123456789Z
            1.709209815e9                       | 2024-02-29T12:30:15Z
            0                                   | 1970-01-01T00:00:00Z
            -86400                              | 1969-12-31T00:00:00Z
            """)
    void readsTimesOfEveryForm(String text, String instant) throws IOException {
        var table = CsvTable.read(file(HEADER + text + ",1,2,1,1,5\n"));
        assertThat(RowGrid.instant(table.bars().openTime(0))).isEqualTo(instant);
        assertThat(table.times()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # highest    | another price       | tick      | lot       | digits | rounded
            30000        | 1                   | 1         | 0.000001  | 8      | 0
            30000.00     | 1.50                | 0.1       | 0.000001  | 8      | 0
            33135.795    | 33135.795000000006  | 0.0001    | 0.000001  | 10     | 1
            33135.795    | 33135.785           | 0.001     | 0.000001  | 9      | 0
            99999.99996  | 1.5                 | 0.0001    | 0.000001  | 10     | 1
            1.5          | 1.000000005         | 0.00000001 | 0.01     | 10     | 1
            0.1          | 0.1                 | 0.1       | 1         | 8      | 0
            0.2          | 0.1                 | 0.1       | 0.1       | 8      | 0
            0.00001234   | 1.2e-5              | 0.00000001 | 1        | 8      | 0
            0.00001235   | 1.23456789012e-5    | 0.0000000000001 | 1   | 13     | 1
            1234567890   | 1234567889.5        | 1         | 0.00000000001 | 11 | 1
            """)
    void derivesTickLotAndDigits(String highest, String other, String tick, String lot, int digits, long rounded)
            throws IOException {
        var row = "2024-01-01," + other + "," + highest + "," + other + "," + highest + ",5\n";
        var data = read(HEADER + row, "1d");
        assertThat(data.instrument().tick()).isEqualTo(Decimal.parse(tick).normalized());
        assertThat(data.instrument().lot()).isEqualTo(Decimal.parse(lot).normalized());
        assertThat(data.instrument().settlement().digits()).isEqualTo(digits);
        assertThat(data.instrument().contract()).isEqualTo(Decimal.ONE);
        // The other price stands in two cells, the highest in two.
        assertThat(data.roundedCells()).isEqualTo(2 * rounded);
    }

    @Test
    void floatNoiseOnAHighBreaksNothing() throws IOException {
        var noisy = HEADER + "2024-01-01,33135.795,33135.795,33135.795000000006,33135.795000000006,5\n";
        var data = read(noisy, "1d");
        assertThat(data.bars().highs()[0]).isEqualTo(data.bars().lows()[0]);
        assertThat(data.roundedCells()).isEqualTo(2);
        assertThat(data.warnings())
                .containsExactly(new DataWarning("PRICES_ROUNDED", 2, "prices rounded to the tick 0.0001"));
    }

    @Test
    void givenStepsReplaceTheFilesOwn() throws IOException {
        var file = file(HEADER + "2024-01-01,10.25,10.75,9.9,10.3,5\n");
        var steps = new InstrumentSteps(Decimal.parse("0.50"), Decimal.parse("0.001"));
        var data = CsvBars.read(file, 7, SYMBOL, Timeframe.DAY, steps);
        assertThat(data.instrument().id()).isEqualTo(7);
        assertThat(data.instrument().tick()).isEqualTo(Decimal.parse("0.5"));
        assertThat(data.instrument().lot()).isEqualTo(Decimal.parse("0.001"));
        // 20.5 and 21.5 are ties: to even.
        assertThat(data.bars().opens()[0]).isEqualTo(20);
        assertThat(data.bars().highs()[0]).isEqualTo(22);
        assertThat(data.bars().lows()[0]).isEqualTo(20);
        assertThat(data.bars().closes()[0]).isEqualTo(21);
        assertThat(data.roundedCells()).isEqualTo(4);

        var known = Instrument.linear(3, "test", SYMBOL, Decimal.parse("0.01"), Decimal.ONE, Decimal.ONE);
        var same = CsvBars.read(file, known, Timeframe.DAY);
        assertThat(same.instrument()).isSameAs(known);
        assertThat(same.bars().opens()[0]).isEqualTo(1025);
        assertThat(same.roundedCells()).isZero();
    }

    @Test
    void foldsAFinerFile() throws IOException {
        var rows = new StringBuilder(HEADER);
        for (int minute = 58; minute < 185; minute++) {
            if (minute != 100) {
                long time = JANUARY / 1_000_000_000 + minute * 60L;
                rows.append("%d,%d,%d,%d,%d,1\n".formatted(time, minute, minute + 2, minute - 1, minute + 1));
            }
        }
        var data = read(rows.toString(), "1h");
        var bars = data.bars();
        assertThat(bars.timeframe()).isEqualTo(Timeframe.HOUR);
        assertThat(bars.size()).isEqualTo(3);
        assertThat(bars.openTime(0)).isEqualTo(JANUARY + Timeframe.HOUR.nanos());
        assertThat(bars.opens()[0]).isEqualTo(60);
        assertThat(bars.highs()[0]).isEqualTo(121);
        assertThat(bars.lows()[0]).isEqualTo(59);
        assertThat(bars.closes()[0]).isEqualTo(120);
        assertThat(bars.volumes()[0]).isEqualTo(59);
        assertThat(data.rows()).isEqualTo(126);
        assertThat(bars.closes()[2])
                .as("the last bar is kept with the rows it has")
                .isEqualTo(185);
        assertThat(bars.volumes()[2]).isEqualTo(5);
        assertThat(data.rowsDropped()).isEqualTo(2);
        assertThat(data.missingBars()).isZero();
        assertThat(data.missingRows()).isEqualTo(1 + 55);
        // The lot comes from the first close of the file, not of the first bar: it is the same at any timeframe.
        assertThat(data.instrument().lot()).isEqualTo(Decimal.parse("0.001"));
    }

    @Test
    void missingBarsAreCounted() throws IOException {
        var data = read(HEADER + "0,1,2,1,1,5\n60,1,2,1,1,5\n300,1,2,1,1,5\n360,1,2,1,1,5\n", "1m");
        assertThat(data.missingBars()).isEqualTo(3);
        assertThat(data.warnings())
                .containsExactly(
                        new DataWarning("BARS_MISSING", 3, "bars of 1m missing between the first and the last"));
    }

    @Test
    void sparseRowsAreStillBarsOfTheirTimeframe() throws IOException {
        assertThat(read(HEADER + "0,1,2,1,1,5\n120,1,2,1,1,5\n300,1,2,1,1,5\n", "1m")
                        .missingBars())
                .isEqualTo(3);
        assertThat(read(HEADER + "86400,1,2,1,1,5\n", "1d").missingBars()).isZero();
    }

    @Test
    void equalsItsSlowTwin() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            int decimals = random.nextInt(0, 9);
            double level = StrictMath.pow(10, random.nextInt(-4, 6));
            var text = new StringBuilder(HEADER);
            int count = random.nextInt(1, 40);
            var cells = new String[count][5];
            for (int row = 0; row < count; row++) {
                var prices = new double[4];
                for (int i = 0; i < 4; i++) {
                    prices[i] = level * (1 + random.nextDouble());
                }
                Arrays.sort(prices);
                boolean up = random.nextBoolean();
                double[] ordered = {prices[up ? 1 : 2], prices[3], prices[0], prices[up ? 2 : 1]};
                for (int i = 0; i < 4; i++) {
                    cells[row][i] = number(random, ordered[i], decimals);
                }
                cells[row][4] = number(random, random.nextDouble() * 1e6, random.nextInt(0, 12));
                text.append(row * 60)
                        .append(',')
                        .append(String.join(",", cells[row]))
                        .append('\n');
            }
            requireTwin(seed, cells, read(text.toString(), "1m"));
        }
    }

    private static String number(SplittableRandom random, double value, int decimals) {
        double least = 5 * StrictMath.pow(10, -decimals);
        var exact = new BigDecimal(Math.max(value, least)).setScale(decimals, RoundingMode.HALF_UP);
        return switch (random.nextInt(6)) {
            case 0 -> exact.toString();
            case 1 -> exact.stripTrailingZeros().toPlainString();
            case 2 -> exact.stripTrailingZeros().toString();
            case 3 -> exact.setScale(decimals + 3).toPlainString();
            // Noise in the 17th digit, as of prices that were computed as doubles.
            case 4 -> Double.toString(Math.nextUp(exact.doubleValue()));
            default -> exact.toPlainString();
        };
    }

    private static void requireTwin(long seed, String[][] cells, MarketData data) {
        var highest = BigDecimal.ZERO;
        int most = 0;
        for (String[] row : cells) {
            for (int i = 0; i < 4; i++) {
                var price = new BigDecimal(row[i]).stripTrailingZeros();
                highest = highest.max(price);
                most = Math.max(most, price.scale());
            }
        }
        int limit = 9 - (highest.precision() - highest.scale());
        int scale = Math.max(0, Math.min(most, limit));
        assertThat(data.instrument().tick().scale()).as("seed %d", seed).isEqualTo(scale);
        long rounded = 0;
        for (int row = 0; row < cells.length; row++) {
            var bars = data.bars();
            long[] ticks = {bars.opens()[row], bars.highs()[row], bars.lows()[row], bars.closes()[row]};
            for (int i = 0; i < 4; i++) {
                var price = new BigDecimal(cells[row][i]);
                var expected = price.setScale(scale, RoundingMode.HALF_EVEN);
                rounded += expected.compareTo(price) == 0 ? 0 : 1;
                assertThat(ticks[i])
                        .as("seed %d row %d", seed, row)
                        .isEqualTo(expected.unscaledValue().longValueExact());
            }
            assertThat(bars.volumes()[row])
                    .as("seed %d row %d", seed, row)
                    .isEqualTo(Double.parseDouble(cells[row][4]));
        }
        assertThat(data.roundedCells()).as("seed %d", seed).isEqualTo(rounded);
    }

    @Test
    void writtenBarsReadBackEqual() throws IOException {
        var random = new SplittableRandom(11);
        var bars = new Bars(Timeframe.MINUTE, 0);
        for (int i = 0; i < 5000; i++) {
            long low = random.nextLong(1, 5_000_000);
            long high = low + random.nextLong(0, 1000);
            double volume = random.nextBoolean() ? random.nextInt(1_000_000) / 1e3 : random.nextDouble() * 1e9;
            bars.append(
                    JANUARY + i * Timeframe.MINUTE.nanos(),
                    random.nextLong(low, high + 1),
                    high,
                    low,
                    random.nextLong(low, high + 1),
                    i == 0 ? 0 : volume);
        }
        for (String step : new String[] {"0.01", "1", "0.000001", "0.5"}) {
            var tick = Decimal.parse(step);
            var instrument = Instrument.linear(1, "test", SYMBOL, tick, Decimal.parse("0.01"), Decimal.ONE);
            var out = new ByteArrayOutputStream();
            CsvWriter.write(out, bars, tick);
            var file = folder.resolve("written.csv");
            Files.write(file, out.toByteArray());
            var data = CsvBars.read(file, instrument, Timeframe.MINUTE);
            assertThat(data.dataHash()).as("tick %s", step).isEqualTo(DataHash.of(instrument, bars));
        }
    }

    @Test
    void writesTheUsualForm() throws IOException {
        var bars = new Bars(Timeframe.MINUTE, 0);
        bars.append(JANUARY, 150, 205, 5, 110, 12.5);
        bars.append(JANUARY + 61_500_000_000L, 1, 1, 1, 1, 0);
        var out = new ByteArrayOutputStream();
        CsvWriter.write(out, bars, Decimal.parse("0.01"));
        assertThat(out.toString(StandardCharsets.US_ASCII))
                .isEqualTo(HEADER + "2024-01-01T00:00:00Z,1.50,2.05,0.05,1.10,12.5\n"
                        + "2024-01-01T00:01:01.500000000Z,0.01,0.01,0.01,0.01,0\n");
    }

    @Test
    void longFilesCrossTheWindowWithoutATrace() throws IOException {
        var random = new SplittableRandom(5);
        var text = new StringBuilder(HEADER.strip() + ",note\n");
        long sum = 0;
        int rows = 60_000;
        for (int i = 0; i < rows; i++) {
            int price = random.nextInt(1, 100_000);
            sum += price;
            text.append(i * 60).append(",%d,%d,%d,%d,1,".formatted(price, price, price, price));
            text.repeat('x', random.nextInt(i == 30_000 ? 1_000_000 : 80)).append('\n');
        }
        var data = read(text.toString(), "1m");
        assertThat(data.rows()).isEqualTo(rows);
        assertThat(Arrays.stream(data.bars().closes(), 0, rows).sum()).isEqualTo(sum);
    }

    private MarketData read(String text, String timeframe) throws IOException {
        return CsvBars.read(file(text), 1, SYMBOL, Timeframe.parse(timeframe), InstrumentSteps.FROM_FILE);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "bars", ".csv"), text);
    }
}
