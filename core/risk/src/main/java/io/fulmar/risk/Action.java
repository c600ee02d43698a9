package io.fulmar.risk;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;

/** What leaves the desk for a venue, and so needs a permit. */
public sealed interface Action {
    record Submit(Order order) implements Action {}

    record Amend(long order, long lots, OrderKind kind) implements Action {}

    record Cancel(long order) implements Action {}
}
