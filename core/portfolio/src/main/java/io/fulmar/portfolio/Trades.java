package io.fulmar.portfolio;

/** Hears of every round trip as it ends. */
@FunctionalInterface
public interface Trades {
    void closed(Trade trade);
}
