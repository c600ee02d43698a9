package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Side;

/** A trade of this strategy, in prices and units, as {@code onFill} sees it. */
public record Fill(long time, String symbol, Side side, double price, double quantity, Cause cause) {}
