package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Side;
import java.math.BigInteger;

/** What stands at the market in {@link GrowingTwin}. */
final class GrowingParts {
    private GrowingParts() {}

    /** When something came to be within the bar under way: before it, at its open, or inside, the price falling or rising. */
    enum When {
        BEFORE,
        OPEN,
        FALLING,
        RISING
    }

    /** A level of the position: what is reached on the losing side, or the target. */
    static final class Level {
        final Kind kind;
        BigInteger at;
        When since;

        Level(Kind kind, BigInteger at, When since) {
            this.kind = kind;
            this.at = at;
            this.since = since;
        }
    }

    /** An entry that waits at its limit. */
    static final class Rung {
        final Side side;
        final BigInteger limit;
        final BigInteger lots;
        final BigInteger reserved;
        final long until;
        When since = When.OPEN;

        Rung(Side side, BigInteger limit, BigInteger lots, BigInteger reserved, long until) {
            this.side = side;
            this.limit = limit;
            this.lots = lots;
            this.reserved = reserved;
            this.until = until;
        }
    }

    record Entry(Side side, BigInteger lots, boolean add) {}

    /** A price at which a limit of that side may trade. */
    static boolean favourable(Side side, BigInteger limit, BigInteger price) {
        return side == Side.BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
    }

    /** Whether a bar's best price for that side surely came after. */
    static boolean sawBest(When since, Side side) {
        return switch (since) {
            case BEFORE, OPEN -> true;
            case FALLING -> side == Side.BUY;
            case RISING -> side == Side.SELL;
        };
    }
}
