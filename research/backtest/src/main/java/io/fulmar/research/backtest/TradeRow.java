package io.fulmar.research.backtest;

import java.util.OptionalDouble;

/**
 * One round trip, flat to flat, as trades.csv, the statistics and the report show it.
 *
 * @param number from 1, in the order of closing
 * @param strategy whose trade it is
 * @param market the symbol of what was traded
 * @param priceDecimals how many decimals its prices have
 * @param buy true for a long, false for a short
 * @param entryTime UTC nanoseconds
 * @param entryPrice average price of the entry fills
 * @param exitTime UTC nanoseconds
 * @param exitPrice average price of the exit fills
 * @param quantity largest size held, in units of the base
 * @param pnl after fees, in the settlement currency
 * @param fees of all fills; negative when rebates outweigh them
 * @param netReturn pnl over the entry's value
 * @param exit what ended it
 * @param why the strategy's own words on leaving, or empty
 * @param stop protective stop as first set, if any
 * @param target as first set, if any
 * @param barsHeld bars from the entry's to the exit's, 0 within one bar
 * @param adverse how far the price went against it while it was open, as a fraction of the entry price
 * @param favourable how far it went its way
 */
public record TradeRow(
        int number,
        String strategy,
        String market,
        int priceDecimals,
        boolean buy,
        long entryTime,
        double entryPrice,
        long exitTime,
        double exitPrice,
        double quantity,
        double pnl,
        double fees,
        double netReturn,
        Exit exit,
        String why,
        OptionalDouble stop,
        OptionalDouble target,
        int barsHeld,
        double adverse,
        double favourable) {

    /** What ended a trade. */
    public enum Exit {
        SIGNAL,
        STOP,
        TARGET,
        TRAIL,
        TIME,
        LIQUIDATION,
        END;

        /** As files and pages write it. */
        public String word() {
            return switch (this) {
                case SIGNAL -> "signal";
                case STOP -> "stop";
                case TARGET -> "target";
                case TRAIL -> "trail";
                case TIME -> "time";
                case LIQUIDATION -> "liquidation";
                case END -> "end";
            };
        }
    }

    /** {@code long} or {@code short}. */
    public String side() {
        return buy ? "long" : "short";
    }

    /** Nanoseconds from entry to exit. */
    public long duration() {
        return exitTime - entryTime;
    }

    /** Value of the entry and of the exit, together. */
    public double turnover() {
        return quantity * (entryPrice + exitPrice);
    }

    /** Profit in units of what the stop put at risk; empty without a stop, or with one at the entry. */
    public OptionalDouble multipleOfRisk() {
        double risk = stop.isPresent() ? Math.abs(entryPrice - stop.getAsDouble()) * quantity : 0;
        return risk > 0 ? OptionalDouble.of(pnl / risk) : OptionalDouble.empty();
    }
}
