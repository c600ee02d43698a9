package io.fulmar.market;

/** The bar that is being made. Its sums are exact: lots in 64 bits or refused, values in 128. */
final class OpenBar {
    long openTime;
    long open;
    long high;
    long low;
    long close;
    long lots;
    long valueHigh;
    long valueLow;
    int trades;
    int flags;
    private final TradeRun run = new TradeRun();

    boolean isEmpty() {
        return trades == 0;
    }

    void begin(long time, long price, int with) {
        openTime = time;
        open = price;
        high = price;
        low = price;
        close = price;
        nothing(with);
    }

    /** No trade yet, as far as sums go. */
    void nothing(int with) {
        lots = 0;
        valueHigh = 0;
        valueLow = 0;
        trades = 0;
        flags = with;
    }

    void trade(long price, long quantity) {
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        weigh(price, quantity);
    }

    /** Counts the trade without moving the prices. */
    void weigh(long price, long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("a trade of " + quantity + " lots");
        }
        lots = Math.addExact(lots, quantity);
        value(price, quantity);
        trades = Math.incrementExact(trades);
    }

    /** The trades in {@code [from, to)}, one or more. */
    void trades(long[] ticks, long[] quantities, int from, int to) {
        for (int at = from; at < to; ) {
            int until = Math.min(to, at + TradeRun.LENGTH_MAX);
            run.over(ticks, quantities, at, until, open);
            if (run.exact) {
                high = Math.max(high, run.high);
                low = Math.min(low, run.low);
                close = ticks[until - 1];
                lots = Math.addExact(lots, run.lots);
                value(open, run.lots);
                valuePlus(run.excess >> 63, run.excess);
                trades = Math.addExact(trades, until - at);
            } else {
                for (int i = at; i < until; i++) {
                    trade(ticks[i], quantities[i]);
                }
            }
            at = until;
        }
    }

    /** A finished bar of a finer kind. */
    void bar(MadeBars finer, int bar) {
        high = Math.max(high, finer.highs()[bar]);
        low = Math.min(low, finer.lows()[bar]);
        close = finer.closes()[bar];
        lots = Math.addExact(lots, finer.lots()[bar]);
        valuePlus(finer.valueHigh(bar), finer.valueLow(bar));
        trades = Math.addExact(trades, finer.trades()[bar]);
        flags |= finer.flags()[bar];
    }

    private void value(long price, long quantity) {
        valuePlus(Math.multiplyHigh(price, quantity), price * quantity);
    }

    private void valuePlus(long moreHigh, long moreLow) {
        long sum = valueLow + moreLow;
        valueHigh += moreHigh + Value.carry(sum, moreLow);
        valueLow = sum;
    }
}
