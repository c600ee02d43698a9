package io.fulmar.research.robustness;

import java.util.Arrays;

/**
 * Whether the neighbours of a combination do as well: a lone peak is a parameter that fits its data, a plateau is an idea.
 *
 * @param lowest the least score among the neighbours within one step of every parameter
 * @param quartile their lower quartile, nearest rank: what a parameter that is a little off still gives
 * @param share of the neighbours that keep at least half of the combination's own score, if that is above 0; else of those no worse
 * @param neighbours how many there are
 */
public record Plateau(double lowest, double quartile, double share, int neighbours) {
    private static final int NEIGHBOURS_MAX = 59_049;

    /**
     * Of a combination in a full grid.
     *
     * @param scores of all combinations, the last parameter changing fastest; NaN where there is none
     * @param lengths of the parameters' axes
     */
    public static Plateau of(double[] scores, int[] lengths, int combination) {
        if (Math.pow(3, lengths.length) > NEIGHBOURS_MAX) {
            throw new IllegalArgumentException(
                    "a plateau over " + lengths.length + " parameters has too many neighbours");
        }
        int[] place = new int[lengths.length];
        int rest = combination;
        for (int axis = lengths.length - 1; axis >= 0; axis--) {
            place[axis] = rest % lengths[axis];
            rest /= lengths[axis];
        }
        double[] found = new double[(int) Math.round(Math.pow(3, lengths.length))];
        int count = collect(scores, lengths, place, combination, found);
        if (count == 0) return new Plateau(Double.NaN, Double.NaN, Double.NaN, 0);
        double own = scores[combination];
        double enough = own > 0 ? own / 2 : own;
        Arrays.sort(found, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (found[i] >= enough) kept++;
        }
        return new Plateau(found[0], found[Quantiles.place(250, count)], (double) kept / count, count);
    }

    private static int collect(double[] scores, int[] lengths, int[] place, int combination, double[] found) {
        int count = 0;
        int[] step = new int[lengths.length];
        Arrays.fill(step, -1);
        while (true) {
            int at = 0;
            boolean inside = true;
            for (int axis = 0; axis < lengths.length; axis++) {
                int where = place[axis] + step[axis];
                inside &= where >= 0 && where < lengths[axis];
                at = at * lengths[axis] + where;
            }
            if (inside && at != combination && !Double.isNaN(scores[at])) found[count++] = scores[at];
            int axis = 0;
            while (axis < step.length && ++step[axis] > 1) step[axis++] = -1;
            if (axis == step.length) return count;
        }
    }
}
