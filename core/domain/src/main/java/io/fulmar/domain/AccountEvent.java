package io.fulmar.domain;

/**
 * What the venue did to the account without any order: money that came or went. Amounts are in money units of the account, above zero
 * what came to us.
 */
public sealed interface AccountEvent extends Event {
    int seat();

    long instrument();

    long amount();

    /**
     * A perpetual's funding for what a seat held then.
     *
     * @param lots signed
     * @param markTicks the price the payment was reckoned at
     */
    record FundingSettled(int seat, long instrument, long lots, long markTicks, Rate rate, long amount, long timeNanos)
            implements AccountEvent {}

    /** The venue's insurance took over what a liquidation lost beyond the margin there was. */
    record DeficitCovered(int seat, long instrument, long amount, long timeNanos) implements AccountEvent {}
}
