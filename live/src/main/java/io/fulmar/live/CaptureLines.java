package io.fulmar.live;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a capture as bytes, one after the other in one buffer. What a line is made of is nobody's business here. */
final class CaptureLines {
    /** A whole book of 20,000 levels a side has less than half of it. */
    static final int LINE_MAX = 4 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int limit;
    private int following;
    private int from;
    private int to;
    private long number;
    private boolean ended;
    private boolean cut;

    CaptureLines(InputStream in) {
        this.in = in;
    }

    /** The next line; false at the end. */
    boolean next() throws IOException {
        boolean rest = cut;
        cut = false;
        if (rest && !skipRest()) {
            return false;
        }
        from = following;
        int at = from;
        while (true) {
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            if (at < limit || (ended && at > from)) {
                return line(at, Math.min(at + 1, limit));
            }
            if (ended) {
                return false;
            }
            if (at - from == LINE_MAX) {
                cut = true;
                return line(at, at);
            }
            at -= from;
            fill();
        }
    }

    private boolean line(int end, int next) {
        to = end;
        following = next;
        number++;
        return true;
    }

    /** Behind the end of a line that was too long; false when nothing follows. */
    private boolean skipRest() throws IOException {
        while (true) {
            while (following < limit) {
                if (buffer[following++] == '\n') {
                    return true;
                }
            }
            if (ended) {
                return false;
            }
            from = following;
            fill();
        }
    }

    /** Moves what has begun to the front and reads on. */
    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        limit -= from;
        from = 0;
        following = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(LINE_MAX, 2 * limit));
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    /** Behind the line's last byte; the end of line is not part of it. */
    int to() {
        return to;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** Whether there is more of it than is looked at. */
    boolean isCut() {
        return cut;
    }

    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
