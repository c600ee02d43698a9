package io.fulmar.strategy;

/** The best bid and ask at one moment, in prices and units; NaN and 0 where a side is empty. */
public record Quote(long time, long receivedAt, double bid, double bidQuantity, double ask, double askQuantity) {}
