package io.fulmar.simulation.exchange;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Exact;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.execution.CurrentBar;
import java.util.Optional;

/**
 * Watches the margins behind positions and closes what a bar takes beyond them: at the level, or at the open where the bar opened beyond
 * it. It knows only bars, and sells nothing in parts: docs/backtesting.md says what that means.
 */
final class Liquidator {
    private final AccountTerms terms;
    private final ExchangeRules rules;
    private final Holdings holdings;
    private final Clearing clearing;
    private final boolean margined;

    // what a bar has reached
    private Optional<Holding> due = Optional.empty();
    private long dueTicks;
    private long dueLevel;

    Liquidator(AccountTerms terms, ExchangeRules rules, Holdings holdings, Clearing clearing) {
        this.terms = terms;
        this.rules = rules;
        this.holdings = holdings;
        this.clearing = clearing;
        this.margined = terms.margin() != MarginMode.NONE;
    }

    /** Looks anew at what each position can bear, from the prices last seen. */
    void levels() {
        for (Holding each : holdings.all) {
            level(each, each.listing.last);
        }
    }

    /** Whether bars must be looked at though no order waits. */
    boolean waiting() {
        if (margined) {
            for (int i = 0; i < holdings.all.size(); i++) {
                if (holdings.all.get(i).lots != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    long wakesAbove() {
        long above = Long.MAX_VALUE;
        for (int i = 0; margined && i < holdings.all.size(); i++) {
            above = Math.min(above, holdings.all.get(i).above);
        }
        return above;
    }

    long wakesBelow() {
        long below = Long.MIN_VALUE;
        for (int i = 0; margined && i < holdings.all.size(); i++) {
            below = Math.max(below, holdings.all.get(i).below);
        }
        return below;
    }

    void level(Holding changed, long seen) {
        if (terms.margin() == MarginMode.ISOLATED) {
            changed.level(seen);
        } else if (terms.margin() == MarginMode.CROSS) {
            for (Holding each : holdings.all) {
                levelInCross(each);
            }
        }
    }

    /** All positions of an instrument move with its price; the others stand where they were last seen. */
    private void levelInCross(Holding holding) {
        holding.below = Levels.NONE_BELOW;
        holding.above = Levels.NONE_ABOVE;
        if (holding.lots == 0) {
            return;
        }
        Listing moving = holding.listing;
        Levels.Health health = ticks -> healthInCross(moving, ticks);
        long seen = moving.last;
        if (Levels.healthy(health, seen)) {
            holding.below = Levels.below(health, seen);
            holding.above = Levels.above(health, seen);
        } else {
            holding.below = Long.MAX_VALUE;
        }
    }

    private long healthInCross(Listing moving, long ticks) {
        long health = clearing.balance();
        for (int i = 0; i < holdings.all.size(); i++) {
            Holding each = holdings.all.get(i);
            long price = each.listing == moving ? ticks : each.listing.last;
            health = Math.addExact(health, Math.subtractExact(each.unrealised(price), each.maintenance(price)));
        }
        return health;
    }

    /** Whether this bar, or its open alone, takes a margin; {@link #dueLevel} says at which price. */
    boolean due(CurrentBar bar, boolean atOpen) {
        due = Optional.empty();
        for (int i = 0; margined && i < holdings.all.size(); i++) {
            Holding holding = holdings.all.get(i);
            if (holding.lots != 0
                    && holding.listing.instrument.id() == bar.instrument()
                    && reached(holding, bar, atOpen)) {
                due = Optional.of(holding);
                return true;
            }
        }
        return false;
    }

    private boolean reached(Holding holding, CurrentBar bar, boolean atOpen) {
        if (atOpen && holding.inside) {
            return false;
        }
        long low = atOpen ? bar.open() : bar.low();
        long high = atOpen ? bar.open() : bar.high();
        long seen = holding.inside ? holding.lastTicks : bar.open();
        if (low <= holding.below) {
            dueLevel = holding.below;
            dueTicks = Math.min(seen, holding.below);
            return true;
        }
        if (high >= holding.above) {
            dueLevel = holding.above;
            dueTicks = Math.max(seen, holding.above);
            return true;
        }
        return false;
    }

    /** Whether what is due comes before an order that the same bar reaches: before all but a stop that is nearer. */
    boolean dueBefore(Resting resting) {
        boolean goneBefore = dueLevel == Long.MAX_VALUE || dueLevel == 0;
        return goneBefore || !resting.order.reduceOnly() || !resting.stopLike() || !resting.nearerThan(dueLevel);
    }

    /** The venue closes what is due. */
    void liquidate(CurrentBar bar) {
        Holding first = due.orElseThrow();
        long time = bar.openTime();
        first.listing.last = dueTicks;
        if (terms.margin() == MarginMode.ISOLATED) {
            long left = Math.addExact(first.margin, first.unrealised(slipped(first, dueTicks)));
            long fee = fee(first, slipped(first, dueTicks), left, true);
            clearing.close(first, Cause.LIQUIDATION, dueTicks, slipped(first, dueTicks), fee, time);
            clearing.cover(first, Math.subtractExact(left, fee), time);
        } else {
            liquidateAll(first.listing, time);
            clearing.cover(first, clearing.balance(), time);
        }
    }

    /** In cross margin everything goes, each at the price it was last seen at. */
    private void liquidateAll(Listing moving, long time) {
        for (int i = 0; i < holdings.all.size(); i++) {
            Holding holding = holdings.all.get(i);
            if (holding.lots != 0) {
                long seen = seen(holding, moving);
                long ticks = slipped(holding, seen);
                long left = Math.addExact(clearing.balance(), holding.unrealised(ticks));
                boolean last = true;
                for (int j = i + 1; j < holdings.all.size(); j++) {
                    Holding other = holdings.all.get(j);
                    last &= other.lots == 0;
                    left = Math.addExact(left, other.unrealised(seen(other, moving)));
                }
                clearing.close(holding, Cause.LIQUIDATION, seen, ticks, fee(holding, ticks, left, last), time);
            }
        }
    }

    /** Closing the first of several moves the price last seen, but not the price that took the margin. */
    private long seen(Holding holding, Listing moving) {
        return holding.listing == moving ? dueTicks : holding.listing.last;
    }

    private long slipped(Holding holding, long ticks) {
        return rules.slipped(holding.lots > 0 ? Side.SELL : Side.BUY, ticks);
    }

    /** The fee that was agreed, as far as it can be paid; without one the venue keeps what is left. */
    private static long fee(Holding holding, long ticks, long left, boolean last) {
        Optional<Rate> agreed = holding.listing.terms.liquidationFee();
        long most = Math.max(0, left);
        if (agreed.isEmpty()) {
            return last ? most : 0;
        }
        return Math.min(most, Exact.fee(holding.notional(ticks), agreed.get()));
    }
}
