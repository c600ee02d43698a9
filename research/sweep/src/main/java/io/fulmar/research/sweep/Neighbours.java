package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Plateau;
import java.util.Arrays;
import java.util.Optional;

/** The results within one step of a combination, in every parameter at once: does it stand alone? */
final class Neighbours {
    /** More parameters have more neighbours than a plateau counts. */
    private static final int VARIED_MAX = 10;

    private final Steps steps;
    private final int[] axes;
    private final int[] from;
    private final int[] lengths;
    private final int own;
    private final double[] growth;

    private Neighbours(Steps steps, long combination) {
        this.steps = steps;
        this.axes = steps.varied().stream().mapToInt(axis -> axis).toArray();
        this.from = new int[axes.length];
        this.lengths = new int[axes.length];
        int size = 1;
        for (int i = 0; i < axes.length; i++) {
            int index = steps.index(axes[i], combination);
            from[i] = Math.max(0, index - 1);
            lengths[i] = Math.min(steps.values(axes[i]).size() - 1, index + 1) - from[i] + 1;
            size *= lengths[i];
        }
        this.growth = new double[size];
        Arrays.fill(growth, Double.NaN);
        this.own = place(combination);
    }

    /** Of a combination, where there are not too many parameters. */
    static Optional<Neighbours> of(Steps steps, long combination) {
        int varied = steps.varied().size();
        return varied == 0 || varied > VARIED_MAX ? Optional.empty() : Optional.of(new Neighbours(steps, combination));
    }

    void add(Row row) {
        int place = place(row.combination());
        if (place >= 0) {
            growth[place] = row.growth();
        }
    }

    /** Where it stands among the neighbours; below zero if it does not. */
    private int place(long combination) {
        int place = 0;
        for (int i = 0; i < axes.length; i++) {
            int at = steps.index(axes[i], combination) - from[i];
            if (at < 0 || at >= lengths[i]) {
                return -1;
            }
            place = place * lengths[i] + at;
        }
        return place;
    }

    /** By G; without any neighbour its figures are NaN. */
    Plateau plateau() {
        return Plateau.of(growth, lengths, own);
    }
}
