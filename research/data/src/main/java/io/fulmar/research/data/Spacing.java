package io.fulmar.research.data;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.util.HashMap;
import java.util.Map;

/**
 * How far apart the rows of a dataset are as a rule.
 *
 * @param mean nanoseconds on average
 * @param usual the distance that most have, in whole minutes; 0 where there are too many different ones to tell
 * @param numbered the part of the trades whose number is the one behind the last
 */
record Spacing(double mean, long usual, double numbered) {
    private static final long MINUTE = 60_000_000_000L;
    private static final int DIFFERENT_MAX = 1_000;

    static Spacing of(Lake lake, Dataset dataset) {
        boolean trades = dataset.kind() == Kind.Events.TRADES;
        Map<Long, Integer> steps = new HashMap<>();
        long rows = 0;
        long first = 0;
        long last = 0;
        long id = 0;
        long following = 0;
        try (DatasetReader reader = lake.read(dataset)) {
            Rows batch = new Rows(dataset.kind());
            while (reader.next(batch)) {
                for (int i = 0; i < batch.size(); i++, rows++) {
                    long time = batch.times()[i];
                    first = rows == 0 ? time : first;
                    if (rows > 0 && steps.size() < DIFFERENT_MAX) {
                        steps.merge(Math.round((double) (time - last) / MINUTE) * MINUTE, 1, Integer::sum);
                    }
                    last = time;
                    if (trades) {
                        long next = batch.wholes("id")[i];
                        following += rows > 0 && next == id + 1 ? 1 : 0;
                        id = next;
                    }
                }
            }
        }
        long usual = steps.size() == DIFFERENT_MAX
                ? 0
                : steps.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0L);
        double count = Math.max(1, rows - 1);
        return new Spacing((last - first) / count, usual, following / count);
    }
}
