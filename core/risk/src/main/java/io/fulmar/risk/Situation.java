package io.fulmar.risk;

import io.fulmar.domain.Command;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;

/**
 * The desk as risk sees it while it judges an order of one instrument: cheap getters, nothing allocated. Money is in ledger units of
 * the account's currency.
 *
 * <p>An entry <em>waits</em> from its approval until its life ends: armed, on its way, working, of unknown outcome. While an amend is
 * under way it counts with the larger of its old and its new terms. Reduce-only orders never wait in this sense.
 */
public interface Situation {
    /** UTC nanoseconds. */
    long now();

    Instrument instrument();

    /** The last price. */
    long referenceTicks();

    /** When the last price was made. */
    long referenceTime();

    /** The venue's mark, or the last price where it has none. */
    default long markTicks() {
        return referenceTicks();
    }

    /** Best bid; 0 while no book is known. */
    default long bidTicks() {
        return 0;
    }

    /** Best ask; 0 while no book is known. */
    default long askTicks() {
        return 0;
    }

    /** The last bar's volume in units of the base. */
    double barVolume();

    /** An average bar's volume in units of the base. */
    double averageVolume();

    /** {@link Instrument#value}, with its constant read once: this is asked for each order. */
    long value(long lots, long ticks);

    /** The fee an entry is reckoned with. */
    Rate takerFee();

    /** How much of its equity the account may commit, in parts per million: 1,000,000 without leverage. */
    long leveragePpm();

    /** A strategy's position, signed. */
    long seatLots(int seat);

    /** The account's position, signed. */
    long netLots();

    /**
     * What all strategies hold on that side, added up: exits are free, so what others hold on the other side may be gone before a
     * waiting entry fills. The default is right while no two strategies hold against each other.
     */
    default long heldLots(Side side) {
        return Math.max(0, side.sign() * netLots());
    }

    /** What the entries of a side that wait may still add to {@link #heldLots}. */
    long waitingLots(Side side);

    /** What the entries of a side that wait may still add to {@link #seatLots}, of one strategy. */
    long seatWaitingLots(int seat, Side side);

    /** How many orders of this account wait or work, exits included. */
    int waitingOrders();

    /** Would an order of that side and price meet an order of this account, of whatever strategy? */
    boolean wouldMatchOwn(Side side, long ticks);

    long equity();

    long dayStartEquity();

    long peakEquity();

    /**
     * Gross value of all positions and waiting entries, over all instruments; a waiting entry at the dearer of its own price and the
     * last.
     */
    long exposure();

    /** The account's worst net value on that side, waiting entries included. The gross value is never below it. */
    default long netExposure(Side side) {
        return exposure();
    }

    /**
     * Of {@link #exposure} what an order of that side adds to, seen across instruments: those that have moved together count as one, those
     * that have moved against each other with the sides changed, and those of which too little is known whatever their side.
     */
    default long correlatedExposure(Side side) {
        return exposure();
    }

    /** Set aside beside {@link #exposure}: the fees of waiting entries. */
    long reserved();

    Command.Mode mode();

    /** Is the outcome of an order of this instrument unknown? */
    boolean unknownOutcome();

    /** Is this instrument halted until somebody looks? */
    boolean halted();
}
