package io.fulmar.live;

import io.fulmar.market.Flow;
import io.fulmar.market.Impossible;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells what of one market cannot be, and counts it by reason. A guard has seen to that where messages come in; what lies in a lake may have
 * been imported from anywhere. Each channel's venue times are held against their own past.
 */
final class Sieve {
    /** Clocks of a venue and of ours may differ by so much. */
    static final long AHEAD_MAX_NANOS = 60_000_000_000L;

    /** Doubles are exact up to here, with room for their decimals. */
    static final long NUMBER_MAX = 1L << 51;

    private final Map<Impossible, Long> counts = new EnumMap<>(Impossible.class);
    private long trade = Long.MIN_VALUE;
    private long quote = Long.MIN_VALUE;
    private long book = Long.MIN_VALUE;
    private long mark = Long.MIN_VALUE;
    private long funding = Long.MIN_VALUE;

    boolean passesTrade(long venueTime, long heard, long ticks, long lots) {
        boolean passes = isPossible(trade, venueTime, heard, ticks, lots == 0 ? -1 : lots);
        trade = passes ? venueTime : trade;
        return passes;
    }

    boolean passesQuote(long venueTime, long heard, long bid, long bidLots, long ask, long askLots) {
        boolean both = bidLots > 0 && askLots > 0;
        boolean passes = isPossible(quote, venueTime, heard, bidLots == 0 ? 1 : bid, bidLots)
                && isPossible(quote, venueTime, heard, askLots == 0 ? 1 : ask, askLots)
                && (!both || bid < ask || refuse(Impossible.BOOK_CROSSED));
        quote = passes ? venueTime : quote;
        return passes;
    }

    boolean passesBook(long venueTime, long heard, int kind, long ticks, long lots) {
        int what = kind & Flow.KIND_MASK;
        boolean priced = what != Flow.CLEAR && what != Flow.GAP;
        boolean passes = isPossible(book, venueTime, heard, priced ? ticks : 1, lots);
        book = passes ? venueTime : book;
        return passes;
    }

    /** Mark prices and funding come one a moment. */
    boolean passesMark(long heard, long ticks) {
        boolean passes = isPossible(next(mark), heard, heard, ticks, 0);
        mark = passes ? heard : mark;
        return passes;
    }

    boolean passesFunding(long heard, long rate) {
        boolean passes = isPossible(next(funding), heard, heard, 1, Math.abs(rate));
        funding = passes ? heard : funding;
        return passes;
    }

    private static long next(long time) {
        return time == Long.MIN_VALUE ? time : time + 1;
    }

    private boolean isPossible(long before, long venueTime, long heard, long ticks, long lots) {
        if (venueTime >= before
                && venueTime - heard <= AHEAD_MAX_NANOS
                && ticks > 0
                && lots >= 0
                && (ticks | lots) < NUMBER_MAX) {
            return true;
        }
        return refuse(reason(before, venueTime, ticks, lots));
    }

    private static Impossible reason(long before, long venueTime, long ticks, long lots) {
        if (ticks <= 0) {
            return Impossible.PRICE_NOT_POSITIVE;
        }
        if (lots < 0) {
            return Impossible.QUANTITY_IMPOSSIBLE;
        }
        if (Math.max(ticks, lots) >= NUMBER_MAX) {
            return Impossible.TOO_LARGE;
        }
        return venueTime < before ? Impossible.TIME_BACKWARDS : Impossible.TIME_IN_FUTURE;
    }

    boolean refuse(Impossible why) {
        counts.merge(why, 1L, Long::sum);
        return false;
    }

    Map<Impossible, Long> counts() {
        return counts;
    }
}
