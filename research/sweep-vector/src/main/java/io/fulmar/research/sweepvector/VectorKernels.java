package io.fulmar.research.sweepvector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The same loops with as many values at once as the machine has lanes. The only user of the incubating module. */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int FLOAT_LANES = FLOATS.length();
    private static final int LANES = DOUBLES.length();
    private static final int INT_LANES = INTS.length();
    private static final int WORD = 64;

    private final ScalarKernels scalar = new ScalarKernels();

    /** A word must be a whole number of vectors, and two lanes are not worth the trouble. */
    static boolean usable() {
        return LANES >= 4 && WORD % FLOAT_LANES == 0;
    }

    @Override
    public long above(double[] a, double[] b, int from, int words, long[] out) {
        long any = 0;
        for (int k = 0; k < words; k++) {
            long word = wordAbove(a, b, from + WORD * k);
            out[k] = word;
            any |= word;
        }
        return any;
    }

    private static long wordAbove(double[] a, double[] b, int from) {
        long word = 0;
        for (int j = 0; j < WORD; j += LANES) {
            DoubleVector one = DoubleVector.fromArray(DOUBLES, a, from + j);
            DoubleVector other = DoubleVector.fromArray(DOUBLES, b, from + j);
            word |= one.compare(VectorOperators.GT, other).toLong() << j;
        }
        return word;
    }

    @Override
    public long atLeast(double[] a, double[] b, int from, int words, long[] out) {
        long any = 0;
        for (int k = 0; k < words; k++) {
            long word = 0;
            for (int j = 0; j < WORD; j += LANES) {
                DoubleVector one = DoubleVector.fromArray(DOUBLES, a, from + WORD * k + j);
                DoubleVector other = DoubleVector.fromArray(DOUBLES, b, from + WORD * k + j);
                word |= one.compare(VectorOperators.GE, other).toLong() << j;
            }
            out[k] = word;
            any |= word;
        }
        return any;
    }

    @Override
    public long rises(double[] a, double[] b, int from, int words, long[] out) {
        long before = a[from - 1] > b[from - 1] ? 1 : 0;
        long any = 0;
        for (int k = 0; k < words; k++) {
            long word = wordAbove(a, b, from + WORD * k);
            long up = word & ~((word << 1) | before);
            before = word >>> (WORD - 1);
            out[k] = up;
            any |= up;
        }
        return any;
    }

    @Override
    public long rises(double[] a, double[] b, float[] roundedA, float[] roundedB, int from, int words, long[] out) {
        long before = a[from - 1] > b[from - 1] ? 1 : 0;
        long any = 0;
        for (int k = 0; k < words; k++) {
            int at = from + WORD * k;
            long above = 0;
            long ties = 0;
            for (int j = 0; j < WORD; j += FLOAT_LANES) {
                FloatVector one = FloatVector.fromArray(FLOATS, roundedA, at + j);
                FloatVector other = FloatVector.fromArray(FLOATS, roundedB, at + j);
                above |= one.compare(VectorOperators.GT, other).toLong() << j;
                ties |= one.compare(VectorOperators.EQ, other).toLong();
            }
            if (ties != 0) {
                above = wordAbove(a, b, at);
            }
            long up = above & ~((above << 1) | before);
            before = above >>> (WORD - 1);
            out[k] = up;
            any |= up;
        }
        return any;
    }

    @Override
    public boolean anyMissing(double[] a, int from, int to) {
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            DoubleVector values = DoubleVector.fromArray(DOUBLES, a, i);
            if (values.compare(VectorOperators.NE, values).anyTrue()) {
                return true;
            }
        }
        return scalar.anyMissing(a, i, to);
    }

    @Override
    public int firstOutside(int[] lows, int[] highs, int from, int to, int down, int up) {
        int i = from;
        for (; i + INT_LANES <= to; i += INT_LANES) {
            VectorMask<Integer> below = IntVector.fromArray(INTS, lows, i).compare(VectorOperators.LE, down);
            VectorMask<Integer> above = IntVector.fromArray(INTS, highs, i).compare(VectorOperators.GE, up);
            long outside = below.or(above).toLong();
            if (outside != 0) {
                return i + Long.numberOfTrailingZeros(outside);
            }
        }
        return scalar.firstOutside(lows, highs, i, to, down, up);
    }

    @Override
    public int highest(int[] a, int from, int to) {
        if (to - from < INT_LANES) {
            return scalar.highest(a, from, to);
        }
        IntVector most = IntVector.fromArray(INTS, a, to - INT_LANES);
        for (int i = from; i + INT_LANES <= to; i += INT_LANES) {
            most = most.max(IntVector.fromArray(INTS, a, i));
        }
        return most.reduceLanes(VectorOperators.MAX);
    }

    @Override
    public int lowest(int[] a, int from, int to) {
        if (to - from < INT_LANES) {
            return scalar.lowest(a, from, to);
        }
        IntVector least = IntVector.fromArray(INTS, a, to - INT_LANES);
        for (int i = from; i + INT_LANES <= to; i += INT_LANES) {
            least = least.min(IntVector.fromArray(INTS, a, i));
        }
        return least.reduceLanes(VectorOperators.MIN);
    }
}
