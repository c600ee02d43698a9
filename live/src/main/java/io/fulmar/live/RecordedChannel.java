package io.fulmar.live;

import io.fulmar.domain.Exact;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.market.MarketListener;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Recording;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;

/** One dataset that is recorded: whole numbers become the nearest doubles of their decimals, rows wait until they are committed. */
final class RecordedChannel implements AutoCloseable {
    /** Rows that wait: a recorder may have a thousand channels. */
    private static final int ROWS = 256;

    private final Recording recording;
    private final Rows rows;
    private final double price;
    private final double quantity;
    private final double rate;
    private final boolean unique;
    private long last;
    private boolean dirty;

    RecordedChannel(Lake lake, Dataset dataset, Scales scales) {
        recording = lake.record(dataset, scales);
        rows = new Rows(dataset.kind(), ROWS);
        price = Exact.powerOfTen(scales.price());
        quantity = Exact.powerOfTen(scales.quantity());
        rate = Exact.powerOfTen(scales.rate());
        unique = dataset.kind().unique();
        last = recording.last().orElse(Long.MIN_VALUE);
    }

    boolean trade(long time, long heard, int side, long ticks, long lots, long id) {
        if (!begins(time)) {
            return false;
        }
        rows.trade(time, heard, ticks / price, lots / quantity, side, id);
        return true;
    }

    boolean quote(long time, long heard, long bid, long bidLots, long ask, long askLots) {
        if (!begins(time)) {
            return false;
        }
        rows.quote(time, heard, bid / price, bidLots / quantity, ask / price, askLots / quantity);
        return true;
    }

    boolean book(long time, long heard, int kind, long ticks, long lots, long sequence) {
        if (!begins(time)) {
            return false;
        }
        rows.book(time, heard, kind, ticks / price, lots / quantity, sequence);
        return true;
    }

    boolean mark(long time, long ticks, long index) {
        if (!begins(time)) {
            return false;
        }
        rows.mark(time, ticks / price, known(index));
        return true;
    }

    boolean funding(long time, long units, long ticks) {
        if (!begins(time)) {
            return false;
        }
        rows.funding(time, units / rate, known(ticks));
        return true;
    }

    boolean bar(MarketDataEvent.BarClosed bar) {
        if (!begins(bar.openTime())) {
            return false;
        }
        rows.candle(
                bar.openTime(),
                bar.open() / price,
                bar.high() / price,
                bar.low() / price,
                bar.close() / price,
                bar.volume(),
                Double.NaN);
        return true;
    }

    private double known(long ticks) {
        return ticks == MarketListener.UNKNOWN ? Double.NaN : ticks / price;
    }

    /** Whether a row of that time may follow; there is room for it then. */
    private boolean begins(long time) {
        if (time < last || (unique && time == last)) {
            return false;
        }
        if (rows.isFull()) {
            hand();
        }
        last = time;
        dirty = true;
        return true;
    }

    private void hand() {
        try {
            recording.append(rows);
        } finally {
            rows.clear(); // told twice would be worse than not at all
        }
    }

    void commit() {
        if (dirty) {
            hand();
            recording.force();
            dirty = false;
        }
    }

    @Override
    public void close() {
        try (recording) {
            hand();
        }
    }
}
