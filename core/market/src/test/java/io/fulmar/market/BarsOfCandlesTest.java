package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarsOfCandlesTest {
    private static final int SEEDS = 200;
    private static final long SECOND = 1_000_000_000L;
    private static final Instrument COIN = Instrument.of(
            1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.1"), Decimal.parse("0.001"), Decimal.ONE);

    /** Minutes of a seed, some missing. */
    private static Bars minutes(long seed) {
        var random = new SplittableRandom(seed);
        var bars = new Bars(Timeframe.MINUTE, 16);
        long time = random.nextLong(28_400_000L, 28_500_000L) * 60 * SECOND;
        long price = random.nextLong(5_000, 100_000);
        int size = random.nextInt(1, 1_500);
        for (int i = 0; i < size; i++) {
            time += 60 * SECOND * (random.nextInt(20) == 0 ? random.nextInt(1, 90) : 1);
            long open = price;
            long close = Math.max(100, open + random.nextLong(-open / 100, open / 100));
            long high = Math.max(open, close) + random.nextLong(20);
            long low = Math.max(1, Math.min(open, close) - random.nextLong(20));
            bars.append(time, open, high, low, close, random.nextInt(100));
            price = close;
        }
        return bars;
    }

    private static Bars made(String kind, Bars candles) {
        var maker = new BarsOfCandles(BarKind.parse(kind), COIN);
        maker.take(candles, 0, candles.size());
        return maker.bars();
    }

    private static void same(Bars bars, int i, Bars expected, int k, String at) {
        assertThat(bars.openTime(i)).as(at).isEqualTo(expected.openTime(k));
        assertThat(bars.closeTime(i)).as(at).isEqualTo(expected.closeTime(k));
        assertThat(bars.opens()[i]).as(at).isEqualTo(expected.opens()[k]);
        assertThat(bars.highs()[i]).as(at).isEqualTo(expected.highs()[k]);
        assertThat(bars.lows()[i]).as(at).isEqualTo(expected.lows()[k]);
        assertThat(bars.closes()[i]).as(at).isEqualTo(expected.closes()[k]);
        assertThat(bars.volumes()[i]).as(at).isEqualTo(expected.volumes()[k]);
    }

    @Test
    void longerBarsAreThoseThatTimeBarsMakeAndSmoothedOnesAreTradedSo() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Bars candles = minutes(seed);
            Bars expected = TimeBars.fold(candles, Timeframe.parse("15m"));
            for (String kind : new String[] {"15m", "ha:15m"}) {
                Bars bars = made(kind, candles);
                assertThat(bars.size()).as("%s, seed %d", kind, seed).isEqualTo(expected.size());
                for (int i = 0; i < bars.size(); i++) {
                    same(bars, i, expected, i, kind + ", seed " + seed + ", bar " + i);
                }
            }
        }
    }

    @Test
    void smoothedBarsAreSeenAsTheFoldSmoothsTheSamePrices() {
        Bars candles = minutes(7);
        Bars seen = made("ha:1m", candles).seen();
        var smoothing = new Smoothing();
        for (int i = 0; i < candles.size(); i++) {
            smoothing.take(candles.opens()[i], candles.highs()[i], candles.lows()[i], candles.closes()[i]);
            assertThat(seen.opens()[i]).isEqualTo(smoothing.open);
            assertThat(seen.highs()[i]).isEqualTo(smoothing.high);
            assertThat(seen.lows()[i]).isEqualTo(smoothing.low);
            assertThat(seen.closes()[i]).isEqualTo(smoothing.close);
        }
    }

    @Test
    void bricksAreThoseOfTheClosesAndAreKnownWhenTheirCandleIs() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Bars candles = minutes(seed);
            Bars bars = made("renko:0.7%", candles);
            var fold = BarFold.of(BarKind.parse("renko:0.7%"), COIN);
            var bricks = new MadeBars(16);
            int from = 0;
            int brick = 0;
            for (int candle = 0; candle < candles.size(); candle++) {
                long[] time = {candles.closeTime(candle)};
                fold.take(time, new long[] {candles.closes()[candle]}, new long[] {1}, 0, 1, bricks);
                for (; brick < bricks.size(); brick++) {
                    String at = "seed " + seed + ", brick " + brick;
                    assertThat(bars.seen().closes()[brick]).as(at).isEqualTo(bricks.closes()[brick]);
                    assertThat(bars.seen().opens()[brick]).as(at).isEqualTo(bricks.opens()[brick]);
                    assertThat(bars.silent(brick)).as(at).isEqualTo(from > candle);
                    assertThat(bars.closeTime(brick)).as(at).isBetween(time[0], time[0] + 2L * (bricks.size() + 1));
                    assertThat(bars.closes()[brick]).as(at).isEqualTo(candles.closes()[candle]);
                    if (from <= candle) {
                        assertThat(bars.opens()[brick]).as(at).isEqualTo(candles.opens()[from]);
                        assertThat(bars.highs()[brick]).as(at).isEqualTo(highest(candles, from, candle));
                        assertThat(bars.lows()[brick]).as(at).isEqualTo(lowest(candles, from, candle));
                    }
                    from = candle + 1;
                }
            }
            assertThat(bars.size()).as("seed %d", seed).isEqualTo(brick);
        }
    }

    private static long highest(Bars bars, int from, int to) {
        long high = 0;
        for (int i = from; i <= to; i++) {
            high = Math.max(high, bars.highs()[i]);
        }
        return high;
    }

    private static long lowest(Bars bars, int from, int to) {
        long low = Long.MAX_VALUE;
        for (int i = from; i <= to; i++) {
            low = Math.min(low, bars.lows()[i]);
        }
        return low;
    }

    @Test
    void aBarOfASessionHoldsTheCandlesOfThatSession() {
        var candles = new Bars(Timeframe.MINUTE, 16);
        long opening = nanos("2024-01-02T03:45:00Z"); // 09:15 in Mumbai
        for (int i = -5; i < 40; i++) {
            candles.append(opening + i * 60L * SECOND, 1_000 + i, 1_001 + i, 999 + i, 1_000 + i, 2);
        }
        Bars bars = made("15m@NSE", candles);
        assertThat(bars.size()).isEqualTo(2);
        assertThat(bars.openTime(0)).isEqualTo(opening);
        assertThat(bars.closeTime(0)).isEqualTo(opening + 15 * 60 * SECOND);
        assertThat(bars.opens()[0]).isEqualTo(1_000);
        assertThat(bars.closes()[0]).isEqualTo(1_014);
        assertThat(bars.volumes()[1]).isEqualTo(30);
    }

    @Test
    void aCandleThatReachesOverTheEndOfABarIsRefused() {
        var candles = new Bars(Timeframe.HOUR, 4);
        for (int i = 0; i < 4; i++) {
            candles.append(nanos("2024-01-02T03:00:00Z") + i * 3_600L * SECOND, 100, 100, 100, 100, 1);
        }
        assertThatThrownBy(() -> made("15m@NSE", candles))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-01-02T03:00:00Z")
                .hasMessageContaining("shorter candles are needed");
    }

    @Test
    void kindsThatCountTradesNeedTrades() {
        for (String kind :
                new String[] {"tick:5", "volume:3", "value:100", "range:0.5%", "renko:atr14@1h", "ha:tick:5"}) {
            assertThat(BarsOfCandles.can(BarKind.parse(kind))).as(kind).isFalse();
            assertThatThrownBy(() -> new BarsOfCandles(BarKind.parse(kind), COIN))
                    .as(kind)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("only of trades");
        }
    }

    private static long nanos(String text) {
        return Instant.parse(text).getEpochSecond() * SECOND;
    }
}
