package io.fulmar.research.sweep;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Worth;

/** What slippage took of a taker's fill, worked out from the price it filled at: journals keep that one alone. */
final class Slippage {
    private final Rate rate;

    Slippage(Rate rate) {
        this.rate = rate;
    }

    long slipped(Side side, long ticks) {
        if (rate.isZero()) {
            return ticks;
        }
        long slip = slip(ticks);
        return side == Side.BUY ? Math.addExact(ticks, slip) : Math.max(1, ticks - slip);
    }

    private long slip(long ticks) {
        return Exact.mulDivCeil(ticks, rate.numerator(), rate.denominator());
    }

    /** The money between the fill and the price it would have had; where two prices lead to one fill, the nearer. */
    long cost(Worth worth, Side side, long lots, long filled) {
        if (rate.isZero()) {
            return 0;
        }
        long price = side == Side.BUY ? cheaper(filled) : dearer(filled);
        return Math.abs(Math.subtractExact(worth.value(lots, filled), worth.value(lots, price)));
    }

    /** The highest price that slips up to at most that. */
    private long cheaper(long filled) {
        long price = Exact.mulDivFloor(filled, rate.denominator(), Math.addExact(rate.denominator(), rate.numerator()));
        while (price + 1 + slip(price + 1) <= filled) {
            price++;
        }
        while (price > 0 && price + slip(price) > filled) {
            price--;
        }
        return price;
    }

    /** The lowest price that slips down to at least that. */
    private long dearer(long filled) {
        long left = rate.denominator() - rate.numerator();
        if (left <= 0) {
            return filled; // all of the price and more: what it was cannot be told
        }
        long price = Exact.mulDivCeil(filled, rate.denominator(), left);
        while (price - slip(price) < filled) {
            price++;
        }
        while (price > filled && price - 1 - slip(price - 1) >= filled) {
            price--;
        }
        return price;
    }
}
