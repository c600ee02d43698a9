package io.fulmar.store.lake;

import java.util.List;

/**
 * Rows of any number of datasets in the order in which they were heard, one after the other: by time of receipt, at one moment by the
 * number of the stream, within a stream as they lie. Memory is a few hundred rows a stream, however long the streams are.
 *
 * <p>A bar is heard when it closes. What has no time of receipt is heard at its own. A row that lies behind another of its stream is not
 * heard before it, even if its time of receipt says so.
 */
public final class Replay implements AutoCloseable {
    private final ReplayStream[] streams;
    private final MergeOrder order;
    private int stream = MergeOrder.NONE;
    private boolean begun;

    private Replay(ReplayStream[] streams) {
        this.streams = streams;
        this.order = new MergeOrder(streams.length);
    }

    /** The streams are numbered as they stand here, from 0. They are closed with the replay. */
    public static Replay of(List<DatasetReader> readers) {
        return new Replay(readers.stream().map(ReplayStream::new).toArray(ReplayStream[]::new));
    }

    /** Goes on to the next row; false at the end. */
    public boolean next() {
        if (stream != MergeOrder.NONE) {
            ReplayStream current = streams[stream];
            stream = current.next() ? order.next(stream, current.heard[current.row]) : order.end(stream);
        } else if (!begun) {
            begin();
        }
        return stream != MergeOrder.NONE;
    }

    private void begin() {
        begun = true;
        for (int i = 0; i < streams.length; i++) {
            if (streams[i].next()) {
                order.first(i, streams[i].heard[0]);
            }
        }
        stream = order.begin();
    }

    public int streams() {
        return streams.length;
    }

    public Dataset dataset(int number) {
        return streams[number].reader.dataset();
    }

    public Scales scales(int number) {
        return streams[number].reader.scales();
    }

    /** Number of the stream whose turn it is. */
    public int stream() {
        return stream;
    }

    /** When the row was heard, in nanoseconds since 1970 UTC; it never goes back. */
    public long heard() {
        ReplayStream current = streams[stream];
        return current.heard[current.row];
    }

    /** Holds the row, at {@link #row}; valid until the replay goes on. */
    public Rows rows() {
        return streams[stream].rows;
    }

    public int row() {
        return streams[stream].row;
    }

    @Override
    public void close() {
        for (ReplayStream each : streams) {
            each.reader.close();
        }
    }
}
