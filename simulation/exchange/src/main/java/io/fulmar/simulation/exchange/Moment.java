package io.fulmar.simulation.exchange;

import io.fulmar.domain.Side;

/** When an order came to be, as seen from the bar under way: what the bar did before that moment cannot fill it. */
enum Moment {
    /** At work since an earlier bar. */
    BEFORE,
    /** With this bar's open: decided at the last close, or placed by what filled at the open. */
    OPEN,
    /** While the price came down to some level: the low came after, the high may have come before. */
    FALLING,
    /** While the price rose to some level: the high came after, the low may have come before. */
    RISING;

    boolean inside() {
        return switch (this) {
            case BEFORE, OPEN -> false;
            case FALLING, RISING -> true;
        };
    }

    /** Whether the extreme that is best for a sell (the high) or a buy (the low) surely came after. */
    boolean beforeBest(Side side) {
        return switch (this) {
            case BEFORE, OPEN -> true;
            case FALLING -> side == Side.BUY;
            case RISING -> side == Side.SELL;
        };
    }
}
