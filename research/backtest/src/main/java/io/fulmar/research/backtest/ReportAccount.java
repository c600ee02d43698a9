package io.fulmar.research.backtest;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a report shows of the account besides its equity: where the profit came from, what it cost, and what was at stake.
 *
 * @param currencyDigits decimals of the money units that the attribution counts
 * @param exposure at the closes of the report's candles; empty where it is not known
 * @param days what each market and each strategy made, day by day of the report's daily returns; NaN where a market had not begun
 */
public record ReportAccount(
        Attribution attribution, int currencyDigits, Exposure exposure, FillQuality fills, List<Days> days) {
    /** Nothing is known. */
    public static final ReportAccount NONE = new ReportAccount(
            new Attribution(List.of(), Costs.NONE, new LinkedHashMap<>(), false),
            0,
            Exposure.NONE,
            FillQuality.NONE,
            List.of());

    public ReportAccount {
        days = List.copyOf(days);
    }

    /** Daily returns of a market, or of what a strategy added to the account. */
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
    public record Days(String name, double[] returns) {}

    boolean known() {
        return exposure.gross().length > 0;
    }

    double amount(long units) {
        return units / Math.pow(10, currencyDigits);
    }
}
