package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.SlowBars.Row;
import io.fulmar.market.SlowBars.Trade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarFoldTest {
    private static final int SEEDS = 300;
    private static final long SECOND = 1_000_000_000L;
    private static final Instrument COIN = Instrument.of(
            1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.1"), Decimal.parse("0.001"), Decimal.ONE);

    /** What a seed makes: trades, with holes between some. */
    private static List<Trade> trades(long seed, long meanGap) {
        var random = new SplittableRandom(seed);
        var trades = new ArrayList<Trade>();
        long time = random.nextLong(1_500_000_000L, 1_800_000_000L) * SECOND;
        long price = random.nextLong(900, 100_000);
        int count = random.nextInt(1, 400);
        for (int i = 0; i < count; i++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextLong(2 * meanGap);
            long jump = random.nextInt(40) == 0 ? price / 20 : price / 300 + 1;
            price = Math.max(1, price + random.nextLong(-jump, jump + 1));
            long lots = random.nextInt(50) == 0 ? random.nextLong(1L << 53) : random.nextLong(0, 5_000);
            trades.add(new Trade(time, price, lots, i > 0 && random.nextInt(60) == 0));
        }
        return trades;
    }

    private static List<Row> fold(BarFold fold, List<Trade> trades, SplittableRandom random, boolean end) {
        long[] times = trades.stream().mapToLong(Trade::time).toArray();
        long[] ticks = trades.stream().mapToLong(Trade::price).toArray();
        long[] lots = trades.stream().mapToLong(Trade::lots).toArray();
        var out = new MadeBars(0);
        int at = 0;
        while (at < times.length) {
            if (trades.get(at).afterGap()) {
                fold.gap();
            }
            if (random.nextInt(3) == 0) {
                fold.clock(times[at], out);
            }
            int until = Math.min(times.length, at + random.nextInt(1, 60));
            for (int i = at + 1; i < until; i++) {
                if (trades.get(i).afterGap()) {
                    until = i;
                }
            }
            fold.take(times, ticks, lots, at, until, out);
            at = until;
        }
        if (end) {
            fold.end(out);
        }
        return SlowBars.rows(out);
    }

    private interface Twin {
        List<Row> of(List<Trade> trades, boolean ended);
    }

    private static void equalsTwin(String kind, long meanGap, Twin twin) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Trade> trades = trades(seed, meanGap);
            boolean end = seed % 3 != 0;
            List<Row> expected = twin.of(trades, end);
            var random = new SplittableRandom(seed);
            BarFold fold = BarFold.of(BarKind.parse(kind), COIN);
            assertThat(fold(fold, trades, random, end))
                    .as("%s, seed %d", kind, seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void barsOfTimeEqualTheirSlowTwinForAnySplit() {
        for (String kind : List.of("1s", "5s", "1m", "1h", "1d", "1w")) {
            Timeframe timeframe = Timeframe.parse(kind);
            long gap = timeframe.nanos() / 7;
            equalsTwin(kind, gap, (trades, ended) -> SlowBars.time(trades, time -> even(timeframe, time), ended));
        }
    }

    @Test
    void monthsAreMonthsOfTheCalendar() {
        for (int count : new int[] {1, 3, 12}) {
            equalsTwin(
                    count + "M",
                    9 * 86_400 * SECOND,
                    (trades, ended) -> SlowBars.time(trades, time -> SlowBars.month(time, count), ended));
        }
    }

    @Test
    void barsOfASessionBeginAtItsOpening() {
        ZoneId zone = ZoneId.of("America/New_York");
        for (int minutes : new int[] {15, 60, 1440}) {
            equalsTwin(
                    minutes + "m@America/New_York 09:30-16:00",
                    3_000 * SECOND,
                    (trades, ended) -> SlowBars.time(trades, time -> daytime(zone, time, minutes), ended));
        }
    }

    private static long[] even(Timeframe timeframe, long time) {
        return new long[] {timeframe.floor(time), timeframe.floor(time) + timeframe.nanos()};
    }

    private static long[] daytime(ZoneId zone, long time, int minutes) {
        ZonedDateTime now = Instant.ofEpochSecond(0, time).atZone(zone);
        ZonedDateTime opens = now.with(LocalTime.of(9, 30));
        ZonedDateTime closes = now.with(LocalTime.of(16, 0));
        if (now.isBefore(opens) || !now.isBefore(closes)) {
            return new long[0];
        }
        ZonedDateTime from = opens;
        while (!from.plusMinutes(minutes).isAfter(now)) {
            from = from.plusMinutes(minutes);
        }
        ZonedDateTime until = from.plusMinutes(minutes).isAfter(closes) ? closes : from.plusMinutes(minutes);
        return new long[] {from.toEpochSecond() * SECOND, until.toEpochSecond() * SECOND};
    }

    @Test
    void barsOfTradesQuantityAndValueEqualTheirSlowTwins() {
        equalsTwin("tick:7", SECOND, (trades, ended) -> SlowBars.full(trades, bar -> bar.size() == 7, ended));
        equalsTwin(
                "volume:10",
                SECOND,
                (trades, ended) -> SlowBars.full(
                        trades, bar -> bar.stream().mapToLong(Trade::lots).sum() >= 10_000, ended));
        BigInteger much = BigInteger.valueOf(2_000_000).multiply(BigInteger.valueOf(10_000));
        equalsTwin(
                "value:2000000",
                SECOND,
                (trades, ended) ->
                        SlowBars.full(trades, bar -> SlowBars.value(bar).compareTo(much) >= 0, ended));
    }

    @Test
    void barsOfRangeEqualTheirSlowTwin() {
        equalsTwin("range:2.5", SECOND, (trades, ended) -> SlowBars.full(trades, bar -> range(bar) >= 25, ended));
        equalsTwin(
                "range:0.35%",
                SECOND,
                (trades, ended) -> SlowBars.full(
                        trades, bar -> range(bar) >= percent(bar.getFirst().price(), "0.0035"), ended));
    }

    private static long range(List<Trade> bar) {
        return bar.stream().mapToLong(Trade::price).max().orElseThrow()
                - bar.stream().mapToLong(Trade::price).min().orElseThrow();
    }

    private static long percent(long price, String share) {
        return Math.max(
                1,
                new BigDecimal(share)
                        .multiply(BigDecimal.valueOf(price))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    @Test
    void bricksEqualTheirSlowTwin() {
        equalsTwin("renko:4.2", SECOND, (trades, ended) -> SlowBars.renko(trades, (_, _) -> 42));
        equalsTwin(
                "renko:0.4%", SECOND, (trades, ended) -> SlowBars.renko(trades, (price, _) -> percent(price, "0.004")));
    }

    @Test
    void bricksOfMeanRangesEqualTheirSlowTwin() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Trade> trades = trades(seed, 15 * SECOND);
            List<Row> minutes = SlowBars.time(trades, time -> even(Timeframe.MINUTE, time), true);
            int first = 0;
            while (first < trades.size() && closed(minutes, trades.get(first).time()) < 3) {
                first++;
            }
            List<Trade> known = trades.subList(first, trades.size());
            List<Row> expected =
                    known.isEmpty() ? List.of() : SlowBars.renko(known, (_, time) -> meanRange(minutes, time));
            BarFold fold = BarFold.of(BarKind.parse("renko:atr3@1m"), COIN);
            assertThat(fold(fold, trades, new SplittableRandom(seed), true))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(fold.outside()).isEqualTo(first);
        }
    }

    private static int closed(List<Row> minutes, long time) {
        return (int) minutes.stream().filter(row -> row.closeTime() <= time).count();
    }

    private static long meanRange(List<Row> minutes, long time) {
        int closed = closed(minutes, time);
        long sum = 0;
        for (int i = closed - 3; i < closed; i++) {
            Row row = minutes.get(i);
            long before = i == 0 ? row.high() : minutes.get(i - 1).close();
            long under = i == 0 ? row.low() : minutes.get(i - 1).close();
            sum += Math.max(row.high(), before) - Math.min(row.low(), under);
        }
        return Math.max(
                1,
                BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(3), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    @Test
    void aJumpOfMoreBricksThanAnyoneDrawsIsAHole() {
        var out = new MadeBars(0);
        BarFold fold = BarFold.of(BarKind.parse("renko:0.1"), COIN);
        long[] prices = {100, 100_000_000, 100_000_001};
        fold.take(new long[] {1, 2, 3}, prices, new long[] {1, 1, 1}, 0, 3, out);

        assertThat(out.size()).isEqualTo(RenkoFold.JUMP_MAX + 1);
        Row last = SlowBars.rows(out).getLast();
        assertThat(last.open()).isEqualTo(100_000_000);
        assertThat(last.flags()).isEqualTo(MadeBars.GAP);
        assertThat(out.isComplete(0)).isTrue();
    }

    @Test
    void heikinAshiEqualsItsDefinitionAndStaysWithinATickOfEndlessFractions() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Trade> trades = trades(seed, 20 * SECOND);
            List<Row> minutes = SlowBars.time(trades, time -> even(Timeframe.MINUTE, time), true);
            List<Row> smooth = fold(BarFold.of(BarKind.parse("ha:1m"), COIN), trades, new SplittableRandom(seed), true);
            assertThat(smooth).hasSameSizeAs(minutes);
            double open = 0;
            double close = 0;
            for (int i = 0; i < minutes.size(); i++) {
                Row real = minutes.get(i);
                open = i == 0 ? (real.open() + real.close()) / 2.0 : (open + close) / 2;
                close = (real.open() + real.high() + real.low() + real.close()) / 4.0;
                Row drawn = smooth.get(i);
                assertThat((double) drawn.open()).as("seed %d", seed).isBetween(open - 0.501, open + 0.501);
                assertThat(drawn.close()).isEqualTo((long) Math.floor(close + 0.5));
                long high = Math.max(real.high(), Math.max(drawn.open(), drawn.close()));
                long low = Math.min(real.low(), Math.min(drawn.open(), drawn.close()));
                assertThat(drawn)
                        .isEqualTo(
                                real.with(real.openTime(), real.closeTime(), drawn.open(), high, low, drawn.close()));
            }
        }
    }

    @Test
    void aCascadeMakesTheBarsThatTradesAloneWouldMake() {
        List<Timeframe> frames = List.of("1s", "1m", "7m", "1h", "1d").stream()
                .map(Timeframe::parse)
                .toList();
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Trade> trades = trades(seed, seed % 2 == 0 ? SECOND / 9 : 70 * SECOND);
            var cascade = new Cascade(frames);
            feed(cascade, trades, new SplittableRandom(seed));
            for (Timeframe frame : frames) {
                assertThat(SlowBars.rows(cascade.bars(frame)))
                        .as("seed %d, %s", seed, frame)
                        .isEqualTo(SlowBars.time(trades, time -> even(frame, time), true));
            }
        }
        assertThatThrownBy(() -> new Cascade(List.of(Timeframe.parse("2m"), Timeframe.parse("3m"))))
                .hasMessageContaining("cannot be made of bars of 2m");
    }

    private static void feed(Cascade cascade, List<Trade> trades, SplittableRandom random) {
        for (int at = 0; at < trades.size(); ) {
            if (trades.get(at).afterGap()) {
                cascade.gap();
            }
            if (random.nextInt(3) == 0) {
                cascade.clock(trades.get(at).time());
            }
            int until = at + 1;
            int most = Math.min(trades.size(), at + random.nextInt(1, 80));
            while (until < most && !trades.get(until).afterGap()) {
                until++;
            }
            List<Trade> block = trades.subList(at, until);
            cascade.take(
                    block.stream().mapToLong(Trade::time).toArray(),
                    block.stream().mapToLong(Trade::price).toArray(),
                    block.stream().mapToLong(Trade::lots).toArray(),
                    0,
                    block.size());
            at = until;
        }
        cascade.end();
    }

    @Test
    void theClockEndsABarWithoutATradeAndWhatComesLateBelongsToNone() {
        var out = new MadeBars(0);
        BarFold fold = BarFold.of(BarKind.parse("1s"), COIN);
        fold.take(new long[] {5}, new long[] {100}, new long[] {2}, 0, 1, out);
        fold.clock(SECOND - 1, out);
        assertThat(out.isEmpty()).isTrue();
        fold.clock(SECOND, out);
        assertThat(SlowBars.rows(out))
                .containsExactly(new Row(0, SECOND, 100, 100, 100, 100, 2, BigInteger.valueOf(200), 1, MadeBars.LATE));
        fold.take(new long[] {SECOND - 1}, new long[] {100}, new long[] {2}, 0, 1, out);
        fold.end(out);
        assertThat(out.size()).isEqualTo(1);
        assertThat(fold.outside()).isEqualTo(1);
    }

    @Test
    void featuresOfABarHaveNoUnit() {
        assertThat(BarFeatures.volatility(200, 210, 190)).isEqualTo(0.1);
        assertThat(BarFeatures.position(210, 190, 205)).isEqualTo(0.75);
        assertThat(BarFeatures.position(190, 190, 190)).isEqualTo(0.5);
    }
}
