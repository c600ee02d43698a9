package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.MarketData;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The last bars of every market, which a search must not see so that they can judge what it found. */
final class HeldOut {
    static final Option OPTION =
            Option.of("--holdout", "PERCENT", "lock the last bars away, such as 20% (default 0%); see sweep holdout");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private HeldOut() {}

    static BigDecimal percent(Invocation given) {
        String text = given.value(OPTION.name()).orElse("0%");
        try {
            BigDecimal percent = new BigDecimal(
                    text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
            if (percent.signum() >= 0 && percent.compareTo(HUNDRED) < 0) return percent;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Failure(ErrorCode.BAD_VALUE, "--holdout " + text + " cannot be used")
                .help("it is part of the bars, from 0% to below 100%, such as 20%");
    }

    /** Quotes, trades and books have no bars to count. */
    static BigDecimal ofBarsOnly(Invocation given) {
        BigDecimal percent = percent(given);
        if (percent.signum() == 0) return percent;
        throw new Failure(ErrorCode.BAD_VALUE, "--holdout is for bars").help("leave it out, or give --csv");
    }

    /** How many bars are not held out. */
    static int kept(int bars, BigDecimal percent) {
        return BigDecimal.valueOf(bars)
                .multiply(HUNDRED.subtract(percent))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** The market without its last bars. */
    static MarketData without(MarketData market, BigDecimal percent) {
        if (percent.signum() == 0) return market;
        Bars bars = market.bars();
        Bars seen = bars.range(0, kept(bars.size(), percent));
        return new MarketData(
                market.instrument(),
                seen,
                market.rows(),
                market.missingBars(),
                market.missingRows(),
                market.roundedCells(),
                market.rowsDropped(),
                market.dataHash());
    }
}
