package io.fulmar.research.sweep;

import java.util.Comparator;

/** Which of two results is the better: eligible before not, then by score or else by growth, then by number. Undefined is last. */
public final class Ranking {
    public static final Comparator<Row> BEST_FIRST = Comparator.comparing(Row::eligible)
            .reversed()
            .thenComparing(Ranking::figure, Comparator.reverseOrder())
            .thenComparingLong(Row::combination);

    private Ranking() {}

    private static double figure(Row row) {
        double by = row.rankedBy();
        return Double.isNaN(by) ? Double.NEGATIVE_INFINITY : by + 0.0;
    }
}
