package io.fulmar.research.robustness;

/**
 * What one candidate did in its window, in arrays that are filled again for the next one: a million candidates must not be a million
 * objects. Money in the settlement currency's smallest units. Only the first {@link #trades} and {@link #days} entries count.
 */
public final class Track {
    /** Round trips closed, in order of their exits. */
    public int trades;

    /** Bars of entry and exit of each trade, counted from the first bar of the data. */
    public int[] entryBar = new int[0];

    public int[] exitBar = new int[0];

    /** Net profit of each trade, its fees and funding taken off. */
    public long[] pnl = new long[0];

    /** Equity before each trade was entered. */
    public long[] equityBefore = new long[0];

    /** What each trade paid: fees, slippage and funding. */
    public long[] costs = new long[0];

    /** Equity at 00:00 UTC of each day, the first entry being the starting cash, the last possibly of a partial day. */
    public long[] dailyEquity = new long[0];

    public int days;

    /** Round trips still open at the last bar. */
    public int openTrades;

    public long cash;
    public long finalEquity;
    public long fees;

    /** Positive fraction, from equity at bar closes, the starting cash included. */
    public double maxDrawdown;

    /** Bars spent in the market, and bars in the window. */
    public long barsInMarket;

    public long bars;

    /** Makes room for at least so many trades and days; what was there is lost. */
    public void reserve(int moreTrades, int moreDays) {
        if (pnl.length < moreTrades) {
            int size = Math.max(moreTrades, 2 * pnl.length);
            entryBar = new int[size];
            exitBar = new int[size];
            pnl = new long[size];
            equityBefore = new long[size];
            costs = new long[size];
        }
        if (dailyEquity.length < moreDays) {
            dailyEquity = new long[moreDays];
        }
    }

    /** Return of each day over the midnight before it; 0 where nothing was left. */
    public double[] dailyReturns() {
        double[] returns = new double[Math.max(0, days - 1)];
        for (int day = 0; day < returns.length; day++) {
            returns[day] = dailyEquity[day] > 0 ? (double) dailyEquity[day + 1] / dailyEquity[day] - 1 : 0;
        }
        return returns;
    }
}
