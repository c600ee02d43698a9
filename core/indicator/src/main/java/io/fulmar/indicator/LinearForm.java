package io.fulmar.indicator;

import java.math.BigInteger;

/**
 * What can be read off a line through a window: with S the sum and W the sum weighted 1 (oldest) to n (newest), each is
 * {@code (a*W - b*S) / c}, in whole numbers.
 */
enum LinearForm {
    /** The weighted average: W over the sum of the weights. */
    WEIGHTED {
        @Override
        long ofWeighted(long n) {
            return 2;
        }

        @Override
        long ofPlain(long n) {
            return 0;
        }

        @Override
        long divisor(long n) {
            return n * (n + 1);
        }
    },
    /** The line's value at the newest bar. */
    END {
        @Override
        long ofWeighted(long n) {
            return 6;
        }

        @Override
        long ofPlain(long n) {
            return 2 * (n + 1);
        }

        @Override
        long divisor(long n) {
            return n * (n + 1);
        }
    },
    /** The line's value at the oldest bar. */
    START {
        @Override
        long ofWeighted(long n) {
            return -6;
        }

        @Override
        long ofPlain(long n) {
            return -4 * (n + 1);
        }

        @Override
        long divisor(long n) {
            return n * (n + 1);
        }
    },
    /** The line's value one bar ahead. */
    NEXT {
        @Override
        long ofWeighted(long n) {
            return 6;
        }

        @Override
        long ofPlain(long n) {
            return 2 * (n + 2);
        }

        @Override
        long divisor(long n) {
            return n * (n - 1);
        }
    },
    /** The line's rise from bar to bar. */
    SLOPE {
        @Override
        long ofWeighted(long n) {
            return 12;
        }

        @Override
        long ofPlain(long n) {
            return 6 * (n + 1);
        }

        @Override
        long divisor(long n) {
            return n * (n + 1) * (n - 1);
        }
    };

    abstract long ofWeighted(long n);

    abstract long ofPlain(long n);

    abstract long divisor(long n);

    /** The exact value, rounded once. */
    double exact(BigInteger weighted, BigInteger plain, long n, long unit) {
        BigInteger numerator = weighted.multiply(BigInteger.valueOf(ofWeighted(n)))
                .subtract(plain.multiply(BigInteger.valueOf(ofPlain(n))));
        return Quotient.of(numerator, BigInteger.valueOf(divisor(n)).multiply(BigInteger.valueOf(unit)));
    }

    /** From sums of {@code x - base}, the window's oldest value, so that a still market is exactly still. */
    double of(double weighted, double plain, long n, double base) {
        double above = (ofWeighted(n) * weighted - ofPlain(n) * plain) / divisor(n);
        return this == SLOPE ? above : base + above;
    }
}
