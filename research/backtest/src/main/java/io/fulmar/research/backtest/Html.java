package io.fulmar.research.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** A page being written: escaped text and numbers formatted by hand, since a report prints a hundred thousand of them. */
public final class Html {
    private static final long DAY = 86_400_000_000_000L;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final double EXACT_MAX = 1L << 53;
    /** Shown for what is undefined. */
    public static final String NONE = "&ndash;";

    private final StringBuilder page;
    private long dayOfDate = Long.MIN_VALUE;
    private String date = "";

    public Html(int capacity) {
        page = new StringBuilder(capacity);
    }

    /** Markup as it stands. */
    public Html raw(String markup) {
        page.append(markup);
        return this;
    }

    public Html raw(char markup) {
        page.append(markup);
        return this;
    }

    public Html whole(long number) {
        page.append(number);
        return this;
    }

    /** Text of a user or a strategy, made harmless. */
    public Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                default -> page.append(c < ' ' ? ' ' : c);
            }
        }
        return this;
    }

    /** A number with so many decimals, halves away from zero, as a program would read it. */
    public Html plain(double value, int decimals) {
        return number(value, decimals, false);
    }

    /** A number with so many decimals and thousands set apart, for reading. */
    public Html grouped(double value, int decimals) {
        return number(value, decimals, true);
    }

    /** As {@link #plain}, without the zeros at the end. */
    public Html trimmed(double value, int decimals) {
        number(value, decimals, false);
        if (decimals > 0) {
            int end = page.length();
            while (page.charAt(end - 1) == '0') {
                end--;
            }
            page.setLength(page.charAt(end - 1) == '.' ? end - 1 : end);
        }
        return this;
    }

    /** A whole number with thousands set apart. */
    public Html count(long number) {
        digits(number, true);
        return this;
    }

    public Html percent(double fraction, int decimals) {
        return number(fraction * 100, decimals, true).raw("&nbsp;%");
    }

    /** A percentage that always carries its sign. */
    public Html signed(double fraction, int decimals) {
        return raw(fraction > 0 ? "+" : "").percent(fraction, decimals);
    }

    public Html percent(OptionalDouble fraction, int decimals) {
        return fraction.isPresent() ? percent(fraction.getAsDouble(), decimals) : raw(NONE);
    }

    public Html grouped(OptionalDouble value, int decimals) {
        return value.isPresent() ? grouped(value.getAsDouble(), decimals) : raw(NONE);
    }

    private Html number(double value, int decimals, boolean grouped) {
        if (!Double.isFinite(value)) {
            return raw(NONE);
        }
        double scaled = decimals < POWERS.length ? Math.abs(value) * POWERS[decimals] : EXACT_MAX;
        if (scaled >= EXACT_MAX) {
            page.append(BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString());
            return this;
        }
        long units = Math.round(scaled);
        if (value < 0 && units > 0) {
            page.append('-');
        }
        digits(units / POWERS[decimals], grouped);
        if (decimals > 0) {
            String rest = Long.toString(units % POWERS[decimals]);
            page.append('.');
            for (int i = rest.length(); i < decimals; i++) {
                page.append('0');
            }
            page.append(rest);
        }
        return this;
    }

    private void digits(long whole, boolean grouped) {
        String text = Long.toString(whole);
        for (int i = 0; i < text.length(); i++) {
            if (grouped && i > 0 && (text.length() - i) % 3 == 0) {
                page.append(',');
            }
            page.append(text.charAt(i));
        }
    }

    /** UTC date: 2024-01-31. */
    public Html date(long nanos) {
        long day = Math.floorDiv(nanos, DAY);
        if (day != dayOfDate) {
            date = LocalDate.ofEpochDay(day).toString();
            dayOfDate = day;
        }
        return raw(date);
    }

    /** UTC date and time: 2024-01-31 13:05, with seconds and milliseconds only where there are any. */
    public Html time(long nanos) {
        date(nanos).raw(' ');
        long millis = Math.floorMod(nanos, DAY) / 1_000_000;
        two(millis / 3_600_000).raw(':');
        two(millis / 60_000 % 60);
        if (millis % 60_000 != 0) {
            raw(':').two(millis / 1_000 % 60);
            if (millis % 1_000 != 0) {
                raw('.').whole(millis % 1_000 / 100).two(millis % 100);
            }
        }
        return this;
    }

    private Html two(long number) {
        return raw((char) ('0' + number / 10)).raw((char) ('0' + number % 10));
    }

    /** A length of time in its two largest units: 3 d 4 h. */
    public Html duration(long nanos) {
        long seconds = nanos / 1_000_000_000L;
        if (seconds >= 86_400) {
            return units(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
        }
        if (seconds >= 3_600) {
            return units(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
        }
        return seconds >= 60 ? units(seconds / 60, "min", seconds % 60, "s") : units(seconds, "s", 0, "");
    }

    /** A length of time in words: 365 days. */
    public Html span(long nanos) {
        return nanos >= 2 * DAY ? count((nanos + DAY / 2) / DAY).raw(" days") : duration(nanos);
    }

    /** A probability, never rounded to nothing. */
    public Html probability(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() < 0.0001 ? raw("&lt;&nbsp;0.0001") : grouped(value, 4);
    }

    private Html units(long large, String largeUnit, long small, String smallUnit) {
        whole(large).raw("&nbsp;").raw(largeUnit);
        return small == 0 ? this : raw(' ').whole(small).raw("&nbsp;").raw(smallUnit);
    }

    /** Class of a figure's colour: a gain, a loss or neither. */
    public static String tone(double value) {
        return value > 0 ? "gain" : value < 0 ? "loss" : "flat";
    }

    public int length() {
        return page.length();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
