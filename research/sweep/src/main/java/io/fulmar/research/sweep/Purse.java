package io.fulmar.research.sweep;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.research.robustness.Track;
import io.fulmar.research.sweepvector.Kernels;
import java.util.Arrays;

/**
 * The account of one combination, exactly as a desk's: balance, the open position, and the worst fall of equity from its peak at closes.
 * Money moves only with trades; between them equity is marked by asking for the highest and the lowest close.
 */
final class Purse {
    /** What is kept of a trade: its bars, profit, equity before, costs, lots, and what equity was without the lots' value. */
    private static final int WORDS = 6;

    private final Terms terms;
    private final Prices prices;
    private final Drawdown drawdown;
    long balance;
    long fees;

    /** Signed; 0 without a position. */
    long lots;

    int entryBar;

    /** The balance less what the position cost, now and when it was entered. */
    private long base;

    private long baseAtEntry;
    private long lotsAtEntry;

    /** The sum of price times lots of all that is held. */
    private long weighted;

    /** What the last position was left at, and the side it was on. */
    long exitTicks;

    Side exitSide = Side.BUY;

    /** The closes before that bar are marked, and the funding before that one settled. */
    private int markedTo;

    private int funding;

    private long entryValue;
    private long tripFees;
    private long tripFunding;
    private long tripCosts;
    private long equityBefore;
    private int trades;
    private long[] log = new long[WORDS * 32];
    private final Parts parts = new Parts();

    Purse(Terms terms, Prices prices, Kernels kernels) {
        this.terms = terms;
        this.prices = prices;
        this.balance = terms.cash;
        this.drawdown = new Drawdown(terms, prices, kernels);
    }

    /** At that bar's close. */
    long equity(int bar) {
        settle(bar);
        return lots == 0 ? balance : Math.addExact(base, terms.worth.value(lots, prices.closes[bar]));
    }

    /** Enters at the bar's open and returns the price of the fill. */
    long enter(Side side, long quantity, int bar, long equity) {
        long ticks = terms.slippage.slipped(side, prices.opens[bar]);
        begin(side, quantity, new Fill(ticks, false, bar), equity);
        return ticks;
    }

    /** A fill's price, and how it came about. */
    record Fill(long ticks, boolean maker, int bar) {}

    /** Begins a position with such a fill. */
    void begin(Side side, long quantity, Fill fill, long equity) {
        long ticks = fill.ticks;
        int bar = fill.bar;
        weighted =
                Math.multiplyExact(quantity, ticks); // the desk keeps an average price, and throws where this overflows
        long value = terms.worth.value(quantity, ticks);
        equityBefore = equity;
        entryBar = bar;
        entryValue = value;
        tripFees = 0;
        tripFunding = 0;
        tripCosts = 0;
        pay(side, quantity, fill);
        lots = side == Side.BUY ? quantity : -quantity;
        lotsAtEntry = lots;
        base = without(side);
        baseAtEntry = base;
        markedTo = bar;
        funding = first(funding, bar);
    }

    /** Equity without the value of what is held, which cost {@link #entryValue}. */
    private long without(Side side) {
        return side == Side.BUY ? Math.subtractExact(balance, entryValue) : Math.addExact(balance, entryValue);
    }

    /** One more entry joins the position. Closes before that bar have been seen. */
    void join(long quantity, Fill fill) {
        settle(fill.bar);
        mark(fill.bar);
        Side side = lots > 0 ? Side.BUY : Side.SELL;
        weighted = Math.addExact(weighted, Math.multiplyExact(quantity, fill.ticks));
        entryValue = Math.addExact(entryValue, terms.worth.value(quantity, fill.ticks));
        pay(side, quantity, fill);
        lots = Math.addExact(lots, side.sign() * quantity);
        base = without(side);
        parts.add(trades, fill.bar, lots, base);
    }

    /** The average price of all that is held, half up, as the desk reckons it. */
    long averageTicks() {
        long held = Math.abs(lots);
        long whole = weighted / held;
        return 2 * (weighted - whole * held) >= held ? whole + 1 : whole;
    }

    private void pay(Side side, long quantity, Fill fill) {
        pay(side, quantity, fill.ticks, fill.maker ? terms.maker : terms.taker, fill.maker);
    }

    private void pay(Side side, long quantity, long ticks, Rate rate, boolean maker) {
        long fee = Exact.fee(terms.worth.notional(quantity, ticks), rate);
        balance = Math.subtractExact(balance, fee);
        fees = Math.addExact(fees, fee);
        tripFees = Math.addExact(tripFees, fee);
        tripCosts = Math.addExact(tripCosts, fee);
        if (!maker) {
            tripCosts = Math.addExact(tripCosts, terms.slippage.cost(terms.worth, side, quantity, ticks));
        }
    }

