package io.fulmar.live;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.util.Optional;

/** How far a dataset had been recorded before: what comes again is known by time, then number, then how many rows there are of both. */
final class RecordedUntil {
    private static final int SEQUENCE = 5;

    private long time = Long.MIN_VALUE;
    private long number = Long.MIN_VALUE;
    private long rows;

    static RecordedUntil of(Lake lake, Dataset dataset) {
        RecordedUntil until = new RecordedUntil();
        Optional<DatasetState> state = lake.state(dataset).filter(each -> each.rows() > 0);
        if (state.isPresent()) {
            until.time = state.get().last();
            until.readEnd(lake, dataset);
        }
        return until;
    }

    private void readEnd(Lake lake, Dataset dataset) {
        Rows some = new Rows(dataset.kind(), Rows.BATCH);
        try (DatasetReader reader = lake.read(dataset, time, time + 1)) {
            while (reader.next(some)) {
                for (int i = 0; i < some.size(); i++) {
                    long next = dataset.kind() == Kind.Events.QUOTES ? 0 : some.wholes(SEQUENCE)[i];
                    rows = next == number ? rows + 1 : 1;
                    number = next;
                }
            }
        }
    }

    /** Whether a row had been recorded; rows are asked for in their order, each once. */
    boolean has(long rowTime, long rowNumber) {
        if (rowTime != time) {
            return rowTime < time;
        }
        return rowNumber < number || (rowNumber == number && rows-- > 0);
    }

    /** Whether numbers between the last recorded one and this are missing. */
    boolean misses(long next) {
        return time != Long.MIN_VALUE && number >= 0 && next > number + 1;
    }
}
