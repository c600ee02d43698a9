package io.fulmar.research.sweepvector;

/**
 * The few loops in which a sweep spends its time: columns compared into bits, and bars searched for a price.
 *
 * <p>Bits: bit j of word k belongs to index {@code from + 64 k + j}. Each method that writes words returns what any of them has set.
 */
public interface Kernels {
    /** Where {@code a > b}; never where one of them is missing. */
    long above(double[] a, double[] b, int from, int words, long[] out);

    /** Where {@code a >= b}. */
    long atLeast(double[] a, double[] b, int from, int words, long[] out);

    /** Where {@code a > b} and, one index before, not: a cross from at or below, as long as no value is missing. */
    long rises(double[] a, double[] b, int from, int words, long[] out);

    /**
     * The same, of columns at hand also rounded to floats, of which twice as many are compared at once. Rounding keeps the order: where the
     * floats differ they decide, and only where they are equal the doubles are asked.
     */
    long rises(double[] a, double[] b, float[] roundedA, float[] roundedB, int from, int words, long[] out);

    /** Whether a value is missing. */
    boolean anyMissing(double[] a, int from, int to);

    /** The first index at which {@code lows <= down} or {@code highs >= up}; {@code to} if there is none. */
    int firstOutside(int[] lows, int[] highs, int from, int to, int down, int up);

    int highest(int[] a, int from, int to);

    int lowest(int[] a, int from, int to);

    /** The plain loops, which every machine runs: what the others must equal. */
    static Kernels scalar() {
        return new ScalarKernels();
    }

    /** Those with vector instructions where the Java machine was started with them, else the plain ones. */
    static Kernels best() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return there ? Vectors.kernels() : scalar();
    }

    /** Kept apart, so that nothing of the incubating module is loaded where it is missing. */
    final class Vectors {
        private Vectors() {}

        static Kernels kernels() {
            return VectorKernels.usable() ? new VectorKernels() : scalar();
        }
    }
}
