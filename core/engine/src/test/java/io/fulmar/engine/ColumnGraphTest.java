package io.fulmar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.indicator.Field;
import io.fulmar.market.Bars;
import io.fulmar.market.Session;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.StrategyException;
import io.fulmar.strategy.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Columns against their definition, on random expressions over random bars with holes, however the bars are cut into blocks. */
class ColumnGraphTest {
    private static final int SEEDS = 400;
    private static final List<Field> FIELDS = List.of(Field.values());
    private static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_709_856_000_000_000_000L;
    private static final Value CLOSE = new Value.OfField(Field.CLOSE);
    private static final int SHORTEST = 15;
    private static final String THERE = "Y/USDT:USDT";
    private static final Instrument INSTRUMENT = instrument(1, "X/USDT:USDT");

    private static Instrument instrument(long id, String symbol) {
        return Instrument.linear(
                id, "test", Symbol.parse(symbol), Decimal.parse("0.01"), Decimal.parse("0.001"), Decimal.ONE);
    }

    /** Of bars of so many minutes: a longer timeframe is a multiple of them. */
    private static Value value(SplittableRandom random, int depth, int minutes) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(minutes == SHORTEST ? 11 : 9)) {
            case 9, 10 -> value(random, depth - 1, minutes).on(THERE);
            case 0 -> CLOSE;
            case 1 -> new Value.OfField(FIELDS.get(random.nextInt(FIELDS.size())));
            case 2 -> {
                List<Value> highs = List.of(new Value.OfField(Field.HIGH));
                yield new Value.OfIndicator("max", "", highs, List.of((double) random.nextInt(2, 9)));
            }
            case 3 -> value(random, depth - 1, minutes).previous(random.nextInt(1, 30));
            case 4 -> value(random, depth - 1, minutes).minus(value(random, depth - 1, minutes));
            case 5, 6 -> {
                int longer = minutes * random.nextInt(1, 6);
                yield value(random, depth - 1, longer).on(Duration.ofMinutes(longer));
            }
            case 7 -> new Value.BarsSince(condition(random, depth - 1, minutes));
            default -> new Value.ValueWhen(condition(random, depth - 1, minutes), value(random, depth - 1, minutes));
        };
    }

    private static Condition condition(SplittableRandom random, int depth, int minutes) {
        Value one = value(random, depth, minutes);
        Value other = value(random, depth, minutes);
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(9)) {
            case 0 -> one.crossesAbove(other);
            case 1 -> one.crossesBelow(100);
            case 2 -> random.nextBoolean() ? one.above(other) : one.atLeast(other);
            case 3 -> random.nextBoolean() ? one.below(100) : one.atMost(other);
            case 4 -> condition(random, depth - 1, minutes).and(condition(random, depth - 1, minutes));
            case 5 -> condition(random, depth - 1, minutes).or(condition(random, depth - 1, minutes));
            case 6 -> condition(random, depth - 1, minutes).not();
            case 7 -> condition(random, depth - 1, minutes).within(random.nextInt(1, 20));
            default -> {
                String session = random.nextBoolean() ? "NYSE" : "UTC 06:00-18:00";
                Condition of = condition(random, depth - 1, minutes);
                yield minutes > 300 ? of : of.during(session);
            }
        };
    }

    private static Bars bars(SplittableRandom random) {
        int count = random.nextInt(20, 130);
        Bars bars = new Bars(new Timeframe(15 * MINUTE), 1);
        long time = START + 15 * MINUTE * random.nextInt(100);
        long last = 10_000;
        for (int i = 0; i < count; i++) {
            long close = last + random.nextInt(-60, 61);
            long high = Math.max(last, close) + random.nextInt(20);
            bars.append(time, last, high, Math.min(last, close) - random.nextInt(20), close, random.nextInt(3));
            time += 15 * MINUTE * (random.nextInt(12) == 0 ? random.nextInt(1, 40) : 1);
            last = close;
        }
        return bars;
    }

    private static List<SlowColumns.Candle> candles(Bars bars) {
        List<SlowColumns.Candle> candles = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            candles.add(new SlowColumns.Candle(
                    bars.openTime(i),
                    bars.closeTime(i),
                    bars.opens()[i],
                    bars.highs()[i],
                    bars.lows()[i],
                    bars.closes()[i],
                    bars.volumes()[i]));
        }
        return candles;
    }

    @Test
    void everyValueIsWhatItsDefinitionSaysHoweverTheBarsAreCut() {
        int infinite = 0;
        int defined = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Bars bars = bars(random);
            Bars there = bars(random);
            Tape here = new Tape(INSTRUMENT, bars);
            ColumnGraph graph = here.columns;
            graph.neighbours().are(List.of(here, new Tape(instrument(2, THERE), there)));
            SlowColumns slow = new SlowColumns(candles(bars), new SlowColumns(candles(there)));
            List<Value> values = new ArrayList<>();
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                values.add(i == 0 ? new Value.BarsSince(condition(random, 2, 15)) : value(random, 3, 15));
                columns.add(graph.column(values.get(i)));
            }
            boolean live = random.nextInt(4) == 0;
            for (int from = 0; from < bars.size(); ) {
                int to = Math.min(bars.size(), live ? from + 1 : from + random.nextInt(1, 100));
                graph.advance(from, to);
                for (int v = 0; v < values.size(); v++) {
                    double[] expected = slow.column(values.get(v));
                    for (int i = from; i < to; i++) {
                        double actual = columns.get(v).values()[Frame.HISTORY + i - from];
                        if (Double.compare(actual, expected[i]) != 0) {
                            fail("seed %s, bar %s: %s is %s, not %s", seed, i, values.get(v), actual, expected[i]);
                        }
                        defined += Double.isFinite(actual) ? 1 : 0;
                        infinite += Double.isInfinite(actual) ? 1 : 0;
                    }
                }
                from = to;
            }
        }
        assertThat(defined).isGreaterThan(50_000);
        assertThat(infinite).as("conditions that had not held yet").isGreaterThan(1_000);
    }

    @Test
    void aRangeOfALongerTimeframeIsKeptInTicksForDistances() {
        Bars bars = bars(new SplittableRandom(1));
        ColumnGraph graph = new ColumnGraph(INSTRUMENT, bars, new Frame());
        Value atr = new Value.OfIndicator("atr", "", List.of(), List.of(3.0));
        Column column = graph.column(atr.on(Duration.ofHours(1)));
        graph.advance(0, bars.size());
        int last = Frame.HISTORY + bars.size() - 1;
        assertThat(column.ticks()[last]).isPositive();
        assertThat(column.values()[last]).isEqualTo(column.ticks()[last] / 100);
    }

    @Test
    void whatCannotBeIsSaidWhenItIsAskedFor() {
        ColumnGraph graph = new ColumnGraph(INSTRUMENT, bars(new SplittableRandom(2)), new Frame());
        assertThatThrownBy(() -> graph.column(CLOSE.on(Duration.ofMinutes(20))))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("on(20m) over bars of 15m")
                .hasMessageContaining("a multiple of 15m");
        Condition during = new Condition.During(Session.parse("NSE 09:15-09:20"));
        assertThatThrownBy(() -> graph.column(new Value.BarsSince(during)))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("no bar of 15m fits into Asia/Kolkata 09:15-09:20");
        assertThatThrownBy(() -> new Condition.HeldFor(3).within(2))
                .hasMessageContaining("barsInTrade() inside within(...)");
        assertThatThrownBy(() -> new Value.BarsSince(new Condition.HeldFor(3).not()))
                .hasMessageContaining("barsInTrade() inside barsSince(...)");
        assertThatThrownBy(() -> CLOSE.above(3).within(0)).hasMessage("within(0): at least one bar");
    }
}
