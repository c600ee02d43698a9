package io.fulmar.strategy;

import io.fulmar.indicator.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Columns computed the slow way over closes that a test writes down; every field is the close, an indicator is the close doubled. */
final class FakeColumns implements Columns {
    private static final long MINUTE = 60_000_000_000L;

    private final Frame frame = new Frame();
    private final double[] closes;
    private final Map<Value, Column> made = new HashMap<>();

    FakeColumns(double... closes) {
        this.closes = closes;
        frame.blockAt(0);
        moveTo(0);
    }

    void moveTo(int bar) {
        frame.moveTo(Frame.HISTORY + bar);
    }

    @Override
    public Frame frame() {
        return frame;
    }

    /** A bar a minute. */
    @Override
    public long barTime() {
        return frame.bar() * MINUTE;
    }

    @Override
    public long closeTicks() {
        return Math.round(closes[(int) frame.bar()] * 100);
    }

    @Override
    public double ticksPerPrice() {
        return 100;
    }

    @Override
    public Column column(Value value) {
        return made.computeIfAbsent(value, this::compute);
    }

    private Column compute(Value value) {
        double[] out = new double[Frame.HISTORY + closes.length];
        Arrays.fill(out, 0, Frame.HISTORY, Double.NaN);
        for (int i = 0; i < closes.length; i++) {
            out[Frame.HISTORY + i] = at(value, i);
        }
        return Column.of(out);
    }

    private double at(Value value, int bar) {
        return switch (value) {
            case Value.OfField(Field ignored) -> bar < 0 ? Double.NaN : closes[bar];
            case Value.Constant(double number) -> number;
            case Value.Previous(Value of, int bars) -> at(of, bar - bars);
            case Value.OfIndicator ignored -> bar < 0 ? Double.NaN : 2 * closes[bar];
            case Value.OnTimeframe ignored -> throw new IllegalStateException("there is one timeframe here");
            case Value.OnMarket ignored -> throw new IllegalStateException("there is one market here");
            case Value.BarsSince(Condition condition) -> since(condition, bar);
            case Value.ValueWhen(Condition condition, Value of) ->
                bar < 0 ? Double.NaN : holds(condition, bar) ? at(of, bar) : at(value, bar - 1);
            case Value.Arithmetic(Value.Operation operation, Value left, Value right) ->
                switch (operation) {
                    case PLUS -> at(left, bar) + at(right, bar);
                    case MINUS -> at(left, bar) - at(right, bar);
                    case TIMES -> at(left, bar) * at(right, bar);
                    case DIVIDED_BY -> at(left, bar) / at(right, bar);
                };
        };
    }

    private double since(Condition condition, int bar) {
        if (bar < 0) {
            return Double.POSITIVE_INFINITY;
        }
        return holds(condition, bar) ? 0 : since(condition, bar - 1) + 1;
    }

    private boolean holds(Condition condition, int bar) {
        if (condition instanceof Condition.Compare(Condition.Relation relation, Value left, Value right)
                && relation == Condition.Relation.ABOVE) {
            return at(left, bar) > at(right, bar);
        }
        throw new IllegalArgumentException("only above is known here, not " + condition);
    }
}
