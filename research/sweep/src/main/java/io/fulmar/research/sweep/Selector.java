package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Chooses what is looked at again: the best hundred, one in ten thousand by chance but at least a thousand, and the
 * eligible among the best thousand, of a pruned sweep the best sixteen thousand. */
final class Selector {
    private static final int BEST = 100;
    private static final int DRAWN_MIN = 1_000;
    private static final int DRAWN_OF = 10_000;

    /** The same numbers are drawn in every sweep: nobody can choose them. */
    private static final long SEED = 0x52_45_43_48_45_43_4BL;

    private final PriorityQueue<Row> best = new PriorityQueue<>(Ranking.BEST_FIRST.reversed());
    private final PriorityQueue<Long> drawn = new PriorityQueue<>(lowestHash().reversed());
    private final int drawnMax;
    private final int candidates;

    /** Of so many results the best few thousand. */
    Selector(long results, int candidates) {
        this.candidates = candidates;
        this.drawnMax = Math.toIntExact(Math.max(DRAWN_MIN, Math.ceilDiv(results, (long) DRAWN_OF)));
    }

    private static Comparator<Long> lowestHash() {
        return Comparator.<Long, Long>comparing(number -> Noise.bits(SEED, number, 0))
                .thenComparing(number -> number);
    }

    /** Every result must be shown, each once. */
    void see(Row row) {
        best.add(row);
        if (best.size() > candidates) {
            best.remove();
        }
        drawn.add(row.combination());
        if (drawn.size() > drawnMax) {
            drawn.remove();
        }
    }

    Closing.Selection selection() {
        List<Row> ranked = new ArrayList<>(best);
        ranked.sort(Ranking.BEST_FIRST);
        return new Closing.Selection(
                ranked.stream().limit(BEST).map(Row::combination).toList(),
                drawn.stream().sorted().toList(),
                ranked.stream().filter(Row::eligible).map(Row::combination).toList());
    }
}
