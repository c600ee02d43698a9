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

    final Plan plan;
    private final List<Way> ways = new ArrayList<>();
    private final Plan.Cooldown cooldown;
    private final Plan.Fishing fishing;
    private final Plan.Pyramid pyramid;
    private final Optional<Verdict> mayAdd;
    private final boolean reversing;
    private int current;

    /** Rungs were placed since the last entry by a rule: what fills now was fished. */
    private boolean fished;

    PlanInterpreter(Plan plan) {
        this.plan = plan;
        this.cooldown = plan.cooldown();
        this.fishing = plan.fishing();
        this.pyramid = plan.pyramid();
        this.reversing = plan.reversing();
        for (Plan.Rule rule : plan.rules()) {
            declare(rule.protection().stop());
            declare(rule.protection().target());
            declare(rule.protection().trail());
            ways.add(new Way(rule, Verdict.of(rule.when(), seat), rule.exit().map(exit -> Verdict.of(exit, seat))));
        }
        declare(fishing.rungs().apart());
        declare(pyramid.apart());
        this.mayAdd = pyramid.when().map(condition -> Verdict.of(condition, seat));
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
            hold(ways.get(current));
        } else if (fishing.present() && (seat.waiting() || ended())) {
            fish(ways.get(current));
        } else if (seat.flat() && rested()) {
            enter();
        }
    }

    // ---- in a position ----

    private void hold(Way way) {
        if (reversing && rested() && turn(way.rule.side().opposite())) {
            return;
        }
        if (way.exit.isPresent() && way.exit.get().holds()) {
            exit("plan's exit");
        } else if (way.rule.barsMax() > 0 && seat.barsInTrade() >= way.rule.barsMax()) {
            seat.leave(Cause.TIME, "held long enough");
        } else if (seat.waiting()) {
            if (enters(way.rule.side().opposite())) {
                withdraw("the signal turned");
            }
        } else if (pyramid.present()) {
            grow(way);
        }
    }

    private boolean turn(Side side) {
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.rule.side() == side && way.when.holds()) {
                if (seat.waiting()) {
                    withdraw("the position is turned");
                }
                begin(i, reverse(way.rule.size()));
                return true;
            }
        }
        return false;
    }

    private void grow(Way way) {
        if (seat.adds() < pyramid.addsMax()
                && (mayAdd.isEmpty() || mayAdd.get().holds())
                && (pyramid.apart().equals(Plan.Reach.NONE) || ahead(distance(pyramid.apart())))) {
            add(pyramid.size().orElse(way.rule.size()));
        }
    }

    // ---- flat ----

    private boolean enter() {
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.when.holds()) {
                begin(i, way.rule.side() == Side.BUY ? buy(way.rule.size()) : sell(way.rule.size()));
                return true;
            }
        }
        return false;
    }

    private void begin(int way, Entry entry) {
        current = way;
        fished = false;
        protect(entry, ways.get(way).rule.protection());
    }

    private void protect(Entry entry, Plan.Protection protection) {
        entry.stop(distance(protection.stop()))
                .target(distance(protection.target()))
                .trail(distance(protection.trail()));
    }

    /** At this bar a position ended that is to be fished for. */
    private boolean ended() {
        boolean ended = false;
        for (Cause cause : fishing.after()) {
            ended |= seat.justLeft(cause);
        }
        return ended && !fished;
    }

    /** Rungs wait, or may be placed: an entry by a rule comes before them, and a signal against them ends them. */
    private void fish(Way way) {
        boolean waits = seat.waiting();
        boolean over = rested() ? enter() : enters(way.rule.side().opposite());
        if (over || (way.exit.isPresent() && way.exit.get().holds())) {
            if (waits) {
                withdraw("the signal turned");
            }
        } else if (!waits) {
            fished = true;
            Entry rungs = seat.fish(
                    way.rule.size(), fishing.rungs(), distance(fishing.rungs().apart()));
            protect(rungs, way.rule.protection());
        }
    }

    private boolean enters(Side side) {
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.rule.side() == side && way.when.holds()) {
                return true;
            }
        }
        return false;
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
        memory.put("fished", fished);
    }

    @Override
    public void load(Memory memory) {
        current = (int) memory.number("rule", 0);
        fished = memory.flag("fished", false);
    }
}
