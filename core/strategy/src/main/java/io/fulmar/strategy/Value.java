package io.fulmar.strategy;

import io.fulmar.domain.Timeframe;
import io.fulmar.indicator.Field;
import java.time.Duration;
import java.util.List;

/** A number that every bar has once it is warm: what a plan compares. It is data; who runs it decides how it is computed. */
public sealed interface Value {
    record OfField(Field field) implements Value {}

    record Constant(double number) implements Value {}

    /** An indicator by its name; without inputs it reads the bar's own fields. {@code output} is empty where there is only one. */
    record OfIndicator(String name, String output, List<Value> inputs, List<Double> arguments) implements Value {}

    /** The value that many bars ago. */
    record Previous(Value of, int bars) implements Value {
        public Previous {
            if (bars < 1 || bars > Frame.HISTORY) {
                throw new IllegalArgumentException("previous(" + bars + "): 1 to " + Frame.HISTORY + " bars");
            }
        }
    }

    record Arithmetic(Operation operation, Value left, Value right) implements Value {}

    /** The value over longer bars: that of the last one which has closed by the close of this bar, never of the one forming. */
    record OnTimeframe(Value of, Timeframe timeframe) implements Value {}

    /** The value in another market of the run: that of its last bar which has closed by the close of this bar. */
    record OnMarket(Value of, String symbol) implements Value {}

    /** Bars since the condition last held: 0 at such a bar, infinite until it has held for the first time. */
    record BarsSince(Condition condition) implements Value {
        public BarsSince {
            condition.refuseAge("barsSince(...)");
        }
    }

    /** What the value was at the last bar at which the condition held; there is none before the first. */
    record ValueWhen(Condition condition, Value value) implements Value {
        public ValueWhen {
            condition.refuseAge("valueWhen(...)");
        }
    }

    enum Operation {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY
    }

    default Value previous() {
        return new Previous(this, 1);
    }

    default Value previous(int bars) {
        return new Previous(this, bars);
    }

    /** Over bars of that length, made of these on UTC boundaries: {@code ema(50).on(hours(4))}. */
    default Value on(Duration length) {
        return new OnTimeframe(this, new Timeframe(length.toNanos()));
    }

    /** In another market of the run, by its symbol: {@code ema(50).on("BTC/USDT:USDT")}. Its bars are as long as these. */
    default Value on(String symbol) {
        return new OnMarket(this, symbol);
    }

    default Value plus(Value other) {
        return new Arithmetic(Operation.PLUS, this, other);
    }

    default Value plus(double number) {
        return plus(new Constant(number));
    }

    default Value minus(Value other) {
        return new Arithmetic(Operation.MINUS, this, other);
    }

    default Value minus(double number) {
        return minus(new Constant(number));
    }

    default Value times(Value other) {
        return new Arithmetic(Operation.TIMES, this, other);
    }

    default Value times(double number) {
        return times(new Constant(number));
    }

    default Value dividedBy(Value other) {
        return new Arithmetic(Operation.DIVIDED_BY, this, other);
    }

    default Value dividedBy(double number) {
        return dividedBy(new Constant(number));
    }

    default Condition above(Value other) {
        return new Condition.Compare(Condition.Relation.ABOVE, this, other);
    }

    default Condition above(double level) {
        return above(new Constant(level));
    }

    default Condition below(Value other) {
        return new Condition.Compare(Condition.Relation.BELOW, this, other);
    }

    default Condition below(double level) {
        return below(new Constant(level));
    }

    default Condition atLeast(Value other) {
        return new Condition.Compare(Condition.Relation.AT_LEAST, this, other);
    }

    default Condition atLeast(double level) {
        return atLeast(new Constant(level));
    }

    default Condition atMost(Value other) {
        return new Condition.Compare(Condition.Relation.AT_MOST, this, other);
    }

    default Condition atMost(double level) {
        return atMost(new Constant(level));
    }

    /** Was at or below, is above. */
    default Condition crossesAbove(Value other) {
        return new Condition.Cross(true, this, other);
    }

    default Condition crossesAbove(double level) {
        return crossesAbove(new Constant(level));
    }

    /** Was at or above, is below. */
    default Condition crossesBelow(Value other) {
        return new Condition.Cross(false, this, other);
    }

    default Condition crossesBelow(double level) {
        return crossesBelow(new Constant(level));
    }
}
