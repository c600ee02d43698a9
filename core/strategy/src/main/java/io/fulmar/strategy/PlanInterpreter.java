package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a plan bar by bar as if somebody had written it as code: the desk cannot tell. */
final class PlanInterpreter extends Strategy<PlanInterpreter.None> {
    /** A plan's parameters were used up when it was drawn. */
    record None() {}

    private record Way(Plan.Rule rule, Verdict when, Optional<Verdict> exit) {}

    private final List<Way> ways = new ArrayList<>();
    private final Plan.Cooldown cooldown;
    private int current;

    PlanInterpreter(Plan plan) {
        this.cooldown = plan.cooldown();
        for (Plan.Rule rule : plan.rules()) {
            declare(rule.protection().stop());
            declare(rule.protection().target());
            declare(rule.protection().trail());
            ways.add(new Way(rule, Verdict.of(rule.when(), seat), rule.exit().map(exit -> Verdict.of(exit, seat))));
        }
    }

    private void declare(Plan.Reach reach) {
        switch (reach) {
            case Plan.Reach.Fixed(Distance ignored) -> {}
            case Plan.Reach.Times(Value value, double ignored) -> seat.series(value);
        }
    }

    @Override
    public void onBar(Bar bar) {
        if (seat.lots != 0) {
            leave(ways.get(current));
        } else if (seat.flat() && rested()) {
            enter();
        }
    }

    private void leave(Way way) {
        if (way.exit.isPresent() && way.exit.get().holds()) {
            exit("plan's exit");
        } else if (way.rule.barsMax() > 0 && seat.barsInTrade() >= way.rule.barsMax()) {
            seat.leave(Cause.TIME, "held long enough");
        }
    }

    private void enter() {
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.when.holds()) {
                current = i;
                Entry entry = way.rule.side() == Side.BUY ? buy(way.rule.size()) : sell(way.rule.size());
                Plan.Protection protection = way.rule.protection();
                entry.stop(distance(protection.stop()))
                        .target(distance(protection.target()))
                        .trail(distance(protection.trail()));
                return;
            }
        }
    }

    private Distance distance(Plan.Reach reach) {
        return switch (reach) {
            case Plan.Reach.Fixed(Distance distance) -> distance;
            case Plan.Reach.Times(Value value, double factor) -> seat.distance(value, factor);
        };
    }

    private boolean rested() {
        for (Cause cause : cooldown.after()) {
            boolean out = switch (cooldown.rest()) {
                case Plan.Rest.Bars(int bars) -> seat.barsSince(cause) < bars;
                case Plan.Rest.Time(long nanos) -> seat.nanosSince(cause) < nanos;
            };
            if (out) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void save(Memory memory) {
        memory.put("rule", current);
    }

    @Override
    public void load(Memory memory) {
        current = (int) memory.number("rule", 0);
    }
}
