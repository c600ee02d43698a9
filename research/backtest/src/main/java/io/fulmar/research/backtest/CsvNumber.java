package io.fulmar.research.backtest;

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

    /** The fast way: plain digits and at most one point. The position after it, or -1 if the cell needs {@link #read}. */
    int readPlain(byte[] b, int from) {
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
        int stop = b[p];
        if (digits == 0 || digits > DIGITS_MAX || (stop != ',' && stop != '\n' && stop != '\r')) {
            return -1;
        }
        mantissa = m;
        scale = decimals;
        more = false;
        bytes = b;
        start = from;
        end = p;
        return p;
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
