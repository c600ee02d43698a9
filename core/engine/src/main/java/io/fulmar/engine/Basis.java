package io.fulmar.engine;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Order;

/** What a position's protection is measured from: the distances of its first entry, and the average price of all its entries. */
final class Basis {
    private Bracket bracket = Bracket.NONE;
    private long root;
    private long lots;
    private long ticks;

    /** An entry has filled, in whole or in part. */
    void filled(Order entry, long filledLots, long atTicks, boolean first) {
        if (first) {
            bracket = entry.bracket();
            root = entry.id();
            lots = 0;
            ticks = 0;
        }
        lots = Math.addExact(lots, filledLots);
        ticks = Math.addExact(ticks, Math.multiplyExact(filledLots, atTicks));
    }

    Bracket bracket() {
        return bracket;
    }

    /** The first entry's order. */
    long root() {
        return root;
    }

    /** The average price in whole ticks, half up. */
    long averageTicks() {
        long whole = ticks / lots;
        return 2 * (ticks - whole * lots) >= lots ? whole + 1 : whole;
    }
}
