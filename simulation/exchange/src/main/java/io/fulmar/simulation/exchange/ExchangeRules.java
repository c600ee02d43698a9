package io.fulmar.simulation.exchange;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;

/**
 * What the simulated venue charges and assumes.
 *
 * @param taker on fills at the market, stops and trails included
 * @param maker on limits that rested
 * @param slippage how far a taker's fill is moved against it
 */
public record ExchangeRules(Rate taker, Rate maker, Rate slippage, IntrabarPath path) {
    public static final ExchangeRules FREE = new ExchangeRules(Rate.ZERO, Rate.ZERO, Rate.ZERO, IntrabarPath.WORST);

    public ExchangeRules {
        if (slippage.numerator() < 0) {
            throw new IllegalArgumentException(
                    "slippage of " + slippage + ": it never helps, so it cannot be negative");
        }
    }

    /** Against us, rounded against us, never below one tick. */
    long slipped(Side side, long ticks) {
        if (slippage.isZero()) {
            return ticks;
        }
        long slip = Exact.mulDivCeil(ticks, slippage.numerator(), slippage.denominator());
        return side == Side.BUY ? Math.addExact(ticks, slip) : Math.max(1, ticks - slip);
    }
}
