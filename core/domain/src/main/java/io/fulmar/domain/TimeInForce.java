package io.fulmar.domain;

/** How long an order may work. */
public sealed interface TimeInForce {
    TimeInForce GTC = new GoodTilCancelled();
    TimeInForce IOC = new ImmediateOrCancel();
    TimeInForce FOK = new FillOrKill();

    record GoodTilCancelled() implements TimeInForce {}

    record ImmediateOrCancel() implements TimeInForce {}

    record FillOrKill() implements TimeInForce {}

    /** Until that moment, in UTC nanoseconds. */
    record GoodTilDate(long timeNanos) implements TimeInForce {}
}
