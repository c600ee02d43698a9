package io.fulmar.execution;

import io.fulmar.domain.Side;

/**
 * When a bar reaches a level and at what price an order there fills: pure functions, shared by every tier and venue. A level counts as
 * reached on touch; an open beyond it fills at the open.
 */
public final class Touch {
    private Touch() {}

    /** A stop's level: reached from the side it protects against, a sell at or below, a buy at or above. */
    public static boolean stopReached(Side side, long level, long high, long low) {
        return side == Side.SELL ? low <= level : high >= level;
    }

    public static long stopFill(Side side, long level, long open) {
        return side == Side.SELL ? Math.min(open, level) : Math.max(open, level);
    }

    /** A limit's level: reached from the profitable side, a sell at or above, a buy at or below. */
    public static boolean limitReached(Side side, long level, long high, long low) {
        return side == Side.SELL ? high >= level : low <= level;
    }

    public static long limitFill(Side side, long level, long open) {
        return side == Side.SELL ? Math.max(open, level) : Math.min(open, level);
    }

    /** Where a trailing stop stands after a bar: it follows the best price and never goes back. */
    public static long trailed(Side side, long level, long distance, long high, long low) {
        return side == Side.SELL ? Math.max(level, high - distance) : Math.min(level, low + distance);
    }

    /** The first level of a protection at that distance from the fill; a sell protects a long position. */
    public static long protection(Side side, long fillTicks, long distance) {
        return side == Side.SELL ? fillTicks - distance : fillTicks + distance;
    }
}
