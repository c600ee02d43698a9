package io.fulmar.domain;

/** Division of a signed 128-bit product by a positive long, rounded as asked, exact or refused. */
final class Wide {
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    enum Rounding {
        FLOOR,
        CEIL,
        HALF_UP,
        HALF_EVEN
    }

    private Wide() {}

    static long divide(long high, long low, long divisor, Rounding rounding) {
        boolean negative = high < 0;
        // Two's complement negation over both words: the high word takes the carry only when the low word is zero.
        long magnitudeHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
        long magnitudeLow = negative ? -low : low;
        if (Long.compareUnsigned(magnitudeHigh, divisor) >= 0) {
            throw overflow();
        }
        long quotient;
        long remainder;
        if (magnitudeHigh == 0) {
            quotient = Long.divideUnsigned(magnitudeLow, divisor);
        } else {
            quotient = divideUnsigned(magnitudeHigh, magnitudeLow, divisor);
        }
        remainder = magnitudeLow - quotient * divisor;
        return signed(quotient, awayFromZero(quotient, remainder, divisor, negative, rounding), negative);
    }

    private static boolean awayFromZero(
            long quotient, long remainder, long divisor, boolean negative, Rounding rounding) {
        long rest = divisor - remainder;
        return switch (rounding) {
            case FLOOR -> negative && remainder != 0;
            case CEIL -> !negative && remainder != 0;
            case HALF_UP -> remainder >= rest;
            case HALF_EVEN -> remainder > rest || (remainder == rest && (quotient & 1) == 1);
        };
    }

    private static long signed(long quotient, boolean oneMore, boolean negative) {
        // As unsigned numbers: at most 2^63 - 1 fits a positive result, 2^63 a negative one.
        long most = negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        long largest = oneMore ? most - 1 : most;
        if (Long.compareUnsigned(quotient, largest) > 0) {
            throw overflow();
        }
        long magnitude = oneMore ? quotient + 1 : quotient;
        return negative ? -magnitude : magnitude;
    }

    /**
     * Schoolbook long division in base 2^32, two digits of quotient. Needs {@code high < divisor}, so that the quotient fits 64
     * bits; a divisor shifted until its top bit is set makes each guessed digit at most two too large.
     */
    private static long divideUnsigned(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long scaled = divisor << shift;
        // The divisor is positive, so shift >= 1 and the opposite shift is below 64.
        long top = high << shift | low >>> (64 - shift);
        long bottom = low << shift;
        long first = digit(top, bottom >>> 32, scaled);
        long rest = (top << 32 | bottom >>> 32) - first * scaled;
        long second = digit(rest, bottom & LOW_HALF, scaled);
        return first << 32 | second;
    }

    /**
     * One digit: {@code (top x 2^32 + next) / divisor} for {@code top < divisor} with its top bit set. The guess is then at most
     * 2^32 + 1, and its product with 32 bits at most 2^64 - 1.
     */
    private static long digit(long top, long next, long divisor) {
        long divisorHigh = divisor >>> 32;
        long divisorLow = divisor & LOW_HALF;
        long guess = Long.divideUnsigned(top, divisorHigh);
        long left = top - guess * divisorHigh;
        while (Long.compareUnsigned(guess * divisorLow, left << 32 | next) > 0) {
            guess--;
            left += divisorHigh;
            if (left > LOW_HALF) {
                break;
            }
        }
        return guess;
    }

    private static ArithmeticException overflow() {
        return new ArithmeticException("the result does not fit 64 bits");
    }
}