    /** Leaves all of it in that bar, as a taker with slippage or as a maker. Closes before that bar have been seen. */
    void leave(int bar, long price, boolean maker) {
        settle(bar);
        mark(bar);
        boolean wasLong = lots > 0;
        long quantity = Math.abs(lots);
        Side side = wasLong ? Side.SELL : Side.BUY;
        long ticks = maker ? price : terms.slippage.slipped(side, price);
        exitTicks = ticks;
        exitSide = side.opposite();
        long value = terms.worth.value(quantity, ticks);
        long gross = wasLong ? Math.subtractExact(value, entryValue) : Math.subtractExact(entryValue, value);
        long before = balance;
        balance = Math.addExact(before, gross);
        pay(side, quantity, ticks, maker ? terms.maker : terms.taker, maker);
        record(bar, Math.subtractExact(Math.addExact(gross, tripFunding), tripFees));
        lots = 0;
    }

    private void record(int exitBar, long profit) {
        int at = WORDS * trades++;
        if (at == log.length) {
            log = Arrays.copyOf(log, 2 * at);
        }
        log[at] = ((long) entryBar << Integer.SIZE) | exitBar;
        log[at + 1] = profit;
        log[at + 2] = equityBefore;
        log[at + 3] = tripCosts;
        log[at + 4] = lotsAtEntry;
        log[at + 5] = baseAtEntry;
    }

    // ---- funding ----

    /** All funding that is due before that bar's own close, for the position at hand. */
    private void settle(int bar) {
        int[] due = terms.settlements.bars;
        while (lots != 0 && funding < due.length && due[funding] <= bar) {
            mark(due[funding]);
            long amount = terms.settlements.amount(funding++, lots);
            balance = Math.addExact(balance, amount);
            base = Math.addExact(base, amount);
            tripFunding = Math.addExact(tripFunding, amount);
            tripCosts = Math.subtractExact(tripCosts, amount);
        }
    }

    // ---- drawdown ----

    /** A close at which nothing is held. */
    void rest() {
        drawdown.rest(balance);
    }

    /** The closes not marked yet, before {@code to}, with the position. */
    private void mark(int to) {
        if (markedTo < to) {
            drawdown.mark(markedTo, to, base, lots);
            markedTo = to;
        }
    }

    // ---- what it came to ----

    /** All bars are run. */
    void fill(Track into, Days days, int firstBar) {
        if (lots != 0) {
            settle(prices.size - 1);
            mark(prices.size);
        }
        into.reserve(trades, days.lastBar.length + 1);
        into.trades = trades;
        into.openTrades = lots == 0 ? 0 : 1;
        into.cash = terms.cash;
        into.finalEquity = equity(prices.size - 1);
        into.fees = fees;
        into.maxDrawdown = drawdown.worst();
        into.bars = (long) prices.size - firstBar;
        into.barsInMarket = lots == 0 ? 0 : prices.size - entryBar;
        for (int i = 0; i < trades; i++) {
            int at = WORDS * i;
            into.entryBar[i] = (int) (log[at] >>> Integer.SIZE);
            into.exitBar[i] = (int) log[at];
            into.pnl[i] = log[at + 1];
            into.equityBefore[i] = log[at + 2];
            into.costs[i] = log[at + 3];
            into.barsInMarket += into.exitBar[i] - into.entryBar[i];
        }
        days(into, days.lastBar);
    }

    private void days(Track into, int[] lastBars) {
        into.days = lastBars.length + 1;
        into.dailyEquity[0] = terms.cash;
        long rested = terms.cash;
        int trade = 0;
        int due = 0;
        for (int day = 0; day < lastBars.length; day++) {
            int bar = lastBars[day];
            while (trade < trades && into.exitBar[trade] <= bar) {
                rested += into.pnl[trade++];
            }
            boolean open = trade == trades;
            int since = open ? entryBar : into.entryBar[trade];
            boolean held = since <= bar && (!open || lots != 0);
            long equity = rested;
            if (held) {
                long quantity = open ? lotsAtEntry : log[WORDS * trade + 4];
                long then = open ? baseAtEntry : log[WORDS * trade + 5];
                if (parts.joined(trade, bar)) {
                    since = parts.bar();
                    quantity = parts.lots();
                    then = parts.base();
                }
                due = first(due, since);
                equity = then + settled(due, bar, quantity) + terms.worth.value(quantity, prices.closes[bar]);
            }
            into.dailyEquity[day + 1] = equity;
        }
    }

    /** From that settlement on, the first behind that bar. */
    private int first(int settlement, int bar) {
        int[] due = terms.settlements.bars;
        int next = settlement;
        while (next < due.length && due[next] <= bar) {
            next++;
        }
        return next;
    }

    /** What the settlements from one on have brought by that bar's close. */
    private long settled(int settlement, int bar, long quantity) {
        int[] due = terms.settlements.bars;
        long sum = 0;
        for (int i = settlement; i < due.length && due[i] <= bar; i++) {
            sum += terms.settlements.amount(i, quantity);
        }
        return sum;
    }
}
