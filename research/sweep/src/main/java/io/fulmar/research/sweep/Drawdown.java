package io.fulmar.research.sweep;

import io.fulmar.research.sweepvector.Kernels;

/**
 * The worst fall of equity from its peak at closes, the starting cash included, without looking at every close. Equity moves one way with
 * the price, so the highest and the lowest close of some bars bound it; only where these bounds could matter are the bars looked at.
 */
final class Drawdown {
    private final Terms terms;
    private final Prices prices;
    private final Kernels kernels;
    private long peak;
    private double least = 1;

    // the position at hand: what equity is without its value, its lots, and what a tick moves; 0 where the contract is
    // inverse
    private long base;
    private long lots;
    private long perTick;

    Drawdown(Terms terms, Prices prices, Kernels kernels) {
        this.terms = terms;
        this.prices = prices;
        this.kernels = kernels;
        this.peak = terms.cash;
    }

    /** As a positive fraction. */
    double worst() {
        return 1 - least;
    }

    /** A close at which nothing is held: equity is the balance. */
    void rest(long balance) {
        if (balance > peak) {
            peak = balance;
        } else {
            least = Math.min(least, (double) balance / peak);
        }
    }

    /** The closes from one bar on, before another, with a position. */
    void mark(int from, int to, long without, long held) {
        base = without;
        lots = held;
        perTick = terms.perTick(held);
        long one = Math.addExact(base, terms.worth.value(lots, prices.closeAtMost(from, to)));
        long other = Math.addExact(base, terms.worth.value(lots, prices.closeAtLeast(from, to)));
        if (!passes(Math.max(one, other), Math.min(one, other))) {
            walk(from, to);
        }
    }

    /**
     * Whether closes with equity between these two change neither the peak nor the worst fall. Division rounds, but never the other way
     * round, so no close among them can have fallen further than the lowest from the highest.
     */
    private boolean passes(long most, long fewest) {
        return most <= peak && fewest >= 0 && (double) fewest / peak >= least;
    }

    /** Over runs of whole blocks of 64 where no fall can be the worst; they may hold a new peak. */
    private void walk(int from, int to) {
        int bar = from;
        int k = 0;
        while (bar < to) {
            boolean begins = (bar & (RangeTable.BLOCK - 1)) == 0;
            if (!begins || bar + RangeTable.BLOCK > to) {
                int end = Math.min(to, (bar + RangeTable.BLOCK) & -RangeTable.BLOCK);
                part(bar, end);
                bar = end;
            } else if (bar + ((long) RangeTable.BLOCK << k) <= to && leap(bar, k)) {
                bar += RangeTable.BLOCK << k;
                k = Math.min(k + 1, prices.levels() - 1);
            } else if (k > 0) {
                k--;
            } else {
                scan(bar, bar + RangeTable.BLOCK);
                bar += RangeTable.BLOCK;
            }
        }
    }

    /** Past 2^k blocks, all of them held through, if no close among them can be the worst fall. */
    private boolean leap(int bar, int k) {
        return settled(at(prices.highestClose(bar, k)), at(prices.lowestClose(bar, k)));
    }

    /** Part of a block of 64. */
    private void part(int from, int to) {
        if (!settled(at(kernels.highest(prices.closes, from, to)), at(kernels.lowest(prices.closes, from, to)))) {
            scan(from, to);
        }
    }

    /** Given the equity at the highest and at the lowest close of some bars: settles them if no fall among them can be the worst. */
    private boolean settled(long one, long other) {
        long most = Math.max(one, other);
        long fewest = Math.min(one, other);
        if (passes(most, fewest)) {
            return true;
        }
        if (most > peak && fewest >= 0 && (double) fewest / most >= least) {
            peak = most;
            return true;
        }
        return false;
    }

    /** Within bounds that are known not to overflow. */
    private long at(int ticks) {
        return perTick == 0 ? base + terms.worth.value(lots, ticks) : base + perTick * ticks;
    }

    private void scan(int from, int to) {
        long top = peak;
        double worst = least;
        for (int bar = from; bar < to; bar++) {
            long now = at(prices.closes[bar]);
            if (now > top) {
                top = now;
            } else {
                worst = Math.min(worst, (double) now / top);
            }
        }
        peak = top;
        least = worst;
    }
}
