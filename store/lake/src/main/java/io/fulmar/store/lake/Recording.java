package io.fulmar.store.lake;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * Records a dataset as it happens: rows go into today's segment, a stream that others may read while it grows. At midnight UTC the day
 * becomes part of its month.
 *
 * <p>Rows wait in memory until {@link #flush}, which lets others see them; only {@link #force} keeps them through a loss of power.
 */
public final class Recording implements AutoCloseable {
    /** Opens the dataset for a day of recording. */
    interface Days {
        Day open() throws IOException;
    }

    private final Dataset dataset;
    private final Days days;
    private final Rows waiting;
    private final Scrutiny scrutiny;
    private Day day;
    private OptionalLong last;

    Recording(Dataset dataset, Scales scales, Days days) throws IOException {
        this.dataset = dataset;
        this.days = days;
        this.waiting = Rows.growing(dataset.kind());
        this.scrutiny = new Scrutiny(dataset, scales);
        this.day = days.open();
        this.last = day.last();
    }

    public Dataset dataset() {
        return dataset;
    }

    /** The time of the last row that is there or was added. */
    public OptionalLong last() {
        return last;
    }

    /** Adds rows, which come in order. */
    public void append(Rows rows) {
        if (rows.isEmpty()) {
            return;
        }
        scrutiny.order(rows, last);
        scrutiny.exact(rows);
        for (int i = 0; i < rows.size(); i++) {
            long time = rows.times()[i];
            if (!day.holds(time)) {
                roll(time);
            }
            if (waiting.isFull()) {
                flush();
            }
            waiting.append(rows, i, 1);
        }
        last = OptionalLong.of(rows.times()[rows.size() - 1]);
    }

    private void roll(long time) {
        flush();
        try {
            if (day.isBegun()) {
                day.end();
                day = days.open();
            }
            day.begin(time);
        } catch (IOException e) {
            throw LakeException.disk(dataset, e);
        }
    }

    /** Others can read all that was added. */
    public void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            day.write(waiting);
            waiting.clear();
        } catch (IOException e) {
            throw LakeException.disk(dataset, e);
        }
    }

    /** All that was added is on the disk. */
    public void force() {
        flush();
        try {
            day.force();
        } catch (IOException e) {
            throw LakeException.disk(dataset, e);
        }
    }

    /** Ends the recording for now; the next one of the same day goes on in the same segment. */
    @Override
    public void close() {
        try (Day ending = day) {
            flush();
            ending.force();
        } catch (IOException e) {
            throw LakeException.disk(dataset, e);
        }
    }
}
