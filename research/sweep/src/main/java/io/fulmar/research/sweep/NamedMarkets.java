package io.fulmar.research.sweep;

import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Value;
import java.util.Set;

/** The markets that a series names. */
final class NamedMarkets {
    private NamedMarkets() {}

    static void in(Value value, Set<String> named) {
        switch (value) {
            case Value.OfField ignored -> {}
            case Value.Constant ignored -> {}
            case Value.OfIndicator indicator -> indicator.inputs().forEach(input -> in(input, named));
            case Value.Previous previous -> in(previous.of(), named);
            case Value.Arithmetic(Value.Operation ignored, Value left, Value right) -> {
                in(left, named);
                in(right, named);
            }
            case Value.OnTimeframe longer -> in(longer.of(), named);
            case Value.OnMarket(Value of, String symbol) -> {
                named.add(symbol);
                in(of, named);
            }
            case Value.BarsSince since -> in(since.condition(), named);
            case Value.ValueWhen(Condition condition, Value of) -> {
                in(condition, named);
                in(of, named);
            }
        }
    }

    private static void in(Condition condition, Set<String> named) {
        switch (condition) {
            case Condition.Compare(Condition.Relation ignored, Value left, Value right) -> {
                in(left, named);
                in(right, named);
            }
            case Condition.Cross(boolean ignored, Value left, Value right) -> {
                in(left, named);
                in(right, named);
            }
            case Condition.And(Condition left, Condition right) -> {
                in(left, named);
                in(right, named);
            }
            case Condition.Or(Condition left, Condition right) -> {
                in(left, named);
                in(right, named);
            }
            case Condition.Not(Condition of) -> in(of, named);
            case Condition.HeldFor ignored -> {}
            case Condition.Within within -> in(within.of(), named);
            case Condition.During ignored -> {}
        }
    }
}
