package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.indicator.Field;

/**
 * Another market, as a strategy that trades in several sees it: its lines as of its last bar that has closed, a position of its own there,
 * and the words to enter and leave it. Ask for it in a field: {@code final Market eth = market("ETH/USDT:USDT")}.
 *
 * <p>Nothing binds the markets together: an entry that risk refuses, or that finds no capital, is missed alone. Ask {@code holding()} of
 * both at the next bar.
 */
public final class Market extends Vocabulary<Series> {
    private final String symbol;
    private final Seat reader;
    private final Seat seat;

    Market(String symbol, Seat reader, Seat seat) {
        this.symbol = symbol;
        this.reader = reader;
        this.seat = seat;
        this.reader.series(
                new Value.OfField(Field.CLOSE).on(symbol), seat); // an order needs a price: wait for the first bar
    }

    @Override
    Series line(Value value) {
        return reader.series(value.on(symbol), seat);
    }

    @Override
    Value value(Series line) {
        if (line.value instanceof Value.OnMarket(Value of, String where) && where.equals(symbol)) {
            return of;
        }
        throw new IllegalArgumentException("a line of another market cannot go into one of " + symbol
                + ": leave the market's name away, as in sma(line, 20), which counts this strategy's bars");
    }

    public String symbol() {
        return symbol;
    }

    // ---- the position there ----

    /** No position there and no entry waiting. */
    public boolean flat() {
        return seat.flat();
    }

    /** A position is open there. */
    public boolean holding() {
        return (seat.lots | seat.otherLots) != 0;
    }

    public boolean isLong() {
        return seat.lots > 0;
    }

    public boolean isShort() {
        return (seat.lots | seat.otherLots) < 0;
    }

    /** An entry waits there: at its limit or trigger. */
    public boolean waiting() {
        return seat.waiting();
    }

    /** The average price of the position there; NaN when there is none. */
    public double entryPrice() {
        return seat.entryPrice();
    }

    /** How many closes of that market the position has seen; 0 when there is none. */
    public int barsInTrade() {
        return seat.barsInTrade();
    }

    // ---- signals ----

    /** Opens a long position there. */
    public Entry buy(Size size) {
        return seat.enter(Side.BUY, size);
    }

    /** Opens a short position there. */
    public Entry sell(Size size) {
        return seat.shorts.enter(Side.SELL, size);
    }

    /** Adds to the position there. */
    public Entry add(Size size) {
        return seat.add(size);
    }

    /** Turns the position there round. */
    public Entry reverse(Size size) {
        return seat.reverse(size);
    }

    /** Leaves the position there, saying why. */
    public void exit(String why) {
        seat.leaveAll(Cause.SIGNAL, why);
    }

    /** Leaves the position there because it has been held long enough. */
    public void exitOnTime(String why) {
        seat.leaveAll(Cause.TIME, why);
    }

    /** Withdraws the entries that wait there. */
    public void withdraw(String why) {
        seat.withdraw(why);
        if (seat.shorts != seat) {
            seat.shorts.withdraw(why);
        }
    }
}
