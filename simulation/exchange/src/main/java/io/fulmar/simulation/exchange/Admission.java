package io.fulmar.simulation.exchange;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;

/** What the venue on flows does not take, and why. */
final class Admission {
    private static final int ORDERS_MAX = 10_000;
    private static final String WOULD_TRADE = "post-only, but it would trade at once";
    private static final String DARK = "the venue's book is not known at this moment";

    private final Instrument instrument;
    private final FlowMarket market;
    private final Holdings holdings;

    Admission(Instrument instrument, FlowMarket market, Holdings holdings) {
        this.instrument = instrument;
        this.market = market;
        this.holdings = holdings;
    }

    /** Why an order is refused where so many live already; empty if it is not. */
    String refusal(Resident one, int residents) {
        Order order = one.order();
        if (order.instrument() != instrument.id()) {
            throw new IllegalArgumentException("the venue does not list instrument " + order.instrument());
        }
        if (residents >= ORDERS_MAX) {
            return "the venue holds at most " + ORDERS_MAX + " orders";
        }
        if (order.lots() < instrument.minimums().lots()) {
            return "less than the venue's minimum of " + instrument.minimums().lots() + " lots";
        }
        if (order.reduceOnly() && holdings.reducible(order) == 0) {
            return "reduce-only, but there is no position to reduce";
        }
        if (market.dark() && !one.waiting()) {
            return DARK;
        }
        if (order.terms().postOnly()) {
            return !(order.kind() instanceof OrderKind.Limit)
                    ? "post-only goes with a limit"
                    : market.marketable(one) ? WOULD_TRADE : "";
        }
        return "";
    }
}
