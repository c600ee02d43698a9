package io.fulmar.research.backtest;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Session;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Expressions worked out by hand from indicators alone: every sum anew at each bar, what looks back in a list of its own that is written
 * on from bar to bar.
 */
final class CodedValues {
    private static final int MEMORY = 256;

    /** What a lookback has been at each bar, and whether it can be read yet. */
    private static final class Past {
        final List<Double> values = new ArrayList<>();
        boolean readable;
        boolean first;
    }

    private final Function<Value, Series> indicator;
    private final Map<Value, Series> lines = new HashMap<>();
    private final List<Value> nodes = new ArrayList<>();
    private final List<Value> looking = new ArrayList<>();
    private final Map<Value, Past> pasts = new HashMap<>();
    private int standing = MEMORY - 1;
    private Bar bar = new Bar(0, 0, 0, 0, 0, 0);

    CodedValues(Function<Value, Series> indicator) {
        this.indicator = indicator;
    }

    // ---- what is needed ----

    void declare(Condition condition) {
        parts(condition).forEach(this::declare);
    }

    void declare(Value value) {
        nodes.add(value);
        ask(value);
    }

    /** The values that a condition compares. */
    private static List<Value> parts(Condition condition) {
        List<Value> parts = new ArrayList<>();
        switch (condition) {
            case Condition.Compare(Condition.Relation ignored, Value one, Value other) ->
                parts.addAll(List.of(one, other));
            case Condition.Cross(boolean ignored, Value one, Value other) -> parts.addAll(List.of(one, other));
            case Condition.And(Condition one, Condition other) -> {
                parts.addAll(parts(one));
                parts.addAll(parts(other));
            }
            case Condition.Or(Condition one, Condition other) -> {
                parts.addAll(parts(one));
                parts.addAll(parts(other));
            }
            case Condition.Not(Condition of) -> parts.addAll(parts(of));
            case Condition.HeldFor ignored -> {}
            case Condition.Within(Condition of, int ignored) -> parts.add(new Value.BarsSince(of));
            case Condition.During ignored -> {}
        }
        return parts;
    }

    private void ask(Value value) {
        switch (value) {
            case Value.Constant ignored -> {}
            case Value.Previous(Value of, int ignored) -> ask(of);
            case Value.Arithmetic(Value.Operation ignored, Value one, Value other) -> {
                ask(one);
                ask(other);
            }
            case Value.OfField ignored -> line(value);
            case Value.OfIndicator ignored -> line(value);
            case Value.OnTimeframe(Value of, Timeframe timeframe) ->
                lines.computeIfAbsent(value, any -> indicator.apply(of).on(Duration.ofNanos(timeframe.nanos())));
            case Value.OnMarket(Value of, String symbol) ->
                lines.computeIfAbsent(value, any -> indicator.apply(of).on(symbol));
            case Value.BarsSince(Condition condition) -> look(value, parts(condition));
            case Value.ValueWhen(Condition condition, Value of) -> {
                List<Value> parts = parts(condition);
                parts.add(of);
                look(value, parts);
            }
        }
    }

    private void line(Value value) {
        lines.computeIfAbsent(value, indicator);
    }

    private void look(Value value, List<Value> parts) {
        parts.forEach(this::ask);
        if (!pasts.containsKey(value)) {
            pasts.put(value, new Past());
            looking.add(value);
        }
    }

    // ---- bar by bar ----

    /** The first time also all the bars before, as far as indicators remember them. */
    void onBar(Bar now) {
        bar = now;
        for (; standing >= 0; standing--) {
            for (Value value : looking) {
                Past past = known(value);
                past.values.add(next(value, past));
            }
        }
        standing = 0;
    }

