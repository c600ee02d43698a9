package io.fulmar.research.backtest;

import java.math.BigInteger;

/** What the slow twin's fills would have made without slippage, and what slippage took. */
final class TwinCosts {
    private final ContractArithmetic sums;
    private long seen;
    BigInteger gross = BigInteger.ZERO;
    BigInteger slippage = BigInteger.ZERO;

    TwinCosts(ContractArithmetic sums) {
        this.sums = sums;
    }

    /** The next fill is at the price that is there. */
    long seen(long ticks) {
        seen = ticks;
        return ticks;
    }

    /** The next fill is at a price worse than the one that is there. */
    long slipped(boolean buying, long ticks) {
        return sums.slipped(buying, seen(ticks));
    }

    void fill(boolean buying, long lots, long price) {
        BigInteger value = sums.value(buying ? lots : -lots, seen);
        gross = gross.subtract(value);
        slippage = slippage.add(sums.value(buying ? lots : -lots, price)).subtract(value);
    }

    /** What is left at the end. */
    void mark(long lots, long close) {
        gross = lots == 0 ? gross : gross.add(sums.value(lots, close));
    }
}
