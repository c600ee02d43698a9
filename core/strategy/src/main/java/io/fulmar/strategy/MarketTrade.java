package io.fulmar.strategy;

import io.fulmar.domain.Side;

/** A trade between others, in prices and units: when the venue made it, when we heard of it, and which side took. */
public record MarketTrade(long time, long receivedAt, Side taker, double price, double quantity) {}