    private double next(Value value, Past past) {
        double before = past.values.isEmpty() ? Double.NaN : past.values.getLast();
        return switch (value) {
            case Value.BarsSince(Condition condition) -> {
                if (!readable(past, parts(condition))) yield Double.NaN;
                double more = Double.isNaN(before) ? Double.POSITIVE_INFINITY : before + 1;
                yield holds(condition, standing, past.first, 0) ? 0 : more;
            }
            case Value.ValueWhen(Condition condition, Value of) -> {
                List<Value> parts = parts(condition);
                parts.add(of);
                yield readable(past, parts) && holds(condition, standing, past.first, 0) ? worth(of, standing) : before;
            }
            default -> throw new IllegalArgumentException(value + " does not look back");
        };
    }

    private boolean readable(Past past, List<Value> parts) {
        past.first = false;
        if (!past.readable && parts.stream().noneMatch(part -> Double.isNaN(worth(part, standing)))) {
            past.readable = true;
            past.first = true;
        }
        return past.readable;
    }

    boolean warm() {
        return nodes.stream().noneMatch(node -> Double.isNaN(worth(node, 0)));
    }

    double worth(Value value, int ago) {
        if (ago > MEMORY) {
            return Double.NaN;
        }
        return switch (value) {
            case Value.Constant(double number) -> number;
            case Value.Previous(Value of, int bars) -> worth(of, ago + bars);
            case Value.Arithmetic(Value.Operation operation, Value one, Value other) ->
                switch (operation) {
                    case PLUS -> worth(one, ago) + worth(other, ago);
                    case MINUS -> worth(one, ago) - worth(other, ago);
                    case TIMES -> worth(one, ago) * worth(other, ago);
                    case DIVIDED_BY -> worth(one, ago) / worth(other, ago);
                };
            case Value.OfField ignored -> series(value).ago(ago);
            case Value.OfIndicator ignored -> series(value).ago(ago);
            case Value.OnTimeframe ignored -> series(value).ago(ago);
            case Value.OnMarket ignored -> series(value).ago(ago);
            case Value.BarsSince ignored -> past(value, ago);
            case Value.ValueWhen ignored -> past(value, ago);
        };
    }

    private double past(Value value, int ago) {
        List<Double> values = known(value).values;
        // while the bars before are gone through "now" is the bar that was so many ago, and its value may be missing
        // yet
        int behind = ago - standing;
        int index = values.size() - 1 - behind;
        return index < 0 ? Double.NaN : values.get(index);
    }

    private Past known(Value value) {
        return Objects.requireNonNull(pasts.get(value));
    }

    Series series(Value value) {
        return Objects.requireNonNull(lines.get(value));
    }

    /** {@code first}: no cross counts yet. */
    boolean holds(Condition condition, int ago, boolean first, int age) {
        return switch (condition) {
            case Condition.Compare(Condition.Relation relation, Value one, Value other) -> {
                double a = worth(one, ago);
                double b = worth(other, ago);
                yield switch (relation) {
                    case ABOVE -> a > b;
                    case BELOW -> a < b;
                    case AT_LEAST -> a >= b;
                    case AT_MOST -> a <= b;
                };
            }
            case Condition.Cross(boolean upward, Value one, Value other) -> {
                Value low = upward ? one : other;
                Value high = upward ? other : one;
                yield !first && worth(low, ago + 1) <= worth(high, ago + 1) && worth(low, ago) > worth(high, ago);
            }
            case Condition.And(Condition one, Condition other) ->
                holds(one, ago, first, age) && holds(other, ago, first, age);
            case Condition.Or(Condition one, Condition other) ->
                holds(one, ago, first, age) || holds(other, ago, first, age);
            case Condition.Not(Condition of) -> !holds(of, ago, first, age);
            case Condition.HeldFor(int bars) -> age >= bars;
            case Condition.Within(Condition of, int bars) -> worth(new Value.BarsSince(of), ago) < bars;
            case Condition.During(Session session) -> during(session);
        };
    }

    /** Of a bar of a minute. */
    private boolean during(Session session) {
        ZonedDateTime opens = Instant.ofEpochSecond(bar.time() / 1_000_000_000L).atZone(session.zone());
        int from = opens.toLocalTime().toSecondOfDay();
        return session.days().contains(opens.getDayOfWeek())
                && from >= session.fromSecond()
                && from + 60 <= session.toSecond();
    }
}
