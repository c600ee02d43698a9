package io.fulmar.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An exact decimal number {@code mantissa / 10^scale}.
 *
 * <p>Equality is of the representation, as with records: 1.0 and 1.00 are unequal but compare as 0. {@link #normalized()} gives the
 * one representation without trailing zeros. Meant for specifications and edges, not for loops: those count ticks and lots.
 */
public record Decimal(long mantissa, int scale) implements Comparable<Decimal> {
    public static final int SCALE_MAX = 18;
    private static final int FEW_DIGITS = 8;
    private static final long EXACT_DOUBLE = 1L << 53;
    public static final Decimal ZERO = new Decimal(0, 0);
    public static final Decimal ONE = new Decimal(1, 0);

    /** Integers up to here are doubles, and so are powers of ten up to 10^22: one division of the two is correctly rounded. */
    private static final long DOUBLE_EXACT_MAX = 1L << 53;

    private static final int PLAIN_DIGITS_MAX = 18;
    private static final int TEXT_LENGTH_MAX = 200;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    public Decimal {
        if (scale < 0 || scale > SCALE_MAX) {
            throw new IllegalArgumentException("scale " + scale + " is not between 0 and " + SCALE_MAX);
        }
    }

    public static Decimal of(long mantissa, int scale) {
        return new Decimal(mantissa, scale);
    }

    public static Decimal of(long whole) {
        return new Decimal(whole, 0);
    }

    /** The same number, or {@link ArithmeticException} if 64 bits and 18 decimals do not hold it. */
    public static Decimal of(BigDecimal number) {
        if (fits(number)) {
            return new Decimal(number.unscaledValue().longValueExact(), number.scale());
        }
        var stripped = number.stripTrailingZeros();
        var plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        if (!fits(plain)) {
            throw new ArithmeticException(number + " needs more than 64 bits or " + SCALE_MAX + " decimals");
        }
        return new Decimal(plain.unscaledValue().longValueExact(), plain.scale());
    }

    /** The decimal with the fewest digits that this double is the nearest one to, as people write it: 0.1 is one tenth. */
    public static Decimal of(double number) {
        for (int scale = 0; scale <= FEW_DIGITS; scale++) {
            long mantissa = Math.round(number * Exact.powerOfTen(scale));
            if ((double) mantissa / Exact.powerOfTen(scale) == number && Math.abs(mantissa) < EXACT_DOUBLE) {
                return new Decimal(mantissa, scale);
            }
        }
        return of(BigDecimal.valueOf(number));
    }

    /** Reads {@code 0.01}, {@code -5}, {@code 1e-7}; trailing zeros stay in the scale where they fit. */
    public static Decimal parse(String text) {
        int point = -1;
        int start = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
        long mantissa = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return parseSlowly(text);
            }
        }
        int digits = text.length() - start - (point < 0 ? 0 : 1);
        if (digits == 0 || digits > PLAIN_DIGITS_MAX) {
            return parseSlowly(text);
        }
        return new Decimal(start == 1 ? -mantissa : mantissa, point < 0 ? 0 : text.length() - point - 1);
    }

    private static Decimal parseSlowly(String text) {
        if (text.length() > TEXT_LENGTH_MAX || !NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a decimal number such as 0.01 or 1e-7");
        }
        try {
            return of(new BigDecimal(text));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" needs more than 64 bits or " + SCALE_MAX + " decimals", e);
        }
    }

    public Decimal plus(Decimal other) {
        return of(toBigDecimal().add(other.toBigDecimal()));
    }

    public Decimal minus(Decimal other) {
        return of(toBigDecimal().subtract(other.toBigDecimal()));
    }

    public Decimal times(Decimal other) {
        long product = mantissa * other.mantissa;
        if (scale + other.scale <= SCALE_MAX && Math.multiplyHigh(mantissa, other.mantissa) == product >> 63) {
            return new Decimal(product, scale + other.scale);
        }
        return of(toBigDecimal().multiply(other.toBigDecimal()));
    }

    public Decimal negated() {
        return new Decimal(Math.negateExact(mantissa), scale);
    }

    /** {@code -1}, {@code 0} or {@code 1}. */
    public int signum() {
        return Long.signum(mantissa);
    }

    @Override
    public int compareTo(Decimal other) {
        return scale == other.scale
                ? Long.compare(mantissa, other.mantissa)
                : toBigDecimal().compareTo(other.toBigDecimal());
    }

    /** The same number with the fewest decimals. */
    public Decimal normalized() {
        long shorter = mantissa;
        int decimals = scale;
        while (decimals > 0 && shorter % 10 == 0) {
            shorter /= 10;
            decimals--;
        }
        return new Decimal(shorter, decimals);
    }

    /** The same number with the given scale, or {@link ArithmeticException} if that would round or overflow. */
    public Decimal rescaled(int newScale) {
        if (newScale >= scale) {
            return new Decimal(Math.multiplyExact(mantissa, Exact.powerOfTen(newScale - scale)), newScale);
        }
        long divisor = Exact.powerOfTen(scale - Math.max(newScale, 0));
        if (mantissa % divisor != 0) {
            throw new ArithmeticException(this + " has more than " + newScale + " decimals");
        }
        return new Decimal(mantissa / divisor, newScale);
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(mantissa, scale);
    }

    /** The nearest double. */
    public double doubleValue() {
        return toDouble(mantissa, 1, scale);
    }

    /** Plain notation, never with an exponent, all decimals of the scale. */
    @Override
    public String toString() {
        String digits = Long.toString(mantissa);
        if (scale == 0) {
            return digits;
        }
        int sign = mantissa < 0 ? 1 : 0;
        int whole = digits.length() - scale;
        StringBuilder text = new StringBuilder(Math.max(digits.length() + 1, scale + 3)).append(digits);
        if (whole <= sign) {
            text.insert(sign, "0".repeat(1 + sign - whole));
        }
        return text.insert(text.length() - scale, '.').toString();
    }

    /** The double nearest to {@code a x b / 10^scale}. */
    static double toDouble(long a, long b, int scale) {
        long product = a * b;
        if (Math.multiplyHigh(a, b) == product >> 63 && product >= -DOUBLE_EXACT_MAX && product <= DOUBLE_EXACT_MAX) {
            return (double) product / (double) Exact.powerOfTen(scale);
        }
        return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), scale).doubleValue();
    }

    private static boolean fits(BigDecimal number) {
        return number.scale() >= 0
                && number.scale() <= SCALE_MAX
                && number.unscaledValue().bitLength() < Long.SIZE;
    }
}
