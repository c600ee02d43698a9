package io.fulmar.research.sweepvector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The vector loops against the plain ones, on columns full of ties and holes. */
class KernelsTest {
    private static final int SEEDS = 2_000;
    private static final int LENGTH = 256 + 1024;

    private static double[] column(SplittableRandom random, boolean holes) {
        double[] column = new double[LENGTH];
        int levels = random.nextInt(1, 6);
        for (int i = 0; i < LENGTH; i++) {
            column[i] = switch (holes ? random.nextInt(30) : 9) {
                case 0 -> Double.NaN;
                case 1 -> Double.POSITIVE_INFINITY;
                case 2 -> Double.NEGATIVE_INFINITY;
                case 3 -> -0.0;
                default -> random.nextInt(levels);
            };
        }
        return column;
    }

    private static int[] prices(SplittableRandom random) {
        int[] prices = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            prices[i] = random.nextInt(-50, 50);
        }
        return prices;
    }

    @Test
    void theMachineUnderTestHasVectors() {
        assertThat(VectorKernels.usable()).isTrue();
        assertThat(Kernels.best()).isInstanceOf(VectorKernels.class);
    }

    @Test
    void comparisonsSetTheSameBits() {
        Kernels plain = Kernels.scalar();
        Kernels quick = Kernels.best();
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = column(random, true);
            double[] b = column(random, true);
            int words = random.nextInt(1, 17);
            int from = random.nextInt(1, LENGTH - 64 * words + 1);
            long[] expected = new long[16];
            long[] actual = new long[16];
            assertThat(quick.above(a, b, from, words, actual)).isEqualTo(plain.above(a, b, from, words, expected));
            assertThat(actual).as("above, seed %s", seed).isEqualTo(expected);
            assertThat(quick.atLeast(a, b, from, words, actual)).isEqualTo(plain.atLeast(a, b, from, words, expected));
            assertThat(actual).as("at least, seed %s", seed).isEqualTo(expected);
            assertThat(quick.rises(a, b, from, words, actual)).isEqualTo(plain.rises(a, b, from, words, expected));
            assertThat(actual).as("rises, seed %s", seed).isEqualTo(expected);
            int to = random.nextInt(from, LENGTH + 1);
            assertThat(quick.anyMissing(a, from, to)).isEqualTo(plain.anyMissing(a, from, to));
        }
    }

    @Test
    void aRiseIsACrossFromAtOrBelow() {
        for (long seed = 0; seed < SEEDS / 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = column(random, false);
            double[] b = column(random, false);
            long[] words = new long[16];
            Kernels.best().rises(a, b, 256, 16, words);
            for (int i = 0; i < 1024; i++) {
                boolean crosses = a[256 + i] > b[256 + i] && a[255 + i] <= b[255 + i];
                assertThat((words[i >> 6] >>> i & 1) == 1)
                        .as("seed %s, bar %s", seed, i)
                        .isEqualTo(crosses);
            }
        }
    }

    @Test
    void whereFloatsTieTheDoublesDecide() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = near(random);
            double[] b = near(random);
            long[] expected = new long[16];
            long[] actual = new long[16];
            Kernels.scalar().rises(a, b, 256, 16, expected);
            long any = Kernels.best().rises(a, b, rounded(a), rounded(b), 256, 16, actual);
            assertThat(actual).as("seed %s", seed).isEqualTo(expected);
            assertThat(any != 0).isEqualTo(Arrays.stream(expected).anyMatch(word -> word != 0));
        }
    }

    /** Values that differ by less than floats can tell, or lie beyond them, or are equal. */
    private static double[] near(SplittableRandom random) {
        double[] column = new double[LENGTH];
        double level = random.nextBoolean() ? 30_000 : 1e300;
        for (int i = 0; i < LENGTH; i++) {
            column[i] = level * (1 + random.nextInt(3) * 1e-9) + random.nextInt(2) * (random.nextInt(40) == 0 ? 1 : 0);
        }
        return column;
    }

    private static float[] rounded(double[] column) {
        float[] rounded = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            rounded[i] = (float) column[i];
        }
        return rounded;
    }

    @Test
    void searchesFindTheSameBars() {
        Kernels plain = Kernels.scalar();
        Kernels quick = Kernels.best();
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] lows = prices(random);
            int[] highs = prices(random);
            int from = random.nextInt(LENGTH);
            int to = random.nextInt(from, Math.min(LENGTH, from + 200) + 1);
            int down = random.nextBoolean() ? Integer.MIN_VALUE : random.nextInt(-60, -40);
            int up = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(40, 60);
            assertThat(quick.firstOutside(lows, highs, from, to, down, up))
                    .as("seed %s", seed)
                    .isEqualTo(plain.firstOutside(lows, highs, from, to, down, up));
            assertThat(quick.highest(lows, from, to)).as("seed %s", seed).isEqualTo(plain.highest(lows, from, to));
            assertThat(quick.lowest(lows, from, to)).as("seed %s", seed).isEqualTo(plain.lowest(lows, from, to));
            if (from < to) {
                int[] sorted = Arrays.copyOfRange(lows, from, to);
                Arrays.sort(sorted);
                assertThat(quick.highest(lows, from, to)).isEqualTo(sorted[sorted.length - 1]);
                assertThat(quick.lowest(lows, from, to)).isEqualTo(sorted[0]);
            }
        }
    }
}
