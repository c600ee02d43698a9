package io.fulmar.app.fulmar;

import java.time.LocalDate;

/** Writes moments as {@code 2024-01-31T12:00:00Z}; a file has many on one day, so the day is worked out once. */
final class IsoTime {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final int FRACTION_DIGITS = 9;

    private long day = Long.MIN_VALUE;
    private String date = "";

    static String of(long nanos) {
        StringBuilder out = new StringBuilder();
        new IsoTime().append(out, nanos);
        return out.toString();
    }

    void append(StringBuilder out, long nanos) {
        long now = Math.floorDiv(nanos, DAY);
        if (now != day) {
            day = now;
            date = LocalDate.ofEpochDay(now) + "T";
        }
        long rest = Math.floorMod(nanos, DAY);
        int seconds = (int) (rest / SECOND);
        out.append(date);
        two(out, seconds / 3600).append(':');
        two(out, seconds / 60 % 60).append(':');
        two(out, seconds % 60);
        long fraction = rest % SECOND;
        if (fraction != 0) {
            String digits = Long.toString(fraction);
            out.append('.').repeat('0', FRACTION_DIGITS - digits.length()).append(digits);
        }
        out.append('Z');
    }

    private static StringBuilder two(StringBuilder out, int number) {
        return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
