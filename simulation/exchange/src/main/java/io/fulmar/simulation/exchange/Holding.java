package io.fulmar.simulation.exchange;

import io.fulmar.domain.Exact;
import io.fulmar.domain.MarginTiers;
import io.fulmar.domain.Worth;

/** What the venue has on its books for one seat in one instrument. */
final class Holding {
    final int seat;
    final Listing listing;

    long lots;

    /** What the lots were worth when they were opened. */
    long cost;

    /** What was set aside for them. */
    long margin;

    /** The last price at which something was booked, and whether that was inside the bar under way. */
    long lastTicks;

    boolean inside;

    /** Prices at which the venue closes it by itself, where it has a margin of its own. */
    long below = Levels.NONE_BELOW;

    long above = Levels.NONE_ABOVE;

    /** The same as last noted. */
    private long belowNoted = Levels.NONE_BELOW;

    private long aboveNoted = Levels.NONE_ABOVE;

    Holding(int seat, Listing listing) {
        this.seat = seat;
        this.listing = listing;
    }

    boolean is(int otherSeat, long instrument) {
        return seat == otherSeat && listing.instrument.id() == instrument;
    }

    /** Books a fill of signed lots; returns what it realised. */
    long book(long signed, long ticks, long leveragePpm) {
        long realised = 0;
        long opening = signed;
        if (lots != 0 && Long.signum(lots) != Long.signum(signed)) {
            long closing = Math.min(Math.abs(lots), Math.abs(signed));
            realised = close(Long.signum(lots) * closing, ticks);
            opening = signed - Long.signum(signed) * closing;
        }
        if (opening != 0) {
            Worth worth = listing.worth;
            cost = Math.addExact(cost, worth.value(opening, ticks));
            margin = Math.addExact(margin, MarginTiers.initial(worth.notional(opening, ticks), leveragePpm));
            lots = Math.addExact(lots, opening);
        }
        lastTicks = ticks;
        return realised;
    }

    private long close(long closing, long ticks) {
        long count = Math.abs(closing);
        long all = Math.abs(lots);
        long released = count == all ? cost : Exact.mulDivHalfEven(cost, count, all);
        margin = count == all ? 0 : margin - Exact.mulDivHalfEven(margin, count, all);
        cost = Math.subtractExact(cost, released);
        lots -= closing;
        return Math.subtractExact(listing.worth.value(closing, ticks), released);
    }

    long notional(long ticks) {
        return listing.worth.notional(lots, ticks);
    }

    long unrealised(long ticks) {
        return lots == 0 ? 0 : Math.subtractExact(listing.worth.value(lots, ticks), cost);
    }

    long maintenance(long ticks) {
        return lots == 0 ? 0 : listing.terms.tiers().maintenance(notional(ticks));
    }

    /** Its own margin at a price, less what must be left of it. */
    long health(long ticks) {
        return Math.subtractExact(Math.addExact(margin, unrealised(ticks)), maintenance(ticks));
    }

    /** Looks anew for the prices that end it, from a price at which it was seen. */
    void level(long seen) {
        below = Levels.NONE_BELOW;
        above = Levels.NONE_ABOVE;
        if (lots == 0) {
            return;
        }
        boolean healthy = Levels.healthy(this::health, seen);
        if (lots > 0) {
            below = healthy ? Levels.below(this::health, seen) : Long.MAX_VALUE;
        } else {
            above = healthy ? Levels.above(this::health, seen) : 0;
        }
    }

    /** Whether those prices are others than when this was last asked. */
    boolean moved() {
        boolean moved = below != belowNoted || above != aboveNoted;
        belowNoted = below;
        aboveNoted = above;
        return moved;
    }

    /** The price at which nothing is left of its margin, on its losing side; 0 where there is none. */
    long bankruptcy(long seen) {
        Levels.Health bare = ticks -> Math.addExact(Math.addExact(margin, unrealised(ticks)), 1);
        if (lots == 0 || !Levels.healthy(bare, seen)) {
            return lots == 0 ? 0 : seen;
        }
        long beyond = lots > 0 ? Levels.below(bare, seen) : Levels.above(bare, seen);
        boolean none = beyond == Levels.NONE_BELOW || beyond == Levels.NONE_ABOVE;
        return none ? 0 : beyond + (lots > 0 ? 1 : -1);
    }
}
