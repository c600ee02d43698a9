package io.fulmar.domain;

/** Who made an order that we did not. */
public enum Origin {
    /** The venue itself: a liquidation, a settlement. */
    VENUE,
    /** Somebody else with this account's keys. */
    EXTERNAL
}
