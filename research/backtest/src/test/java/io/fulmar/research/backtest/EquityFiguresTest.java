package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EquityFiguresTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;

    @Test
    void aBarThatClosesAtMidnightEndsItsDay() {
        long[] closes = {23 * HOUR, DAY, DAY + HOUR, 2 * DAY, 2 * DAY + HOUR};
        double[] equity = {101, 110, 50, 121, 242};
        assertThat(DailyReturns.of(Times.of(closes), bar -> equity[bar], 100))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0.1, 0.1, 1);
    }

    @Test
    void daysWithoutBarsReturnNothing() {
        assertThat(DailyReturns.of(Times.of(new long[] {DAY, 4 * DAY}), bar -> bar == 0 ? 110 : 121, 100))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(0.1, 0, 0, 0.1);
    }

    @Test
    void drawdownsStartFromTheCashAndComeDeepestFirst() {
        double[] equity = {90, 100, 120, 60, 110, 120, 119};
        assertThat(Drawdowns.deepest(equity, 100, 10))
                .extracting(Drawdowns.Fall::peak, Drawdowns.Fall::trough, Drawdowns.Fall::recovery)
                .containsExactly(tuple(2, 3, 5), tuple(-1, 0, 1), tuple(5, 6, -1));
        assertThat(Drawdowns.deepest(equity, 100, 1).getFirst().depth()).isEqualTo(0.5);
        assertThat(Drawdowns.deepest(new double[] {100, 101}, 100, 10)).isEmpty();
    }

    @Test
    void theDeepestFallIsTheDeepestOfAllBars() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] values = random.longs(1 + random.nextInt(40), 1, 50).toArray();
            double peak = 20;
            double deepest = 0;
            for (long value : values) {
                peak = Math.max(peak, (double) value);
                deepest = Math.max(deepest, 1 - value / 7.0 / (peak / 7));
            }
            assertThat(Drawdowns.depth(values, 0, values.length, 20, 7))
                    .as("seed " + seed)
                    .isEqualTo(deepest);
        }
    }

    @Test
    void whatIsLaterIsFoundFromWhereverOneLooks() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] rising = random.longs(random.nextInt(40), 0, 30).sorted().toArray();
            int first = random.nextInt(rising.length + 1);
            Times times = new Times(rising, first, rising.length - first, 3);
            long time = random.nextInt(36);
            int from = random.nextInt(times.size() + 1);
            int expected = from;
            while (expected < times.size() && rising[first + expected] + 3 <= time) {
                expected++;
            }
            assertThat(times.after(time, from)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void monthsMultiplyToTheYearAndYearsToTheWhole() {
        ReportInput input = ReportSample.of(200_000, 300, 5);
        List<MonthlyReturns.Year> years = MonthlyReturns.of(input);
        double whole = 1;
        for (MonthlyReturns.Year year : years) {
            double months = 1;
            for (double month : year.months()) {
                months *= Double.isNaN(month) ? 1 : 1 + month;
            }
            assertThat(months - 1).isCloseTo(year.total(), within(1e-12));
            whole *= 1 + year.total();
        }
        double[] net = input.equity().net();
        assertThat(whole).isCloseTo(net[net.length - 1] / input.equity().cash(), within(1e-12));
    }

    @Test
    void theScatterSurroundsTheFigureAndIsTheSameEveryTime() {
        SplittableRandom random = new SplittableRandom(11);
        double[] returns = random.doubles(365, -0.02, 0.0205).toArray();
        Map<String, Bootstrap.Interval> intervals = Bootstrap.of(returns, 365);
        double sharpe = Metrics.of(returns, 365).value("sharpe").orElseThrow();
        Bootstrap.Interval interval = intervals.getOrDefault("sharpe", new Bootstrap.Interval(0, 0));
        assertThat(sharpe).isBetween(interval.low(), interval.high());
        assertThat(Bootstrap.of(returns, 365)).isEqualTo(intervals);
        assertThat(Bootstrap.of(new double[5], 365)).isEmpty();
    }

    @Test
    void packedNumbersComeBack() {
        SplittableRandom random = new SplittableRandom(3);
        long[] values =
                random.longs(500).map(value -> value >> (int) (value & 63)).toArray();
        Packed packed = new Packed(1);
        for (long value : values) {
            packed.add(value);
        }
        byte[] bytes = Base64.getDecoder().decode(packed.toString());
        int at = 0;
        for (long value : values) {
            long rest = 0;
            int shift = 0;
            do {
                rest |= (long) (bytes[at] & 127) << shift;
                shift += 7;
            } while (bytes[at++] < 0);
            assertThat((rest >>> 1) ^ -(rest & 1)).isEqualTo(value);
        }
        assertThat(at).isEqualTo(bytes.length);
    }

    @Test
    void numbersAreWrittenAsTheyAreRead() {
        assertThat(new Html(9)
                        .plain(-1234.565, 2)
                        .raw(' ')
                        .grouped(1234567.891, 1)
                        .raw(' ')
                        .toString())
                .isEqualTo("-1234.57 1,234,567.9 ");
        assertThat(new Html(9)
                        .trimmed(0.25, 8)
                        .raw(' ')
                        .trimmed(3, 4)
                        .raw(' ')
                        .plain(-0.001, 2)
                        .toString())
                .isEqualTo("0.25 3 0.00");
        assertThat(new Html(9).plain(1e17, 2).raw(' ').plain(Double.NaN, 2).toString())
                .isEqualTo("100000000000000000.00 &ndash;");
        assertThat(new Html(9)
                        .time(DAY + 61_005_000_000L)
                        .raw(' ')
                        .duration(26 * HOUR)
                        .toString())
                .isEqualTo("1970-01-02 00:01:01.005 1&nbsp;d 2&nbsp;h");
        assertThat(ReportAnalysis.compact(-1234) + ReportAnalysis.compact(0) + ReportAnalysis.compact(0.0567))
                .isEqualTo("-1.2k00.057");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
