package io.fulmar.domain;

/** What a market showed. Prices in ticks; a bar's time is its open, and it is known at its close. */
public sealed interface MarketDataEvent extends Event {
    long instrument();

    record BarClosed(
            long instrument,
            Timeframe timeframe,
            long openTime,
            long open,
            long high,
            long low,
            long close,
            double volume)
            implements MarketDataEvent {}

    /** Something is missing between two moments: bars, strategies and risk must see it. */
    record Gap(long instrument, long fromNanos, long untilNanos, String reason) implements MarketDataEvent {}
}
