package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import java.time.Duration;

/**
 * A strategy as code: market data in, signals out. Declare series in fields, decide in {@link #onBar}. What is asked for at a bar's close
 * is done at the next open.
 *
 * @param <P> the record of its parameters
 */
public abstract non-sealed class Strategy<P extends Record> extends Author<P, Series> {
    /** Called at every bar's close, once all declared series have a value. */
    public abstract void onBar(Bar bar);

    /** Called for each trade of the market, where the data has trades. */
    public void onTrade(TradeView trade) {}

    /** Called when the best bid or ask, or what is there, has changed. */
    public void onQuote(BookView quote) {}

    /** Called whenever a message has changed the book. Not while it is unknown. */
    public void onBook(BookView book) {}

    /** Called at whole multiples of the period that {@link #every} asked for, where the data has more than bars. */
    public void onTimer(long time) {}

    /** Called for each fill of this strategy, before the bar's close. */
    public void onFill(Fill fill) {}

    /** Writes down what {@link #onBar} must remember across a restart; series and positions come back by themselves. */
    public void save(Memory memory) {}

    /** Reads what {@link #save} wrote. */
    public void load(Memory memory) {}

    /** Asks for {@link #onTimer}: say it in the constructor or in a field. Periods are counted from 1970 UTC. */
    protected final void every(Duration period) {
        seat.every(period.toNanos());
    }

    /** No position and no entry waiting. */
    protected final boolean flat() {
        return seat.flat();
    }

    /** A position is open. */
    protected final boolean holding() {
        return seat.lots != 0;
    }

    protected final boolean isLong() {
        return seat.lots > 0;
    }

    protected final boolean isShort() {
        return seat.lots < 0;
    }

    /** The average price of the open position; NaN when there is none. */
    protected final double entryPrice() {
        return seat.entryPrice();
    }

    /** How many closes the open position has seen, this one included; 0 when there is none. */
    protected final int barsInTrade() {
        return seat.barsInTrade();
    }

    /** Whether the last position was left at least that many bars ago, or there was none. */
    protected final boolean rested(int bars) {
        for (Cause cause : Cause.values()) {
            if (!rested(bars, cause)) {
                return false;
            }
        }
        return true;
    }

    /** The same for positions that ended by that cause; any other cause needs no rest. */
    protected final boolean rested(int bars, Cause after) {
        return seat.barsSince(after) >= bars;
    }

    /** Opens a long position. */
    protected final Entry buy(Size size) {
        return seat.enter(Side.BUY, size);
    }

    /** Opens a short position. */
    protected final Entry sell(Size size) {
        return seat.enter(Side.SELL, size);
    }

    /** Leaves the position, saying why. */
    protected final void exit(String why) {
        seat.leave(Cause.SIGNAL, why);
    }

    /** Leaves the position because it has been held long enough. */
    protected final void exitOnTime(String why) {
        seat.leave(Cause.TIME, why);
    }

    /** Withdraws an entry order that still waits at its limit or trigger. */
    protected final void withdraw(String why) {
        seat.withdraw(why);
    }

    @Override
    final Series line(Value value) {
        return seat.series(value);
    }

    @Override
    final Value value(Series line) {
        return line.value;
    }
}
