package io.fulmar.research.backtest;

import java.time.LocalDate;

/**
 * Reads the time column into nanoseconds since 1970 UTC: ISO-8601, or epoch seconds, milliseconds, microseconds or nanoseconds. The
 * first row decides which; a later row of another kind is an error, never a guess.
 */
final class CsvTime {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Whole days around 1970 that nanoseconds in 64 bits can count, with a day to spare for offsets: the years 1678 to 2261. */
    private static final long DAYS_MAX = Long.MAX_VALUE / DAY - 1;

    enum Outcome {
        TIME,
        UNREADABLE,
        MIXED
    }

    /** The forms of the column. An epoch number below 10^11 counts seconds, below 10^14 ms, below 10^17 us, else ns. */
    enum Form {
        UNKNOWN("nothing", 0),
        ISO("ISO-8601", 0),
        SECONDS("epoch seconds", SECOND),
        MILLIS("epoch milliseconds", 1_000_000),
        MICROS("epoch microseconds", 1000),
        NANOS("epoch nanoseconds", 1);

        final String words;
        final long nanos;

        Form(String words, long nanos) {
            this.words = words;
            this.nanos = nanos;
        }

        static Form ofMagnitude(long whole) {
            long size = Math.abs(whole);
            if (size < 100_000_000_000L) {
                return SECONDS;
            }
            if (size < 100_000_000_000_000L) {
                return MILLIS;
            }
            return size < 100_000_000_000_000_000L ? MICROS : NANOS;
        }
    }

    Form form = Form.UNKNOWN;

    /** The form of the row last read. */
    Form formSeen = Form.UNKNOWN;

    long nanos;

    private final CsvNumber number = new CsvNumber();

    /** Set for files of any shape: other marks in dates are read too, and the column's form may be given. */
    private boolean wide;

    private boolean given;

    /** Set where a date and a time of day are two cells; the comma between them is passed over. */
    private boolean joined;

    private long mantissa;
    private int dateKey;
    private long dateNanos;
    private int next;

    /** Reads more than a backtest does. */
    void widen(CsvTimes times) {
        wide = times.wide();
        joined = times.joined();
        given = times.form() != Form.UNKNOWN;
        form = times.form();
    }

    private boolean dated(byte[] b, int from) {
        byte mark = b[from + 4];
        return b[from + 7] == mark && (mark == '-' || (wide && (mark == '.' || mark == '/')));
    }

    /** Reads the cell that begins here. The position after it, or -1 if the cell needs trimming or is no time. */
    int read(byte[] b, int from) {
        if (dated(b, from)) {
            return readIso(b, from);
        }
        int p = readWhole(b, from);
        return p >= 0 && settle(1) == Outcome.TIME ? p : -1;
    }

    /** The thorough way, for the trimmed cell {@code [from, to)} which is followed by a line feed. */
    Outcome readTrimmed(byte[] b, int from, int to) {
        if (to - from >= 10 && dated(b, from)) {
            int p = readIso(b, from);
            if (p == to) {
                return Outcome.TIME;
            }
            return mixed(Form.ISO) ? Outcome.MIXED : Outcome.UNREADABLE;
        }
        if (readWhole(b, from) == to) {
            return settle(1);
        }
        if (number.read(b, from, to) != CsvNumber.Outcome.NUMBER) {
            return Outcome.UNREADABLE;
        }
        number.strip();
        mantissa = number.mantissa;
        return number.scale < CsvNumber.DIGITS_MAX ? settle(CsvNumber.power(number.scale)) : Outcome.UNREADABLE;
    }

    /** A whole number, which unlike other cells may fill all 64 bits: nanoseconds do. The position after it, or -1. */
    private int readWhole(byte[] b, int from) {
        int start = b[from] == '-' ? from + 1 : from;
        long value = 0;
        int p = start;
        while (b[p] >= '0' && b[p] <= '9') {
            value = value * 10 + b[p++] - '0';
        }
        int digits = p - start;
        mantissa = start == from ? value : -value;
        return digits == 0 || digits > 19 || value < 0 || !isEnd(b[p]) ? -1 : p;
    }

    /** Makes a time of {@code mantissa / divisor}. */
    private Outcome settle(long divisor) {
        if (mixed(given && form != Form.ISO ? form : Form.ofMagnitude(mantissa / divisor))) {
            return Outcome.MIXED;
        }
        // Seconds may come with decimals; nanoseconds cannot.
        long factor = formSeen.nanos / divisor;
        boolean fits = factor * divisor == formSeen.nanos && Math.abs(mantissa) <= Long.MAX_VALUE / factor;
        if (!fits || (form == Form.UNKNOWN && divisor == 1 && looksLikeDate(mantissa))) {
            return Outcome.UNREADABLE;
        }
        form = formSeen;
        nanos = mantissa * factor;
        return Outcome.TIME;
    }

