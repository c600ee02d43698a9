package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuotientTest {
    private static final int BLOCK = 64;
    private static final long SEED = 53;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void quotientsByReciprocalAreThoseOfDivision() {
        long[] numerators = new long[BLOCK];
        double[] quotients = new double[BLOCK];
        for (int round = 0; round < 60_000; round++) {
            long divisor = 1 + whole(1 + random.nextInt(53));
            for (int i = 0; i < BLOCK; i++) {
                numerators[i] = numerator(divisor);
            }
            Quotient.divide(numerators, BLOCK, divisor, quotients);
            for (int i = 0; i < BLOCK; i++) {
                assertThat(Double.doubleToRawLongBits(quotients[i]))
                        .as("%d / %d, seed %d, round %d", numerators[i], divisor, SEED, round)
                        .isEqualTo(Double.doubleToRawLongBits((double) numerators[i] / divisor));
            }
        }
    }

    @Test
    void divisorsAtTheEdgesOfDoublesAreExactToo() {
        long[] numerators = {
            0, 1, -1, 3, Quotient.EXACT, -Quotient.EXACT, Quotient.EXACT - 1, (1L << 52) + 1, -(1L << 52) - 1
        };
        double[] quotients = new double[numerators.length];
        for (int bits = 0; bits <= 53; bits++) {
            for (int off = -3; off <= 3; off++) {
                long divisor = (1L << bits) + off;
                if (divisor < 1 || divisor > Quotient.EXACT) {
                    continue;
                }
                Quotient.divide(numerators, numerators.length, divisor, quotients);
                for (int i = 0; i < numerators.length; i++) {
                    assertThat(quotients[i])
                            .as("%d / %d", numerators[i], divisor)
                            .isEqualTo((double) numerators[i] / divisor);
                }
            }
        }
    }

    /** Of any size; every other one close to a whole or half multiple of the divisor, where rounding is hardest. */
    private long numerator(long divisor) {
        long any = whole(1 + random.nextInt(53));
        if (random.nextBoolean()) {
            return random.nextBoolean() ? any : -any;
        }
        long steps = any / divisor;
        long half = random.nextBoolean() ? divisor / 2 : 0;
        return Math.min(Quotient.EXACT, steps * divisor + half + random.nextInt(-1, 2));
    }

    private long whole(int bits) {
        return random.nextLong(1L << bits);
    }
}
