package io.fulmar.live;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where in a line of a capture the message stands: {@code [nanoseconds] message}, and the message may lie in the envelope of Binance's
 * combined streams, {@code {"stream":"btcusdt@aggTrade","data":message}}. A cursor.
 */
final class CapturedMessage {
    static final long NO_TIME = -1;
    private static final int DIGITS_MAX = 19;
    private static final byte[] STREAM = "{\"stream\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "\",\"data\":".getBytes(StandardCharsets.US_ASCII);

    private long heard;
    private int from;
    private int to;

    void read(byte[] line, int lineFrom, int lineTo) {
        from = lineFrom;
        to = lineTo;
        heard = NO_TIME;
        blanks(line);
        time(line);
        envelope(line);
    }

    private void blanks(byte[] b) {
        while (from < to && isBlank(b[from])) {
            from++;
        }
        while (to > from && isBlank(b[to - 1])) {
            to--;
        }
    }

    /** Digits and a blank; anything else is left to whoever reads the message. */
    private void time(byte[] b) {
        int at = from;
        long number = 0;
        while (at < to && at - from < DIGITS_MAX && b[at] >= '0' && b[at] <= '9') {
            number = 10 * number + (b[at] - '0');
            at++;
        }
        if (at > from && at < to && isBlank(b[at]) && number >= 0) {
            heard = number;
            from = at;
            blanks(b);
        }
    }

    /** Only the envelope as it is written; what is inside must be an object of its own. */
    private void envelope(byte[] b) {
        int name = from + STREAM.length;
        if (name >= to || !Arrays.equals(b, from, name, STREAM, 0, STREAM.length)) {
            return;
        }
        int end = name;
        while (end < to && b[end] > ' ' && b[end] != '"' && b[end] != '\\') {
            end++;
        }
        int data = end + DATA.length;
        if (data < to - 1 && Arrays.equals(b, end, data, DATA, 0, DATA.length) && b[to - 1] == '}') {
            from = data;
            to--;
        }
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /** When it was heard, in nanoseconds; {@link #NO_TIME} where the line does not say. */
    long heard() {
        return heard;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
