package io.fulmar.research.sweep;

import java.util.List;
import java.util.TreeMap;

/**
 * The results that no other beats in both net return and drawdown: for whoever is not sure how much of the one the other is worth. The
 * true front of all that was evaluated, not of a sample. Results without a trade take no part; of equal ones the first stays.
 */
final class ParetoFront {
    /** By drawdown; the net return rises with it. */
    private final TreeMap<Double, Row> front = new TreeMap<>();

    void add(Row row) {
        if (row.trades() == 0 || Double.isNaN(row.netReturn())) {
            return;
        }
        var calmer = front.floorEntry(row.maxDrawdown());
        if (calmer != null && calmer.getValue().netReturn() >= row.netReturn()) {
            return;
        }
        front.put(row.maxDrawdown(), row);
        var wilder = front.higherEntry(row.maxDrawdown());
        while (wilder != null && wilder.getValue().netReturn() <= row.netReturn()) {
            front.remove(wilder.getKey());
            wilder = front.higherEntry(row.maxDrawdown());
        }
    }

    boolean holds(Row row) {
        Row there = front.get(row.maxDrawdown());
        return there != null && there.combination() == row.combination();
    }

    /** The calmest first. */
    List<Row> rows() {
        return List.copyOf(front.values());
    }

    int size() {
        return front.size();
    }
}
