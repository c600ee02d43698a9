package io.fulmar.store.lake;

import java.util.Optional;

/** One stream of a replay: a dataset's rows, few at a time, and when each was heard. */
final class ReplayStream {
    /** Few enough that those of fifty streams stay near the processor. */
    private static final int ROWS = 512;

    final DatasetReader reader;
    final Rows rows;
    final long[] heard = new long[ROWS];
    int row = -1;

    private final int heardColumn;
    private final long knownAfter;
    private Optional<ColumnBatch> batch = Optional.empty();
    private int taken;
    private long latest = Long.MIN_VALUE;

    ReplayStream(DatasetReader reader) {
        this.reader = reader;
        this.rows = new Rows(reader.dataset().kind(), ROWS);
        this.heardColumn = heardColumn(reader.dataset());
        this.knownAfter = reader.dataset().kind() instanceof Kind.Candles candles
                ? candles.timeframe().nanos()
                : 0;
    }

    private static int heardColumn(Dataset dataset) {
        return switch (dataset.kind()) {
            case Kind.Candles _ -> 0;
            case Kind.NamedBars _ ->
                throw new IllegalArgumentException(
                        dataset + " cannot be replayed: such bars do not say when they were known; replay the trades");
            case Kind.Events events ->
                switch (events) {
                    case TRADES, QUOTES, BOOKS -> Columns.indexOf(events, "received");
                    case FUNDING, MARK -> 0;
                };
        };
    }

    /** Goes on by a row; false at the end. */
    boolean next() {
        return ++row < rows.size() || fill();
    }

    private boolean fill() {
        while (batch.isEmpty() || taken == batch.get().rows()) {
            batch = reader.next();
            taken = 0;
            if (batch.isEmpty()) {
                return false;
            }
        }
        int count = Math.min(ROWS, batch.get().rows() - taken);
        batch.get().copy(taken, count, rows);
        taken += count;
        row = 0;
        hear();
        return true;
    }

    /** Nobody hears a row before those in front of it; where nobody noted when it was heard, the venue's own time stands for it. */
    private void hear() {
        long[] times = rows.times();
        long[] received = rows.wholes(heardColumn);
        for (int i = 0; i < rows.size(); i++) {
            long at = (received[i] > 0 ? received[i] : times[i]) + knownAfter;
            latest = Math.max(latest, at);
            heard[i] = latest;
        }
    }
}
