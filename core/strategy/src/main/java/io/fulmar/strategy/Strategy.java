package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.market.Session;
import java.time.Duration;

/**
 * A strategy as code: market data in, signals out. Declare series in fields, decide in {@link #onBar}. What is asked for at a bar's close
 * is done at the next open.
 *
 * @param <P> the record of its parameters
 */
public abstract non-sealed class Strategy<P extends Record> extends Author<P, Series> {
    /** A condition as code sees it: it holds at this bar or it does not. Ask for it in a field, never inside a handler. */
    public static final class Flag {
        private final Verdict verdict;

        private Flag(Verdict verdict) {
            this.verdict = verdict;
        }

        public boolean holds() {
            return verdict.holds();
        }
    }

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

    /**
     * Another market of the run, to read and to trade: {@code final Market eth = market("ETH/USDT:USDT")}. Ask for it in a field. The strategy is
     * still asked at the bars of its own market.
     */
    protected final Market market(String symbol) {
        return new Market(symbol, seat, seat.leg(symbol));
    }

    /** No position and no entry waiting. */
    protected final boolean flat() {
        return seat.flat();
    }

    /** A position is open. */
    protected final boolean holding() {
        return (seat.lots | seat.otherLots) != 0;
    }

    protected final boolean isLong() {
        return seat.lots > 0;
    }

    protected final boolean isShort() {
        return (seat.lots | seat.otherLots) < 0;
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
        return seat.barsSince(after) >= bars && seat.shorts.barsSince(after) >= bars;
    }

    /** Whether in this bar a position ended by that cause; of several the last counts. */
    protected final boolean justLeft(Cause cause) {
        return seat.justLeft(cause);
    }

    /** Whether the last position was left at least that long ago, measured between closes, or there was none. */
    protected final boolean rested(Duration rest) {
        for (Cause cause : Cause.values()) {
            if (!rested(rest, cause)) {
                return false;
            }
        }
        return true;
    }

    /** The same for positions that ended by that cause; any other cause needs no rest. */
    protected final boolean rested(Duration rest, Cause after) {
        return seat.nanosSince(after) >= rest.toNanos() && seat.shorts.nanosSince(after) >= rest.toNanos();
    }

    /** Opens a long position. */
    protected final Entry buy(Size size) {
        return seat.enter(Side.BUY, size);
    }

    /** Opens a short position. */
    protected final Entry sell(Size size) {
        return seat.shorts.enter(Side.SELL, size);
    }

    /** Adds to the position: protected as it is, at distances that are then measured from the average price. */
    protected final Entry add(Size size) {
        return seat.add(size);
    }

    /** How many adds the open position has had. */
    protected final int adds() {
        return seat.adds();
    }

    /** Whether the close lies at least that far beyond the last entry's price, in the position's favour. */
    protected final boolean ahead(Distance distance) {
        return seat.ahead(distance);
    }

    /** Turns the position round: leaves it and enters the other way at the same open, sized as if it were left at this close. */
    protected final Entry reverse(Size size) {
        return seat.reverse(size);
    }

    /**
     * Waits with limits to enter again, the way of the last position, counted from the price at which it was left: each rung is for an
     * equal part of the size, and they make one position. What is left of them is withdrawn when that position closes.
     */
    protected final Entry fish(Size size, Rungs rungs) {
        return switch (rungs.apart()) {
            case Plan.Reach.Fixed(Distance apart) -> seat.fish(size, rungs, apart);
            case Plan.Reach.Times ignored ->
                throw new IllegalArgumentException("in code a distance is said with times: apart(atr.times(0.5))");
        };
    }

    /** An entry waits: at its limit or trigger, or rungs do. */
    protected final boolean waiting() {
        return seat.waiting();
    }

    /** Leaves the position, in hedge mode both of them, saying why. */
    protected final void exit(String why) {
        seat.leaveAll(Cause.SIGNAL, why);
    }

    /** Leaves the long position alone. */
    protected final void exitLong(String why) {
        seat.leave(Cause.SIGNAL, why);
    }

    /** Leaves the short position alone. */
    protected final void exitShort(String why) {
        seat.shorts.leave(Cause.SIGNAL, why);
    }

    /** No long position and no entry waiting for one: in hedge mode a short may stand beside it. */
    protected final boolean flatLong() {
        return seat.flat(Side.BUY);
    }

    /** No short position and no entry waiting for one. */
    protected final boolean flatShort() {
        return seat.flat(Side.SELL);
    }

    /** Leaves the position because it has been held long enough. */
    protected final void exitOnTime(String why) {
        seat.leaveAll(Cause.TIME, why);
    }

    /** Withdraws the entries that still wait at their limits or triggers. */
    protected final void withdraw(String why) {
        seat.withdraw(why);
        if (seat.shorts != seat) {
            seat.shorts.withdraw(why);
        }
    }

    /** Any expression as a line of its own: {@code series(high().value().minus(low().value()))}. Declare it in a field. */
    protected final Series series(Value value) {
        return seat.series(value);
    }

    /** A condition to be asked at each bar, such as one that looks back with {@code within(5)}. Declare it in a field. */
    protected final Flag flag(Condition condition) {
        return new Flag(Verdict.of(condition, seat));
    }

    /** Whether the bar lies inside that session as a whole: {@code during("NSE 09:15-15:20")}. Declare it in a field. */
    protected final Flag during(String session) {
        return during(Session.parse(session));
    }

    /** Whether the bar lies inside that session, such as one with more holidays. Declare it in a field. */
    protected final Flag during(Session session) {
        return flag(new Condition.During(session));
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
