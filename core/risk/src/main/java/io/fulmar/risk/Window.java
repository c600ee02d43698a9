package io.fulmar.risk;

import java.util.Arrays;

/** The times of the last few events, as many as a limit allows: it is full while the oldest of them is younger than the span. */
final class Window {
    private final long[] times;
    private final long[] ids;
    private final long span;
    private int next;
    private int size;

    Window(long limit, long span) {
        this.times = new long[Math.toIntExact(limit)];
        this.ids = new long[times.length];
        this.span = span;
    }

    void add(long id, long time) {
        times[next] = time;
        ids[next] = id;
        next = (next + 1) % times.length;
        size = Math.min(size + 1, times.length);
    }

    /** At most one entry an id. */
    void addOnce(long id, long time) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                return;
            }
        }
        add(id, time);
    }

    /** An event counts from its own moment on, and no longer when it is exactly a span old. */
    boolean full(long now) {
        return size == times.length && now - times[next] < span;
    }

    void clear() {
        size = 0;
        next = 0;
    }

    int limit() {
        return times.length;
    }

    String state() {
        int oldest = size < times.length ? 0 : next;
        var sorted = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = times[(oldest + i) % times.length];
        }
        return Arrays.toString(sorted);
    }
}
