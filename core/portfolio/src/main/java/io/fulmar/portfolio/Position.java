package io.fulmar.portfolio;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Exact;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.Side;
import io.fulmar.domain.Worth;

/**
 * What one seat holds of one instrument: signed lots and their cost. Closing a part releases a rounded share of the cost, closing all
 * releases the rest, so nothing is ever left over.
 */
public final class Position {
    private final int seat;
    private final Instrument instrument;
    private final Worth worth;
    private final double priceOfTick;

    private long lots;
    private long cost;
    private long realised;
    private long fees;
    private long funding;

    // the round trip under way
    private long openedLots;
    private long entryTime;
    private long entryTicks;
    private long entryValue;
    private long exitValue;
    private long tripFees;
    private long equityBefore;
    private Bracket bracket = Bracket.NONE;

    Position(int seat, Instrument instrument) {
        this.seat = seat;
        this.instrument = instrument;
        this.worth = Worth.of(instrument);
        this.priceOfTick = (double) instrument.tickMantissa() / instrument.priceDivisor();
    }

    /** Signed: long above zero, short below. */
    public long lots() {
        return lots;
    }

    /** What the open lots were worth when they were opened, with the sign of {@link Worth#value}. */
    public long cost() {
        return cost;
    }

    public int seat() {
        return seat;
    }

    public Instrument instrument() {
        return instrument;
    }

    /** Profit of closed parts before fees. */
    public long realised() {
        return realised;
    }

    public long fees() {
        return fees;
    }

    /** Nothing was ever booked. */
    public boolean untouched() {
        return lots == 0 && cost == 0 && realised == 0 && fees == 0 && funding == 0;
    }

    /** Above zero: received. */
    public long funding() {
        return funding;
    }

    void fund(long amount) {
        funding = Math.addExact(funding, amount);
    }

    public long entryTime() {
        return entryTime;
    }

    public long entryTicks() {
        return entryTicks;
    }

    /** The open lots at that price, with the sign of {@link Worth#value}. */
    public long valueAt(long ticks) {
        return worth.value(lots, ticks);
    }

    public long unrealisedAt(long ticks) {
        return lots == 0 ? 0 : Math.subtractExact(valueAt(ticks), cost);
    }

    /** The average price of the open lots, for display. */
    public double averagePrice() {
        return lots == 0 ? Double.NaN : worth.ticksAt(lots, cost) * priceOfTick;
    }

    /** Books a fill and returns what it realised before fees. A fill through zero ends one trade and begins the next. */
    long book(Order order, FillEvent.Filled fill, long equity, Trades closed) {
        long signed = order.side() == Side.BUY ? fill.lots() : -fill.lots();
        fees = Math.addExact(fees, fill.fee());
        if (lots == 0 || Long.signum(lots) == Long.signum(signed)) {
            open(order, fill, fill.lots(), fill.fee(), equity);
            return 0;
        }
        long closing = Math.min(Math.abs(lots), fill.lots());
        long closingFee = closing == fill.lots() ? fill.fee() : Exact.mulDivFloor(fill.fee(), closing, fill.lots());
        long profit = close(order, fill, closing, closingFee, closed);
        if (closing < fill.lots()) {
            open(order, fill, fill.lots() - closing, fill.fee() - closingFee, equity);
        }
        return profit;
    }

    private void open(Order order, FillEvent.Filled fill, long opening, long fee, long equity) {
        if (lots == 0) {
            openedLots = 0;
            entryTime = fill.timeNanos();
            entryTicks = fill.ticks();
            entryValue = 0;
            exitValue = 0;
            tripFees = 0;
            equityBefore = equity;
            bracket = order.bracket();
        }
        long value = worth.value(opening, fill.ticks());
        boolean buying = order.side() == Side.BUY;
        lots = Math.addExact(lots, buying ? opening : -opening);
        cost = Math.addExact(cost, buying ? value : -value);
        openedLots = Math.addExact(openedLots, opening);
        entryValue = Math.addExact(entryValue, value);
        tripFees = Math.addExact(tripFees, fee);
    }

    private long close(Order order, FillEvent.Filled fill, long closing, long fee, Trades closed) {
        boolean wasLong = lots > 0;
        long value = worth.value(closing, fill.ticks());
        long all = Math.abs(lots);
        long released = closing == all ? cost : Exact.mulDivHalfEven(cost, closing, all);
        long profit = wasLong ? Math.subtractExact(value, released) : Math.subtractExact(-released, value);
        lots = wasLong ? lots - closing : lots + closing;
        cost = Math.subtractExact(cost, released);
        realised = Math.addExact(realised, profit);
        exitValue = Math.addExact(exitValue, value);
        tripFees = Math.addExact(tripFees, fee);
        if (lots == 0) {
            closed.closed(new Trade(
                    seat,
                    instrument.id(),
                    wasLong ? Side.BUY : Side.SELL,
                    openedLots,
                    entryTime,
                    fill.timeNanos(),
                    entryTicks,
                    fill.ticks(),
                    entryValue,
                    exitValue,
                    tripFees,
                    equityBefore,
                    order.cause(),
                    bracket));
        }
        return profit;
    }
}
