package io.fulmar.research.sweep;

import java.util.stream.IntStream;

/** A space as a cube with edges of length 1: each value of a parameter has an equal part of its edge. */
final class Cube {
    private Cube() {}

    /** The axes that vary. */
    static int[] varied(Space space) {
        return IntStream.range(0, space.axes().size())
                .filter(axis -> space.axes().get(axis).size() > 1)
                .toArray();
    }

    /** The combination in whose part of the cube the point lies; points outside are mirrored at its sides. */
    static long number(Space space, int[] varied, double[] point) {
        int[] indices = new int[space.axes().size()];
        for (int d = 0; d < varied.length; d++) {
            int size = space.axes().get(varied[d]).size();
            double turned = point[d] - 2 * StrictMath.floor(point[d] / 2);
            double inside = turned > 1 ? 2 - turned : turned;
            indices[varied[d]] = Math.min(size - 1, (int) (inside * size));
        }
        return space.number(indices);
    }
}
