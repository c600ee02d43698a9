package io.fulmar.research.backtest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one decimal of any form without allocating: {@code value = mantissa / 10^scale}. Reused from cell to cell.
 *
 * <p>Up to 18 significant digits are kept. If more follow that are not all zero, a last digit of 0 or 5 is raised by one, so that
 * rounding to fewer digits later goes the way the whole number would have gone.
 */
final class CsvNumber {
    /** Smaller than 10^-SCALE_MAX is as good as nothing at any tick. */
    static final int SCALE_MAX = 60;

    static final int DIGITS_MAX = 18;

    enum Outcome {
        NUMBER,
        NOT_A_NUMBER,
        NOT_FINITE,
        TOO_LARGE
    }

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long[] POWERS = powers();
    private static final double[] DOUBLE_POWERS = doublePowers();
    private static final long DOUBLE_EXACT_MAX = 1L << 53;

    long mantissa;
    int scale;

    /** What was read last, and from where to where. */
    private byte[] bytes = {};

    private int start;
    private int end;

    private boolean more;

    /**
     * The fast way: plain digits and at most one point. The position after it, or -1 if the cell needs {@link #read}. Nine bytes from
     * here on must be there, whatever they are.
     *
     * <p>Most numbers have at most eight digits. Those are looked at in one word, the point taken out, and multiplied out in three steps
     * rather than one a digit.
     */
    int readPlain(byte[] b, int from) {
        long digits = (long) WORD.get(b, from) ^ ZEROS;
        int whole = plainDigits(digits);
        int count = whole;
        int stopAt = from + whole;
        if (b[stopAt] == '.') {
            long later = (long) WORD.get(b, from + 1) ^ ZEROS;
            long beforePoint = (1L << (whole * Byte.SIZE)) - 1;
            digits = (digits & beforePoint) | (later & ~beforePoint);
            count = plainDigits(digits);
            stopAt = from + 1 + count;
        }
        if (whole == Long.BYTES || count == 0 || !isStop(b[stopAt])) {
            return readDigits(b, from);
        }
        keep(b, from, stopAt, value(digits << (Long.SIZE - count * Byte.SIZE)), count - whole);
        return stopAt;
    }

    /** How many of the eight bytes, from the lowest up, are digits less '0': a byte above 9 gets its highest bit set. */
    private static int plainDigits(long digits) {
        return Long.numberOfTrailingZeros(((digits + 0x7676767676767676L) | digits) & 0x8080808080808080L) / Byte.SIZE;
    }

    /** Eight digits, the first in the lowest byte: pairs of them, pairs of pairs, and both halves. */
    private static long value(long digits) {
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00ff00ff00ff00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000ffff0000ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffffffffL;
    }

    private int readDigits(byte[] b, int from) {
        long m = 0;
        int p = from;
        int c = b[p] - '0';
        while (c >= 0 && c <= 9) {
            m = m * 10 + c;
            c = b[++p] - '0';
        }
        int digits = p - from;
        int decimals = 0;
        if (c == '.' - '0') {
            int point = ++p;
            c = b[p] - '0';
            while (c >= 0 && c <= 9) {
                m = m * 10 + c;
                c = b[++p] - '0';
            }
            decimals = p - point;
            digits += decimals;
        }
        if (digits == 0 || digits > DIGITS_MAX || !isStop(b[p])) {
            return -1;
        }
        keep(b, from, p, m, decimals);
        return p;
    }

    private void keep(byte[] b, int from, int to, long digits, int decimals) {
        mantissa = digits;
        scale = decimals;
        more = false;
        bytes = b;
        start = from;
        end = to;
    }

    private static boolean isStop(byte b) {
        return b == ',' || b == '\n' || b == '\r';
    }

    /** The thorough way, for the trimmed cell {@code [from, to)}. */
    Outcome read(byte[] b, int from, int to) {
        bytes = b;
        start = from;
        end = to;
        mantissa = 0;
        scale = 0;
        more = false;
        int p = from;
        boolean negative = p < to && b[p] == '-';
        if (p < to && (b[p] == '-' || b[p] == '+')) {
            p++;
        }
        int begin = p;
        p = digits(p, to, 0);
        int count = p - begin;
        if (p < to && b[p] == '.') {
            int point = p + 1;
            p = digits(point, to, 1);
            count += p - point;
        }
        if (count == 0) {
            return word(begin, to);
        }
        int exponent = 0;
        if (p < to && (b[p] == 'e' || b[p] == 'E')) {
            p++;
            boolean down = p < to && b[p] == '-';
            if (p < to && (b[p] == '-' || b[p] == '+')) {
                p++;
            }
            int first = p;
            while (p < to && isDigit(b[p])) {
                exponent = Math.min(10_000, exponent * 10 + b[p++] - '0');
            }
            if (p == first) {
                return Outcome.NOT_A_NUMBER;
            }
            exponent = down ? -exponent : exponent;
        }
        return p < to ? Outcome.NOT_A_NUMBER : settle(negative, exponent);
    }

    /** Appends digits to the mantissa while there is room; {@code perDigit} is what each adds to the scale. */
    private int digits(int from, int to, int perDigit) {
        int p = from;
        while (p < to && isDigit(bytes[p])) {
            int digit = bytes[p++] - '0';
            if (mantissa < POWERS[DIGITS_MAX - 1]) {
                mantissa = mantissa * 10 + digit;
                scale += perDigit;
            } else {
                more |= digit != 0;
                scale += perDigit - 1;
            }
        }
        return p;
    }

    private Outcome settle(boolean negative, int exponent) {
        if (more && mantissa % 5 == 0) {
            mantissa++;
        }
        scale = mantissa == 0 ? 0 : scale - exponent;
        if (scale > SCALE_MAX) {
            strip();
        }
        if (scale > SCALE_MAX) {
            mantissa = 1;
            scale = SCALE_MAX;
        }
        if (scale < 0) {
            if (scale < -DIGITS_MAX || mantissa >= POWERS[DIGITS_MAX + scale]) {
                return Outcome.TOO_LARGE;
            }
            mantissa *= POWERS[-scale];
            scale = 0;
        }
        mantissa = negative ? -mantissa : mantissa;
        return Outcome.NUMBER;
    }

    private Outcome word(int from, int to) {
        var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "nan", "inf", "infinity", "null", "none", "na", "n/a", "<na>" -> Outcome.NOT_FINITE;
            default -> Outcome.NOT_A_NUMBER;
        };
    }

    /** Removes trailing zeros from the decimals. */
    void strip() {
        while (scale > 0 && mantissa % 10 == 0) {
            mantissa /= 10;
            scale--;
        }
    }

    /** The nearest double of the number last read. */
    double toDouble() {
        if (!more && mantissa <= DOUBLE_EXACT_MAX && mantissa >= -DOUBLE_EXACT_MAX && scale < DOUBLE_POWERS.length) {
            return mantissa / DOUBLE_POWERS[scale];
        }
        return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }

    static long power(int exponent) {
        return POWERS[exponent];
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static long[] powers() {
        var powers = new long[DIGITS_MAX + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /** Up to 10^22 they are doubles exactly, so that one division rounds correctly. */
    private static double[] doublePowers() {
        var powers = new double[23];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
