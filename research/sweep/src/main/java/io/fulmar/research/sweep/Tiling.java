package io.fulmar.research.sweep;

import java.util.Arrays;

/**
 * Cuts a space into boxes of neighbouring combinations, so that those evaluated together share their columns: 64 averages by 64 others
 * need 128 columns for 4,096 combinations. The rule is fixed: the shortest edge that can still grow is doubled, of equal ones that of
 * the axis with most values, of equal ones the first, until a box would hold more than wanted. Boxes at the border are cut off.
 */
final class Tiling {
    private final int[] sizes;
    private final int[] edges;
    private final int[] boxes;
    private final int units;

    Tiling(int[] sizes, int wanted) {
        this.sizes = sizes.clone();
        this.edges = edges(sizes, wanted);
        this.boxes = new int[sizes.length];
        long product = 1;
        for (int i = 0; i < sizes.length; i++) {
            boxes[i] = Math.ceilDiv(sizes[i], edges[i]);
            product = Math.multiplyExact(product, (long) boxes[i]);
        }
        if (product > Integer.MAX_VALUE) {
            throw new SweepException(
                    SweepException.Fault.SPACE,
                    "a grid of that many combinations makes " + product + " work units, more than 2^31",
                    "use wider steps, or --sampler random, sobol or cma with --samples");
        }
        this.units = (int) product;
    }

    static Tiling of(Space space, int wanted) {
        return new Tiling(space.axes().stream().mapToInt(Axis::size).toArray(), wanted);
    }

    private static int[] edges(int[] sizes, int wanted) {
        int[] edges = new int[sizes.length];
        Arrays.fill(edges, 1);
        while (true) {
            int chosen = -1;
            for (int i = 0; i < sizes.length; i++) {
                if (edges[i] == sizes[i]) {
                    continue;
                }
                boolean shorter = chosen < 0
                        || edges[i] < edges[chosen]
                        || (edges[i] == edges[chosen] && sizes[i] > sizes[chosen]);
                chosen = shorter ? i : chosen;
            }
            if (chosen < 0) {
                return edges;
            }
            int before = edges[chosen];
            edges[chosen] = Math.min(2 * before, sizes[chosen]);
            if (volume(edges) > wanted) {
                edges[chosen] = before;
                return edges;
            }
        }
    }

    private static long volume(int[] edges) {
        long volume = 1;
        for (int edge : edges) {
            volume *= edge;
        }
        return volume;
    }

    int units() {
        return units;
    }

    /** Combinations in a box. */
    int volume(int unit) {
        int rest = unit;
        int volume = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            int from = rest % boxes[i] * edges[i];
            volume *= Math.min(edges[i], sizes[i] - from);
            rest /= boxes[i];
        }
        return volume;
    }

    /** The combinations of a box as indices of the axes are counted: rising numbers. */
    long[] numbers(Space space, int unit) {
        int[] from = new int[sizes.length];
        int[] to = new int[sizes.length];
        int rest = unit;
        int count = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            from[i] = rest % boxes[i] * edges[i];
            to[i] = Math.min(from[i] + edges[i], sizes[i]);
            rest /= boxes[i];
            count *= to[i] - from[i];
        }
        long[] numbers = new long[count];
        int[] at = from.clone();
        for (int k = 0; k < count; k++) {
            numbers[k] = space.number(at);
            for (int i = sizes.length - 1; i >= 0 && ++at[i] == to[i]; i--) {
                at[i] = from[i];
            }
        }
        return numbers;
    }
}
