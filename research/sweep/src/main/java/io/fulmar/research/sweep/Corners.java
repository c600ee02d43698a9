package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Enough combinations of a space to know the longest warm-up of all: each of a small space; of a large one every value of every
 * parameter beside the first and beside the last values of the others, and some by chance.
 */
public final class Corners {
    private static final int ALL_MAX = 20_000;
    private static final int VALUES_MAX = 2_000;
    private static final int CHANCE = 2_000;

    private Corners() {}

    /** Their parameters; those that the record refuses are left out. */
    public static List<Record> of(Space space) {
        Set<Long> numbers = new TreeSet<>();
        if (space.size() <= ALL_MAX) {
            for (long number = 0; number < space.size(); number++) {
                numbers.add(number);
            }
        } else {
            edges(space, numbers);
            Shuffle shuffle = new Shuffle(space.size(), 0);
            for (int i = 0; i < CHANCE; i++) {
                numbers.add(shuffle.at(i));
            }
        }
        List<Record> records = new ArrayList<>();
        numbers.forEach(number -> space.parameters(number).ifPresent(records::add));
        return records;
    }

    private static void edges(Space space, Set<Long> numbers) {
        int[] first = new int[space.axes().size()];
        int[] last = space.axes().stream().mapToInt(axis -> axis.size() - 1).toArray();
        for (int axis = 0; axis < first.length; axis++) {
            int size = space.axes().get(axis).size();
            int stride = Math.ceilDiv(size, VALUES_MAX);
            for (int value = size - 1; value >= 0; value -= stride) {
                for (int[] corner : List.of(first, last)) {
                    int[] indices = corner.clone();
                    indices[axis] = value;
                    numbers.add(space.number(indices));
                }
            }
        }
    }
}
