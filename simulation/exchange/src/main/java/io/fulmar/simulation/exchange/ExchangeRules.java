package io.fulmar.simulation.exchange;

import io.fulmar.domain.Rate;

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
}
