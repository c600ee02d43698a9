package io.fulmar.engine;

import io.fulmar.market.Session;
import io.fulmar.market.SessionClock;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.StrategyException;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition read over all bars from the first: what "bars since" and "value when" are made of. Like a strategy it is not read before
 * each of its series has a value, and no cross counts on the first bar at which they all do.
 */
final class Lookback {
    @FunctionalInterface
    private interface Check {
        boolean holds(int at);
    }

    private final ColumnGraph graph;
    private final List<double[]> parts = new ArrayList<>();
    private final Check check;
    private boolean known;
    private boolean first;

    private Lookback(ColumnGraph graph, Condition condition) {
        this.graph = graph;
        this.check = check(condition);
    }

    static Column barsSince(ColumnGraph graph, Condition condition) {
        Lookback lookback = new Lookback(graph, condition);
        double[] out = graph.buffer();
        graph.add((bars, from, size) -> {
            for (int at = Frame.HISTORY; at < Frame.HISTORY + size; at++) {
                double before = lookback.known ? out[at - 1] : Double.POSITIVE_INFINITY;
                if (lookback.known(at)) {
                    out[at] = lookback.check.holds(at) ? 0 : before + 1;
                } else {
                    out[at] = Double.NaN;
                }
            }
        });
        return Column.of(out);
    }

    static Column valueWhen(ColumnGraph graph, Condition condition, Value value) {
        Lookback lookback = new Lookback(graph, condition);
        double[] in = lookback.part(value);
        double[] out = graph.buffer();
        graph.add((bars, from, size) -> {
            for (int at = Frame.HISTORY; at < Frame.HISTORY + size; at++) {
                out[at] = lookback.known(at) && lookback.check.holds(at) ? in[at] : out[at - 1];
            }
        });
        return Column.of(out);
    }

    /** Whether the condition can be read at that bar: from the first on at which each of its series has a value. */
    private boolean known(int at) {
        first = false;
        if (!known) {
            known = true;
            for (int i = 0; i < parts.size(); i++) {
                known &= !Double.isNaN(parts.get(i)[at]);
            }
            first = known;
        }
        return known;
    }

    private double[] part(Value value) {
        double[] values = graph.column(value).values();
        parts.add(values);
        return values;
    }

    private Check check(Condition condition) {
        return switch (condition) {
            case Condition.Compare(Condition.Relation relation, Value left, Value right) ->
                compare(relation, part(left), part(right));
            case Condition.Cross(boolean upward, Value left, Value right) ->
                upward ? cross(part(left), part(right)) : cross(part(right), part(left));
            case Condition.And(Condition left, Condition right) -> {
                Check one = check(left);
                Check other = check(right);
                yield at -> one.holds(at) && other.holds(at);
            }
            case Condition.Or(Condition left, Condition right) -> {
                Check one = check(left);
                Check other = check(right);
                yield at -> one.holds(at) || other.holds(at);
            }
            case Condition.Not(Condition of) -> {
                Check one = check(of);
                yield at -> !one.holds(at);
            }
            case Condition.Within(Condition of, int bars) -> {
                double[] since = part(new Value.BarsSince(of));
                yield at -> since[at] < bars;
            }
            case Condition.During(Session session) -> during(session);
            case Condition.HeldFor ignored ->
                throw new StrategyException("what looks back over bars cannot ask for the age of a position");
        };
    }

    private static Check compare(Condition.Relation relation, double[] left, double[] right) {
        return switch (relation) {
            case ABOVE -> at -> left[at] > right[at];
            case BELOW -> at -> left[at] < right[at];
            case AT_LEAST -> at -> left[at] >= right[at];
            case AT_MOST -> at -> left[at] <= right[at];
        };
    }

    private Check cross(double[] left, double[] right) {
        return at -> left[at] > right[at] && left[at - 1] <= right[at - 1] && !first;
    }

    private Check during(Session session) {
        long nanos = graph.bars().timeframe().nanos();
        if (nanos > session.nanos()) {
            throw new StrategyException("no bar of " + graph.bars().kind() + " fits into " + session
                    + ": a session is for bars that are shorter");
        }
        SessionClock clock = new SessionClock(session);
        double[] inside = graph.buffer();
        graph.add((bars, from, size) -> {
            for (int i = 0; i < size; i++) {
                boolean covered = clock.covers(bars.openTime(from + i), bars.closeTime(from + i));
                inside[Frame.HISTORY + i] = covered ? 1 : 0;
            }
        });
        return at -> inside[at] == 1;
    }
}