    /** 20240131 is a date in many exports and 23 August 1970 as an epoch: refused, as nobody would notice. */
    private static boolean looksLikeDate(long whole) {
        long month = whole / 100 % 100;
        long day = whole % 100;
        return whole >= 1900_01_01 && whole <= 2099_12_31 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private boolean mixed(Form seen) {
        formSeen = seen;
        return form != Form.UNKNOWN && form != seen;
    }

    /** {@code 2024-01-31}, then {@code T} or a space, {@code 12:00}, {@code :00}, {@code .123456789}, then a zone, each optional. */
    private int readIso(byte[] b, int from) {
        formSeen = Form.ISO;
        if (mixed(Form.ISO)) {
            return -1;
        }
        int century = two(b, from);
        int year = two(b, from + 2);
        int month = two(b, from + 5);
        int day = two(b, from + 8);
        if ((century | year | month | day) < 0 || !isDate(((century * 100 + year) * 100 + month) * 100 + day)) {
            return -1;
        }
        long time = dateNanos;
        int p = from + 10;
        boolean marked = b[p] == 'T' || b[p] == ' ' || b[p] == 't' || (joined && b[p] == ',');
        if (marked && b[p + 3] == ':') {
            int hour = two(b, p + 1);
            int minute = two(b, p + 4);
            if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
                return -1;
            }
            time += hour * HOUR + minute * MINUTE;
            p += 6;
            if (b[p] == ':') {
                int second = two(b, p + 1);
                if (second < 0 || second > 59) {
                    return -1;
                }
                time += second * SECOND;
                p += 3;
                if (b[p] == '.') {
                    time += fraction(b, p + 1);
                    p = next;
                }
            }
            time -= zone(b, p);
            p = next;
        }
        if (p < 0 || !isEnd(b[p])) {
            return -1;
        }
        form = Form.ISO;
        nanos = time;
        return p;
    }

    /** Leaves the date's midnight in {@link #dateNanos}; rows of one day share it. */
    private boolean isDate(int key) {
        if (key == dateKey) {
            return true;
        }
        int month = key / 100 % 100;
        int day = key % 100;
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        var first = LocalDate.of(key / 10_000, month, 1);
        long days = first.toEpochDay() + day - 1;
        if (day > first.lengthOfMonth() || Math.abs(days) > DAYS_MAX) {
            return false;
        }
        dateKey = key;
        dateNanos = days * DAY;
        return true;
    }

    /** One to nine digits of a second; leaves {@link #next} behind them, or negative. */
    private long fraction(byte[] b, int from) {
        long value = 0;
        int p = from;
        while (b[p] >= '0' && b[p] <= '9' && p - from < 9) {
            value = value * 10 + b[p++] - '0';
        }
        int digits = p - from;
        next = digits == 0 ? -1 : p;
        return value * CsvNumber.power(9 - digits);
    }

    /** The offset from UTC in nanoseconds: none, {@code Z}, {@code UTC}, {@code +05:30}, {@code +0530}, {@code +05}. */
    private long zone(byte[] b, int from) {
        next = from;
        if (from < 0) {
            return 0;
        }
        int p = b[from] == ' ' ? from + 1 : from;
        if (b[p] == 'Z' || b[p] == 'z') {
            next = p + 1;
        } else if (b[p] == 'U' && b[p + 1] == 'T' && b[p + 2] == 'C') {
            next = p + 3;
        } else if (b[p] == '+' || b[p] == '-') {
            int hours = two(b, p + 1);
            int colon = b[p + 3] == ':' ? 1 : 0;
            boolean minutesGiven = colon == 1 || two(b, p + 3) >= 0;
            int minutes = minutesGiven ? two(b, p + 3 + colon) : 0;
            next = hours < 0 || hours > 18 || minutes < 0 || minutes > 59 ? -1 : p + 3 + (minutesGiven ? 2 + colon : 0);
            long offset = hours * HOUR + minutes * MINUTE;
            return b[p] == '-' ? -offset : offset;
        }
        return 0;
    }

    private static boolean isEnd(byte b) {
        return b == ',' || b == '\n' || b == '\r';
    }

    /** Two digits as a number, or -1. */
    private static int two(byte[] b, int from) {
        int tens = b[from] - '0';
        int ones = b[from + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
