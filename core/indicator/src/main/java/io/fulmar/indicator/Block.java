package io.fulmar.indicator;

/**
 * A stretch of consecutive bars as a {@link Fold} sees them: for each input a column of doubles and, where the numbers are exact, the
 * whole numbers they came from.
 *
 * <p>A block is reused: its owner points it at the next stretch. Folds read it only while they take it.
 */
public final class Block {
    private static final double[] NONE = {};
    private static final long[] NO_MANTISSAS = {};
    private static final long EXACT_DOUBLE = 1L << 53;

    private final double[][] values;
    private final double[][] own;
    private final boolean[] ready;
    private final long[][] mantissas;
    private final int[] from;
    private final long[] divisor;
    private int size;

    public Block(int inputs) {
        values = new double[inputs][];
        own = new double[inputs][];
        mantissas = new long[inputs][];
        from = new int[inputs];
        divisor = new long[inputs];
        ready = new boolean[inputs];
        for (int i = 0; i < inputs; i++) {
            values[i] = NONE;
            own[i] = NONE;
            mantissas[i] = NO_MANTISSAS;
        }
    }

    /** Starts the next stretch; every input must then be set again. */
    public Block resize(int bars) {
        size = bars;
        return this;
    }

    /** Sets an input known only as doubles, {@code column[0]} to {@code column[size - 1]}. */
    public Block inexact(int input, double[] column) {
        values[input] = column;
        ready[input] = true;
        divisor[input] = 0;
        return this;
    }

    /** Sets an exact input, bar i is {@code whole[start + i] / divisor}; its doubles are made when first asked for. */
    public Block exact(int input, long[] whole, int start, long divisor) {
        if (divisor < 1) {
            throw new IllegalArgumentException("divisor must be positive, not " + divisor);
        }
        mantissas[input] = whole;
        from[input] = start;
        this.divisor[input] = divisor;
        ready[input] = false;
        return this;
    }

    /** Sets an exact input whose doubles are at hand: {@code column[i]} is the nearest to {@code whole[start + i] / divisor}. */
    public Block exact(int input, double[] column, long[] whole, int start, long divisor) {
        exact(input, whole, start, divisor);
        values[input] = column;
        ready[input] = true;
        return this;
    }

    /** Copies one input of another block of the same size, exactness and all. */
    Block same(int input, Block other, int otherInput) {
        if (!other.exact(otherInput)) {
            return inexact(input, other.values(otherInput));
        }
        return exact(
                input,
                other.values(otherInput),
                other.mantissas(otherInput),
                other.from(otherInput),
                other.divisor(otherInput));
    }

    public int size() {
        return size;
    }

    public int inputs() {
        return values.length;
    }

    /** The input in price units, valid in [0, size). */
    public double[] values(int input) {
        if (!ready[input]) {
            values[input] = rounded(input);
            ready[input] = true;
        }
        return values[input];
    }

    /** Whether the whole numbers behind an input are known. */
    public boolean exact(int input) {
        return divisor[input] != 0;
    }

    /** The whole numbers of an exact input: bar i is {@code mantissas[from + i] / divisor}. */
    public long[] mantissas(int input) {
        return mantissas[input];
    }

    public int from(int input) {
        return from[input];
    }

    public long divisor(int input) {
        return divisor[input];
    }

    private double[] rounded(int input) {
        if (own[input].length < size) {
            own[input] = new double[Math.max(size, 2 * own[input].length)];
        }
        double[] column = own[input];
        long[] whole = mantissas[input];
        int start = from[input];
        long d = divisor[input];
        boolean easy = d <= EXACT_DOUBLE;
        for (int i = 0; i < size; i++) {
            long m = whole[start + i];
            column[i] = easy && m <= EXACT_DOUBLE && m >= -EXACT_DOUBLE ? (double) m / (double) d : Quotient.slow(m, d);
        }
        return column;
    }
}
