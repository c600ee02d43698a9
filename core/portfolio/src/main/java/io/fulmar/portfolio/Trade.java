package io.fulmar.portfolio;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Side;

/**
 * A round trip, flat to flat, of one seat in one instrument. Money in units of the settlement currency.
 *
 * @param side BUY for a long trade
 * @param lots everything that was opened
 * @param entryValue of the lots as if bought, at the prices of the entries; below zero for an inverse contract, see
 *     {@link io.fulmar.domain.Worth#value}
 * @param exitValue the same at the prices of the exits
 * @param equityBefore the account's equity at the moment of entry
 */
public record Trade(
        int seat,
        long instrument,
        Side side,
        long lots,
        long entryTime,
        long exitTime,
        long entryTicks,
        long exitTicks,
        long entryValue,
        long exitValue,
        long fees,
        long equityBefore,
        Cause exit,
        Bracket bracket) {
    /** Before fees. */
    public long gross() {
        return side == Side.BUY ? Math.subtractExact(exitValue, entryValue) : Math.subtractExact(entryValue, exitValue);
    }

    /** After fees. */
    public long net() {
        return Math.subtractExact(gross(), fees);
    }
}
