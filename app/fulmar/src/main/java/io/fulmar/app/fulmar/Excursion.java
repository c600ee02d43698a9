package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import java.util.Arrays;

/**
 * The lowest and the highest price that the market certainly had while a trade was open. Of the bars between, both ends; of the bar in which
 * it was entered what must have followed: all of it after an entry at the open; after one at a level the end that the price was on its
 * way to when it came there, and the close. Of the bar in which it was left the open. And its own fills.
 */
record Excursion(long lowestTicks, long highestTicks) {
    /** {@code entered} is the price at which the market stood when the first entry was filled, before slippage. */
    static Excursion of(Bars bars, Trade trade, long entered) {
        long lowest = Math.min(trade.entryTicks(), trade.exitTicks());
        long highest = Math.max(trade.entryTicks(), trade.exitTicks());
        int entry = bar(bars, trade.entryTime());
        int exit = bar(bars, trade.exitTime());
        if (entry == exit) {
            return new Excursion(lowest, highest);
        }
        boolean known = bars.openTime(entry) == trade.entryTime();
        long open = bars.opens()[entry];
        long close = bars.closes()[entry];
        lowest = Math.min(lowest, known && entered <= open ? bars.lows()[entry] : close);
        highest = Math.max(highest, known && entered >= open ? bars.highs()[entry] : close);
        for (int bar = entry + 1; bar < exit; bar++) {
            lowest = Math.min(lowest, bars.lows()[bar]);
            highest = Math.max(highest, bars.highs()[bar]);
        }
        long last = bars.opens()[exit];
        return new Excursion(Math.min(lowest, last), Math.max(highest, last));
    }

    /** The bar that opens then; in a market whose bars open at other times the one under way. */
    static int bar(Bars bars, long time) {
        int at = Arrays.binarySearch(bars.openTimes(), 0, bars.size(), time);
        return at < 0 ? -at - 2 : at;
    }
}
