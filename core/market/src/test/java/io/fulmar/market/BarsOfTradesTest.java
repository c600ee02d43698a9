package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarsOfTradesTest {
    private static final int SEEDS = 200;
    private static final long SECOND = 1_000_000_000L;
    private static final Instrument COIN = Instrument.of(
            1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.1"), Decimal.parse("0.001"), Decimal.ONE);
    private static final List<String> KINDS = List.of(
            "1m",
            "1M",
            "15m@NSE",
            "tick:7",
            "volume:9",
            "value:20000",
            "range:0.4%",
            "renko:0.5%",
            "renko:2.5",
            "renko:atr3@5m",
            "ha:5m",
            "ha:tick:5",
            "ha:renko:0.5%");

    /** Trades of a seed; some at once, some with a jump of many bricks. */
    @SuppressWarnings("ArrayRecordComponent") // columns; nobody compares them
    private record Trades(long[] times, long[] ticks, long[] lots) {
        static Trades of(long seed) {
            var random = new SplittableRandom(seed);
            int size = random.nextInt(1, 600);
            var trades = new Trades(new long[size], new long[size], new long[size]);
            long time = random.nextLong(1_700_000_000L, 1_701_000_000L) * SECOND;
            long price = random.nextLong(900, 100_000);
            for (int i = 0; i < size; i++) {
                time += random.nextInt(3) == 0 ? 0 : random.nextLong(60 * SECOND);
                long jump = random.nextInt(40) == 0 ? price / 15 : price / 300 + 1;
                price = Math.max(100, price + random.nextLong(-jump, jump + 1));
                trades.times[i] = time;
                trades.ticks[i] = price;
                trades.lots[i] = random.nextLong(1, 5_000);
            }
            return trades;
        }

        Bars bars(String kind, SplittableRandom split) {
            var maker = new BarsOfTrades(BarKind.parse(kind), COIN);
            for (int at = 0; at < times.length; ) {
                int until = Math.min(times.length, at + split.nextInt(1, 80));
                maker.take(times, ticks, lots, at, until);
                at = until;
            }
            return maker.bars();
        }

        MadeBars fold(String kind) {
            var fold = BarFold.of(BarKind.parse(kind), COIN);
            var made = new MadeBars(16);
            fold.take(times, ticks, lots, 0, times.length, made);
            return made;
        }
    }

    private static List<List<Long>> rows(Bars bars) {
        var rows = new ArrayList<List<Long>>();
        for (int i = 0; i < bars.size(); i++) {
            rows.add(List.of(
                    bars.openTime(i),
                    bars.closeTime(i),
                    bars.opens()[i],
                    bars.highs()[i],
                    bars.lows()[i],
                    bars.closes()[i],
                    Double.doubleToLongBits(bars.volumes()[i]),
                    bars.seen().opens()[i],
                    bars.seen().highs()[i],
                    bars.seen().lows()[i],
                    bars.seen().closes()[i],
                    bars.silent(i) ? 1L : 0L));
        }
        return rows;
    }

    @Test
    void anySplitIntoBlocksGivesTheSameBars() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Trades trades = Trades.of(seed);
            for (String kind : KINDS) {
                var random = new SplittableRandom(seed);
                assertThat(rows(trades.bars(kind, random)))
                        .as("%s, seed %d", kind, seed)
                        .isEqualTo(rows(trades.bars(kind, random)));
            }
        }
    }

    @Test
    void whatIsSeenIsWhatTheFoldOfThatKindMakes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Trades trades = Trades.of(seed);
            for (String kind : KINDS) {
                Bars seen = trades.bars(kind, new SplittableRandom(seed)).seen();
                MadeBars made = trades.fold(kind);
                int late =
                        made.size() - seen.size(); // the first bar began before the data, and smoothing begins after it
                assertThat(late).as("%s, seed %d", kind, seed).isBetween(0, 1);
                if (late > 0 && kind.startsWith("ha:")) {
                    continue;
                }
                for (int i = 0; i < seen.size(); i++) {
                    assertThat(List.of(seen.opens()[i], seen.highs()[i], seen.lows()[i], seen.closes()[i]))
                            .as("%s, seed %d, bar %d", kind, seed, i)
                            .containsExactly(
                                    made.opens()[i + late],
                                    made.highs()[i + late],
                                    made.lows()[i + late],
                                    made.closes()[i + late]);
                }
            }
        }
    }

    @Test
    void whatWasTradedUnderABrickAreTheTradesSinceTheBrickBefore() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Trades trades = Trades.of(seed);
            Bars bars = trades.bars("renko:0.5%", new SplittableRandom(seed));
            MadeBars bricks = trades.fold("renko:0.5%");
            int from = 0;
            for (int i = 0; i < bars.size(); i++) {
                int to = from + bricks.trades()[i];
                String at = "seed " + seed + ", brick " + i;
                assertThat(bars.silent(i)).as(at).isEqualTo(from == to);
                long[] beneath =
                        from == to ? new long[] {trades.ticks[from - 1]} : Arrays.copyOfRange(trades.ticks, from, to);
                assertThat(bars.opens()[i]).as(at).isEqualTo(beneath[0]);
                assertThat(bars.closes()[i]).as(at).isEqualTo(beneath[beneath.length - 1]);
                assertThat(bars.highs()[i])
                        .as(at)
                        .isEqualTo(Arrays.stream(beneath).max().getAsLong());
                assertThat(bars.lows()[i])
                        .as(at)
                        .isEqualTo(Arrays.stream(beneath).min().getAsLong());
                from = to;
            }
        }
    }

    @Test
    void smoothedBarsAreTradedAsTheBarsThatTheySmooth() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Trades trades = Trades.of(seed);
            Bars real = trades.bars("5m", new SplittableRandom(seed));
            Bars smoothed = trades.bars("ha:5m", new SplittableRandom(seed));
            assertThat(smoothed.size()).as("seed %d", seed).isEqualTo(real.size());
            for (int i = 0; i < real.size(); i++) {
                assertThat(List.of(
                                smoothed.openTime(i),
                                smoothed.closeTime(i),
                                smoothed.opens()[i],
                                smoothed.highs()[i],
                                smoothed.lows()[i],
                                smoothed.closes()[i]))
                        .as("seed %d, bar %d", seed, i)
                        .containsExactly(
                                real.openTime(i),
                                real.closeTime(i),
                                real.opens()[i],
                                real.highs()[i],
                                real.lows()[i],
                                real.closes()[i]);
            }
        }
    }

    @Test
    void aBarClosesAfterItOpensAndOpensNoSoonerThanTheOneBeforeCloses() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (String kind : KINDS) {
                Bars bars = Trades.of(seed).bars(kind, new SplittableRandom(seed));
                for (int i = 0; i < bars.size(); i++) {
                    assertThat(bars.closeTime(i)).as("%s, seed %d", kind, seed).isGreaterThan(bars.openTime(i));
                    assertThat(bars.openTime(i))
                            .as("%s, seed %d", kind, seed)
                            .isGreaterThanOrEqualTo(i == 0 ? Long.MIN_VALUE : bars.closeTime(i - 1));
                }
            }
        }
    }

    @Test
    void aRangeOfBarsIsThoseBars() {
        Bars bars = Trades.of(3).bars("renko:0.5%", new SplittableRandom(3));
        int half = bars.size() / 2;
        assertThat(rows(bars.range(half, bars.size())))
                .isEqualTo(rows(bars).subList(half, bars.size()))
                .isNotEmpty();
    }

    @Test
    void betweenBarsIsTheFirstMomentWithNoneUnderWay() {
        Bars bars = Trades.of(5).bars("tick:7", new SplittableRandom(5));
        assertThat(bars.boundaryFrom(bars.openTime(1) + 1)).isEqualTo(bars.closeTime(1));
        assertThat(bars.boundaryFrom(bars.openTime(1))).isEqualTo(bars.openTime(1));
        assertThat(bars.boundaryFrom(bars.closeTime(bars.size() - 1) + 5))
                .isEqualTo(bars.closeTime(bars.size() - 1) + 5);
        Bars minutes = new Bars(Timeframe.MINUTE, 1);
        assertThat(minutes.boundaryFrom(61 * SECOND)).isEqualTo(120 * SECOND);
        assertThat(minutes.boundaryFrom(120 * SECOND)).isEqualTo(120 * SECOND);
    }
}
