package io.fulmar.store.lake;

import java.util.List;

/**
 * A file of a dataset that is whole and never changes, and what is in it.
 *
 * @param period which time it is named after: a year, a month or a day
 */
record Part(String file, String period, long bytes, Compression compression, List<Stretch> batches) {
    /**
     * One batch.
     *
     * @param low the least price of it, NaN when it has none
     * @param gaps bars that are missing inside it
     * @param sum its checksum
     */
    record Stretch(int rows, long first, long last, double low, double high, long gaps, int sum) {}

    Part {
        batches = List.copyOf(batches);
        if (batches.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no batch");
        }
    }

    long rows() {
        return batches.stream().mapToLong(Stretch::rows).sum();
    }

    long first() {
        return batches.getFirst().first;
    }

    long last() {
        return batches.getLast().last;
    }

    boolean overlaps(long from, long to) {
        return first() < to && last() >= from;
    }
}
