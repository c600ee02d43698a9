package io.fulmar.store.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** A year, month or day in UTC, as {@code [from, to)} in nanoseconds, and how files of it are named. */
record Period(String name, long from, long to) {
    private static final long SECOND = 1_000_000_000L;

    static Period year(long time) {
        LocalDate first = date(time).withDayOfYear(1);
        return of(String.format(Locale.ROOT, "%04d", first.getYear()), first, first.plusYears(1));
    }

    static Period month(long time) {
        LocalDate first = date(time).withDayOfMonth(1);
        String name = String.format(Locale.ROOT, "%04d-%02d", first.getYear(), first.getMonthValue());
        return of(name, first, first.plusMonths(1));
    }

    static Period day(long time) {
        LocalDate day = date(time);
        return of(day.toString(), day, day.plusDays(1));
    }

    private static Period of(String name, LocalDate from, LocalDate to) {
        return new Period(name, nanos(from), nanos(to));
    }

    private static LocalDate date(long time) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(time, SECOND)), ZoneOffset.UTC);
    }

    /** The last year that 64 bits count in nanoseconds, 2262, ends when they do. */
    private static long nanos(LocalDate date) {
        try {
            return Math.multiplyExact(date.toEpochDay() * 86_400, SECOND);
        } catch (ArithmeticException e) {
            return date.getYear() > 2000 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
    }
}
