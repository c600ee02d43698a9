package io.fulmar.research.sweep;

import io.fulmar.engine.SeriesSheet;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As many combinations as share their columns well, run side by side: block after block, each column once, each condition once, then
 * every combination over that block while all of it is near the processor.
 */
final class SignalRun {
    private final Terms terms;
    private final Market market;
    private final SeriesSheet sheet;
    private final Map<Value, Line> lines = new HashMap<>();
    private final List<Line> order = new ArrayList<>();
    private final Map<Condition, Signal> signals = new HashMap<>();
    private final Signal never = new Signal.Never();

    /** Words of signals that one combination alone asks for, used by one combination after the other. */
    private final List<long[]> scratch = new ArrayList<>();

    private int fresh;
    private final List<Rider> riders = new ArrayList<>();

    /** A combination, what it reads, and why it has to be run elsewhere after all; empty where it has not. */
    private static final class Rider {
        final Lane lane;
        final List<Line> declared;
        String fallen = "";

        Rider(Lane lane, List<Line> declared) {
            this.lane = lane;
            this.declared = declared;
        }
    }

    SignalRun(Terms terms, Study study, Market market) {
        this.terms = terms;
        this.market = market;
        this.sheet = Study.sheet(study.template());
    }

    int size() {
        return riders.size();
    }

    int columns() {
        return order.size();
    }

    // ---- from plan to columns and bits ----

    void add(Plan plan, List<Value> declared) {
        fresh = 0;
        List<Way> ways = new ArrayList<>();
        for (Plan.Rule rule : plan.rules()) {
            Plan.Protection protection = rule.protection();
            ways.add(new Way(
                    ways.size(),
                    signal(rule.when()),
                    rule.side(),
                    rule.size(),
                    span(protection.stop()),
                    span(protection.target()),
                    span(protection.trail()),
                    rule.exit().map(this::signal).orElse(never),
                    rule.barsMax()));
        }
        Way.Span apart = span(plan.fishing().rungs().apart());
        List<Line> read = new ArrayList<>();
        for (Value value : declared) {
            read.add(line(value));
        }
        riders.add(new Rider(new Lane(terms, market, plan, List.copyOf(ways), apart), read));
    }

    private Line line(Value value) {
        Line known = lines.get(value);
        if (known == null) {
            known = market.averages().line(value).orElseGet(() -> new Line(sheet.column(value)));
            lines.put(value, known);
            order.add(known);
        }
        return known;
    }

    private Way.Span span(Plan.Reach reach) {
        return switch (reach) {
            case Plan.Reach.Fixed(var distance) -> new Way.Span.Fixed(distance);
            case Plan.Reach.Times(Value value, double factor) -> new Way.Span.Times(line(value), factor);
        };
    }

    private Signal signal(Condition condition) {
        Signal known = signals.get(condition);
        if (known == null) {
            known = make(condition);
            if (scratch.size() == fresh) {
                scratch.add(new long[Block.WORDS]);
            }
            known.borrow(scratch.get(fresh++));
            signals.put(condition, known);
        } else {
            known.share();
        }
        return known;
    }

    /** As the desk reads it: see {@code Verdict}. */
    private Signal make(Condition condition) {
        return switch (condition) {
            case Condition.Compare(Condition.Relation relation, Value left, Value right) ->
                switch (relation) {
                    case ABOVE -> new Signal.Compare(line(left), line(right), false);
                    case BELOW -> new Signal.Compare(line(right), line(left), false);
                    case AT_LEAST -> new Signal.Compare(line(left), line(right), true);
                    case AT_MOST -> new Signal.Compare(line(right), line(left), true);
                };
            case Condition.Cross(boolean upward, Value left, Value right) ->
                upward ? new Signal.CrossUp(line(left), line(right)) : new Signal.CrossUp(line(right), line(left));
            case Condition.And(Condition left, Condition right) -> new Signal.Joined(true, signal(left), signal(right));
            case Condition.Or(Condition left, Condition right) -> new Signal.Joined(false, signal(left), signal(right));
            case Condition.Not(Condition of) -> new Signal.Negated(signal(of));
            case Condition.HeldFor(int bars) -> new Signal.HeldFor(bars);
            case Condition.Within(Condition of, int bars) -> recent(new Value.BarsSince(of), bars);
            case Condition.During during -> recent(new Value.BarsSince(during), 1);
        };
    }

    private Signal recent(Value since, int bars) {
        return new Signal.Compare(line(new Value.Constant(bars)), line(since), false);
    }

    // ---- the run ----

    void run() {
        Block block = new Block(market.kernels(), market.prices());
        int size = market.bars().size();
        for (int from = 0; from < size; from = block.to) {
            block.moveTo(from, sheet.advance(from));
            fill(block);
            if (block.to > market.firstBar()) {
                boolean begins = from <= market.firstBar();
                for (int i = 0; i < riders.size(); i++) {
                    advance(riders.get(i), block, begins);
                }
            }
        }
    }

    private void fill(Block block) {
        for (int i = 0; i < order.size(); i++) {
            order.get(i).fill(block);
        }
    }

    private void advance(Rider rider, Block block, boolean begins) {
        if (begins && !warm(rider, block.index(market.firstBar()))) {
            rider.fallen = "not warm where the window begins";
        }
        if (!rider.fallen.isEmpty()) {
            return;
        }
        try {
            rider.lane.advance(block);
        } catch (ArithmeticException beyond) {
            rider.fallen = "an amount that 64 bits do not hold: " + beyond.getMessage();
        }
    }

    /** Each series has a value, and had one at the bar before. */
    private static boolean warm(Rider rider, int index) {
        for (Line line : rider.declared) {
            if (Double.isNaN(line.values[index]) || Double.isNaN(line.values[index - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Why that combination has to be run elsewhere; empty if its result stands here. */
    String fallen(int index) {
        return riders.get(index).fallen;
    }

    Purse purse(int index) {
        return riders.get(index).lane.purse;
    }
}
