package io.fulmar.research.backtest;

import io.fulmar.domain.Exact;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Rows;

/** Trades of a lake in whole numbers: prices in an instrument's ticks, quantities in the last decimal that the lake keeps. */
final class TradeSteps {
    private final DatasetReader reader;
    private final TickConverter converter;
    private final double priceUnit;
    private final double quantityUnit;
    private final long[] ticks = new long[Rows.BATCH];
    private final long[] lots = new long[Rows.BATCH];

    TradeSteps(DatasetReader reader, TickConverter converter) {
        this.reader = reader;
        this.converter = converter;
        this.priceUnit = Exact.powerOfTen(reader.scales().price());
        this.quantityUnit = Exact.powerOfTen(reader.scales().quantity());
    }

    void of(Rows rows) {
        double[] prices = rows.numbers("price");
        double[] quantities = rows.numbers("quantity");
        for (int i = 0; i < rows.size(); i++) {
            long price = exact(prices[i], priceUnit, "price");
            ticks[i] = converter.ticks(price, reader.scales().price());
            lots[i] = exact(quantities[i], quantityUnit, "quantity");
            if (ticks[i] <= 0) {
                throw new IllegalArgumentException("a trade's price of " + prices[i] + " is no whole number of ticks");
            }
        }
    }

    /** The whole number of steps that a double is the nearest one to. */
    private long exact(double number, double unit, String what) {
        long steps = (long) Math.rint(number * unit);
        if (steps / unit != number || steps < 0) {
            throw new IllegalArgumentException(
                    "a trade's " + what + " of " + number + " cannot be counted in steps of " + reader.dataset());
        }
        return steps;
    }

    long[] ticks() {
        return ticks;
    }

    long[] lots() {
        return lots;
    }

    /** How many prices were rounded to the tick. */
    long rounded() {
        return converter.rounded();
    }
}
