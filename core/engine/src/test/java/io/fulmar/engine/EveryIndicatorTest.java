package io.fulmar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.indicator.Block;
import io.fulmar.indicator.Definition;
import io.fulmar.indicator.Evaluation;
import io.fulmar.indicator.Expression;
import io.fulmar.indicator.Field;
import io.fulmar.indicator.Indicators;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every indicator reached by its name, as strategies and plans do, gives what the same expression gives on the command line. */
class EveryIndicatorTest {
    private static final int BARS = 400;
    private static final long MINUTE = 60_000_000_000L;
    private static final Instrument INSTRUMENT = Instrument.linear(
            1, "test", Symbol.parse("X/USDT:USDT"), Decimal.parse("0.01"), Decimal.parse("0.001"), Decimal.ONE);

    static Stream<Definition> all() {
        return Indicators.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isReachedByNameAndGivesTheSameBits(Definition definition) {
        Bars bars = bars(new SplittableRandom(definition.name().hashCode()));
        ColumnGraph graph = new ColumnGraph(INSTRUMENT, bars, new Frame());
        List<Expression> expressions = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (String output : definition.outputs()) {
            String named = definition.outputs().size() == 1 ? "" : output;
            expressions.add(Expression.parse(definition.name() + (named.isEmpty() ? "" : "." + named)));
            columns.add(graph.column(new Value.OfIndicator(definition.name(), named, List.of(), List.of())));
        }
        double[][] expected = new double[expressions.size()][BARS];
        Evaluation.of(expressions).take(block(bars), expected);
        SplittableRandom random = new SplittableRandom(1);
        for (int from = 0; from < BARS; ) {
            int to = Math.min(BARS, from + random.nextInt(1, 70));
            graph.advance(from, to);
            for (int o = 0; o < columns.size(); o++) {
                for (int i = from; i < to; i++) {
                    double actual = columns.get(o).values()[Frame.HISTORY + i - from];
                    assertThat(same(definition, actual, expected[o][i]))
                            .as("%s, bar %d: %s and %s", expressions.get(o), i, actual, expected[o][i])
                            .isTrue();
                }
            }
            from = to;
        }
    }

    /** To the bit; an atr is kept in ticks for distances and brought to prices afterwards. */
    private static boolean same(Definition definition, double actual, double expected) {
        return Double.compare(actual, expected) == 0
                || (definition.name().equals("atr") && Math.abs(actual - expected) <= 1e-14 * expected);
    }

    private static Bars bars(SplittableRandom random) {
        Bars bars = new Bars(new Timeframe(MINUTE), 1);
        long last = 10_000;
        for (int i = 0; i < BARS; i++) {
            long close = Math.max(1_000, last + random.nextInt(-60, 61));
            long high = Math.max(last, close) + random.nextInt(20);
            long low = Math.min(last, close) - random.nextInt(20);
            bars.append(MINUTE * i, last, high, low, close, random.nextInt(1, 1_000));
            last = close;
        }
        return bars;
    }

    private static Block block(Bars bars) {
        return new Block(Field.values().length)
                .resize(BARS)
                .exact(Field.OPEN.column(), bars.opens(), 0, 100)
                .exact(Field.HIGH.column(), bars.highs(), 0, 100)
                .exact(Field.LOW.column(), bars.lows(), 0, 100)
                .exact(Field.CLOSE.column(), bars.closes(), 0, 100)
                .inexact(Field.VOLUME.column(), bars.volumes());
    }
}
