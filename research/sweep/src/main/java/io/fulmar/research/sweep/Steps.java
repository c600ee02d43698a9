package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A space as its manifest tells it: which value of each parameter a combination has, and in which of few bins it falls. */
final class Steps {
    private final List<String> names = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private final long[] weights;

    Steps(Manifest.Search search) {
        for (Map.Entry<String, List<String>> axis : search.axes().entrySet()) {
            names.add(axis.getKey());
            values.add(axis.getValue());
        }
        weights = new long[names.size()];
        long product = 1;
        for (int axis = weights.length - 1; axis >= 0; axis--) {
            weights[axis] = product;
            product *= values.get(axis).size();
        }
    }

    /** Places of the parameters that vary. */
    List<Integer> varied() {
        List<Integer> varied = new ArrayList<>();
        for (int axis = 0; axis < values.size(); axis++) {
            if (values.get(axis).size() > 1) {
                varied.add(axis);
            }
        }
        return varied;
    }

    String name(int axis) {
        return names.get(axis);
    }

    List<String> values(int axis) {
        return values.get(axis);
    }

    int index(int axis, long combination) {
        return (int) (combination / weights[axis] % values.get(axis).size());
    }

    String value(int axis, long combination) {
        return values.get(axis).get(index(axis, combination));
    }

    int bins(int axis) {
        return Math.min(Heatmap.BINS_MAX, values.get(axis).size());
    }

    int bin(int axis, long combination) {
        return (int)
                ((long) index(axis, combination) * bins(axis) / values.get(axis).size());
    }

    /** The first value of a bin. */
    int first(int axis, int bin) {
        int bins = bins(axis);
        return (int) (((long) bin * values.get(axis).size() + bins - 1) / bins);
    }

    /** A bin in words: its value, or the first and the last. */
    String words(int axis, int bin) {
        int from = first(axis, bin);
        int to = (bin + 1 == bins(axis) ? values.get(axis).size() : first(axis, bin + 1)) - 1;
        String first = values.get(axis).get(from);
        return from == to ? first : first + " to " + values.get(axis).get(to);
    }
}
