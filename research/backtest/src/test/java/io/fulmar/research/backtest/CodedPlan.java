package io.fulmar.research.backtest;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.indicator.Field;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Entry;
import io.fulmar.strategy.Fill;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Any plan as somebody would write it by hand, who knows nothing but indicators: every expression is worked out anew at each bar, from
 * {@code ago(...)} of the indicators it is made of.
 */
public final class CodedPlan extends Strategy<CodedPlan.P> {
    public record P(Held held) {}

    /** Keeps a plan out of the journal's list of parameters. */
    public static final class Held {
        final Plan plan;

        Held(Plan plan) {
            this.plan = plan;
        }

        @Override
        public String toString() {
            return "plan";
        }
    }

    /** The very same plan, handed over as it is. */
    public static final class Handed extends PlannedStrategy<P> {
        @Override
        public Plan plan() {
            return p.held().plan;
        }
    }

    private final Plan plan = p.held().plan;
    private final Map<Value, Series> lines = new HashMap<>();
    private final List<Value> nodes = new ArrayList<>();
    private final Map<Cause, Long> left = new EnumMap<>(Cause.class);
    private boolean warm;
    private boolean firstWarm;
    private Plan.Rule taken = plan.rules().get(0);

    public CodedPlan() {
        for (Plan.Rule rule : plan.rules()) {
            declare(rule.when());
            rule.exit().ifPresent(this::declare);
            for (Plan.Reach reach : List.of(
                    rule.protection().stop(),
                    rule.protection().target(),
                    rule.protection().trail())) {
                if (reach instanceof Plan.Reach.Times(Value value, double ignored)) {
                    declare(value);
                }
            }
        }
    }

    private void declare(Condition condition) {
        switch (condition) {
            case Condition.Compare(Condition.Relation ignored, Value one, Value other) -> {
                declare(one);
                declare(other);
            }
            case Condition.Cross(boolean ignored, Value one, Value other) -> {
                declare(one);
                declare(other);
            }
            case Condition.And(Condition one, Condition other) -> {
                declare(one);
                declare(other);
            }
            case Condition.Or(Condition one, Condition other) -> {
                declare(one);
                declare(other);
            }
            case Condition.Not(Condition of) -> declare(of);
            case Condition.HeldFor ignored -> {}
        }
    }

    private void declare(Value value) {
        nodes.add(value);
        ask(value);
    }

    /** Asks for the indicators that a value is made of. */
    private void ask(Value value) {
        switch (value) {
            case Value.Constant ignored -> {}
            case Value.Previous(Value of, int ignored) -> ask(of);
            case Value.Arithmetic(Value.Operation ignored, Value one, Value other) -> {
                ask(one);
                ask(other);
            }
            case Value.OfField(Field field) -> lines.computeIfAbsent(value, any -> field(field));
            case Value.OfIndicator(String name, String output, List<Value> inputs, List<Double> arguments) -> {
                double[] numbers =
                        arguments.stream().mapToDouble(Double::doubleValue).toArray();
                String full = output.isEmpty() ? name : name + "." + output;
                if (inputs.isEmpty()) {
                    lines.computeIfAbsent(value, any -> indicator(full, numbers));
                } else {
                    Value.OfField input = (Value.OfField) inputs.get(0);
                    lines.computeIfAbsent(value, any -> indicatorOf(field(input.field()), full, numbers));
                }
            }
        }
    }

    private Series field(Field field) {
        return switch (field) {
            case OPEN -> open();
            case HIGH -> high();
            case LOW -> low();
            case CLOSE -> close();
            case VOLUME -> volume();
        };
    }

    private double worth(Value value, int ago) {
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
            case Value.OfField ignored -> known(value).ago(ago);
            case Value.OfIndicator ignored -> known(value).ago(ago);
        };
    }

    private Series known(Value value) {
        return Objects.requireNonNull(lines.get(value));
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Compare(Condition.Relation relation, Value one, Value other) -> {
                double a = worth(one, 0);
                double b = worth(other, 0);
                yield switch (relation) {
                    case ABOVE -> a > b;
                    case BELOW -> a < b;
                    case AT_LEAST -> a >= b;
                    case AT_MOST -> a <= b;
                };
            }
            case Condition.Cross(boolean upward, Value one, Value other) -> {
                int sign = upward ? 1 : -1;
                double before = sign * (worth(one, 1) - worth(other, 1));
                double now = sign * (worth(one, 0) - worth(other, 0));
                yield !firstWarm && before <= 0 && now > 0;
            }
            case Condition.And(Condition one, Condition other) -> holds(one) && holds(other);
            case Condition.Or(Condition one, Condition other) -> holds(one) || holds(other);
            case Condition.Not(Condition of) -> !holds(of);
            case Condition.HeldFor(int bars) -> barsInTrade() >= bars;
        };
    }

    @Override
    public void onFill(Fill fill) {
        if (!holding()) {
            left.put(fill.cause(), fill.time());
        }
    }

    @Override
    public void onBar(Bar bar) {
        firstWarm = !warm && nodes.stream().noneMatch(node -> Double.isNaN(worth(node, 0)));
        warm = warm || firstWarm;
        if (!warm) {
            return;
        }
        if (holding()) {
            if (taken.exit().filter(this::holds).isPresent()) {
                exit("the condition holds");
            } else if (taken.barsMax() > 0 && barsInTrade() >= taken.barsMax()) {
                exitOnTime("it is time");
            }
        } else if (flat() && mayEnter(bar)) {
            for (Plan.Rule rule : plan.rules()) {
                if (holds(rule.when())) {
                    taken = rule;
                    enter(rule);
                    return;
                }
            }
        }
    }

    private boolean mayEnter(Bar bar) {
        return plan.cooldown().after().stream().allMatch(cause -> switch (plan.cooldown()
                .rest()) {
            case Plan.Rest.Bars(int bars) -> rested(bars, cause);
            case Plan.Rest.Time(long nanos) -> !left.containsKey(cause) || bar.time() - known(cause) >= nanos;
        });
    }

    private long known(Cause cause) {
        return Objects.requireNonNull(left.get(cause));
    }

    private void enter(Plan.Rule rule) {
        Size size = rule.size();
        Entry entry = rule.side() == Side.BUY ? buy(size) : sell(size);
        Plan.Protection protection = rule.protection();
        entry.stop(distance(protection.stop()));
        entry.target(distance(protection.target()));
        entry.trail(distance(protection.trail()));
    }

    private Distance distance(Plan.Reach reach) {
        return switch (reach) {
            case Plan.Reach.Fixed(Distance distance) -> distance;
            case Plan.Reach.Times(Value value, double factor) -> known(value).times(factor);
        };
    }
}
