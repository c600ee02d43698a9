package io.fulmar.domain;

import java.util.regex.Pattern;

/** The length of a bar. Boundaries are UTC: days start at midnight, weeks on Monday, everything else counts from 1970-01-01. */
public record Timeframe(long nanos) implements Comparable<Timeframe> {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1000 * MILLISECOND;
    private static final long DAY_NANOS = 86_400 * SECOND;
    private static final long WEEK_NANOS = 7 * DAY_NANOS;

    /** 1970-01-05, the first Monday of the epoch. */
    private static final long MONDAY = 4 * DAY_NANOS;

    public static final Timeframe MINUTE = new Timeframe(60 * SECOND);
    public static final Timeframe HOUR = new Timeframe(3600 * SECOND);
    public static final Timeframe DAY = new Timeframe(DAY_NANOS);
    public static final Timeframe WEEK = new Timeframe(WEEK_NANOS);

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})(ms|s|m|h|d|w)");

    public Timeframe {
        if (nanos <= 0) {
            throw new IllegalArgumentException("a timeframe of " + nanos + " ns is not positive");
        }
    }

    /** Reads {@code 1s}, {@code 5m}, {@code 4h}, {@code 1d}, {@code 1w}. */
    public static Timeframe parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not a timeframe; write a number and s, m (minutes), h, d or w, such as 1m, 4h or 1d");
        }
        return new Timeframe(Long.parseLong(match.group(1)) * unit(match.group(2)));
    }

    private static long unit(String letters) {
        return switch (letters) {
            case "ms" -> MILLISECOND;
            case "s" -> SECOND;
            case "m" -> MINUTE.nanos;
            case "h" -> HOUR.nanos;
            case "d" -> DAY_NANOS;
            case "w" -> WEEK_NANOS;
            default -> throw new IllegalArgumentException("no unit " + letters);
        };
    }

    /** The start of the bar that holds this moment: the latest boundary at or before it. */
    public long floor(long timeNanos) {
        long start = origin();
        return Math.subtractExact(timeNanos, Math.floorMod(Math.subtractExact(timeNanos, start), nanos));
    }

    /** Whether bars of this timeframe can be folded into the coarser one: each boundary of that is a boundary of this. */
    public boolean divides(Timeframe coarser) {
        return coarser.nanos % nanos == 0 && floor(coarser.origin()) == coarser.origin();
    }

    @Override
    public int compareTo(Timeframe other) {
        return Long.compare(nanos, other.nanos);
    }

    /** The largest unit that divides it: 60 seconds are {@code 1m}, seven days {@code 1w}. */
    @Override
    public String toString() {
        for (String letters : new String[] {"w", "d", "h", "m", "s", "ms"}) {
            if (nanos % unit(letters) == 0) {
                return nanos / unit(letters) + letters;
            }
        }
        return nanos + "ns";
    }

    private long origin() {
        return nanos % WEEK_NANOS == 0 ? MONDAY : 0;
    }
}
