package io.fulmar.domain;

/** A trade of ours at the venue. The fee is in money units of the settlement currency; negative is a rebate. */
public sealed interface FillEvent extends Event {
    long order();

    record Filled(long order, String trade, long ticks, long lots, long fee, boolean maker, long timeNanos)
            implements FillEvent {}

    /** The venue took a trade back. */
    record Busted(long order, String trade, long ticks, long lots, long fee, long timeNanos) implements FillEvent {}
}
