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
import io.fulmar.strategy.Rungs;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.Value;
import java.util.EnumMap;
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
    private final CodedValues values = new CodedValues(this::line);
    private final Map<Cause, Long> left = new EnumMap<>(Cause.class);
    private boolean warm;
    private boolean firstWarm;
    private boolean again;
    private Plan.Rule taken = plan.rules().get(0);

    public CodedPlan() {
        for (Plan.Rule rule : plan.rules()) {
            values.declare(rule.when());
            rule.exit().ifPresent(values::declare);
            declare(rule.protection().stop());
            declare(rule.protection().target());
            declare(rule.protection().trail());
        }
        plan.pyramid().when().ifPresent(values::declare);
        declare(plan.pyramid().apart());
        declare(plan.fishing().rungs().apart());
    }

    private void declare(Plan.Reach reach) {
        if (reach instanceof Plan.Reach.Times(Value value, double ignored)) {
            values.declare(value);
        }
    }

    private Series line(Value value) {
        return switch (value) {
            case Value.OfField(Field field) ->
                switch (field) {
                    case OPEN -> open();
                    case HIGH -> high();
                    case LOW -> low();
                    case CLOSE -> close();
                    case VOLUME -> volume();
                };
            case Value.OfIndicator(String name, String output, List<Value> inputs, List<Double> arguments) -> {
                double[] numbers =
                        arguments.stream().mapToDouble(Double::doubleValue).toArray();
                String full = output.isEmpty() ? name : name + "." + output;
                yield inputs.isEmpty() ? indicator(full, numbers) : indicatorOf(line(inputs.get(0)), full, numbers);
            }
            default -> throw new IllegalArgumentException(value + " is no indicator");
        };
    }

    private boolean holds(Condition condition) {
        return values.holds(condition, 0, firstWarm, barsInTrade());
    }

    @Override
    public void onFill(Fill fill) {
        if (!holding()) {
            left.put(fill.cause(), fill.time());
        }
    }

    @Override
    public void onBar(Bar bar) {
        values.onBar(bar);
        firstWarm = !warm && values.warm();
        warm = warm || firstWarm;
        if (!warm) {
            return;
        }
        boolean free = mayEnter(bar);
        if (holding()) {
            inPosition(free);
        } else if (waiting()) {
            boolean entered = free && plan.rules().stream().anyMatch(this::entered);
            if (entered || against()) {
                withdraw("no longer");
            }
        } else if (!(free && plan.rules().stream().anyMatch(this::entered))) {
            castAgain();
        }
    }

    private void inPosition(boolean free) {
        List<Plan.Rule> opposite = plan.rules().stream()
                .filter(rule -> rule.side() == taken.side().opposite())
                .filter(rule -> holds(rule.when()))
                .toList();
        if (plan.reversing() && free && !opposite.isEmpty()) {
            if (waiting()) {
                withdraw("turning round");
            }
            taken = opposite.get(0);
            again = false;
            protect(reverse(taken.size()));
        } else if (taken.exit().filter(this::holds).isPresent()) {
            exit("the condition holds");
        } else if (taken.barsMax() > 0 && barsInTrade() >= taken.barsMax()) {
            exitOnTime("it is time");
        } else if (waiting() && !opposite.isEmpty()) {
            withdraw("it turned");
        } else if (!waiting() && adds() < plan.pyramid().addsMax()) {
            Plan.Pyramid pyramid = plan.pyramid();
            boolean asked = pyramid.when().isEmpty() || holds(pyramid.when().get());
            if (asked && (pyramid.apart().equals(Plan.Reach.NONE) || ahead(distance(pyramid.apart())))) {
                add(pyramid.size().orElse(taken.size()));
            }
        }
    }

    private boolean against() {
        return plan.rules().stream().anyMatch(rule -> rule.side() != taken.side() && holds(rule.when()))
                || taken.exit().filter(this::holds).isPresent();
    }

    private void castAgain() {
        boolean left = plan.fishing().after().stream().anyMatch(this::justLeft);
        if (left && !again && !against()) {
            again = true;
            Rungs rungs = plan.fishing().rungs();
            protect(fish(taken.size(), rungs.apart(distance(rungs.apart()))));
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

    private boolean entered(Plan.Rule rule) {
        if (!holds(rule.when())) {
            return false;
        }
        taken = rule;
        again = false;
        Size size = rule.size();
        protect(rule.side() == Side.BUY ? buy(size) : sell(size));
        return true;
    }

    private void protect(Entry entry) {
        Plan.Protection protection = taken.protection();
        entry.stop(distance(protection.stop()));
        entry.target(distance(protection.target()));
        entry.trail(distance(protection.trail()));
    }

    private Distance distance(Plan.Reach reach) {
        return switch (reach) {
            case Plan.Reach.Fixed(Distance distance) -> distance;
            case Plan.Reach.Times(Value value, double factor) ->
                values.series(value).times(factor);
        };
    }
}
