package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a file as they stand: prices as mantissa and decimals, each cell with its own. */
final class CsvColumns {
    private static final int ROOM_MIN = 1024;

    long[] times;
    final long[][] mantissas = new long[4][];
    final byte[][] scales = new byte[4][];
    double[] volumes;

    /** Only as long as the others if the file has such a column. */
    double[] quoteVolumes = {};

    int[] trades = {};
    int size;

    /** Rows of the time of the row before, where that is no fault. */
    int duplicates;

    /** The longest time that every step between rows is a multiple of; 0 for a single row. */
    long commonStep;

    /** The fewest and the most decimals that any price is written with. */
    int scaleLowest = CsvNumber.SCALE_MAX;

    int scaleHighest;

    /** The most decimals of any price, trailing zeros ignored. */
    int decimalsMax;

    /** For each number of decimals the largest mantissa of the highs that have it. */
    final long[] highestByScale = new long[CsvNumber.SCALE_MAX + 1];

    /** The line of row 0, and the rows that blank lines stand before. */
    long firstLine;

    /** The time cells as given, only if they were asked for. */
    final List<String> timeTexts = new ArrayList<>();

    private int[] blanks = {};
    private int blankCount;

    CsvColumns(int capacity) {
        times = new long[capacity];
        volumes = new double[capacity];
        for (int i = 0; i < 4; i++) {
            mantissas[i] = new long[capacity];
            scales[i] = new byte[capacity];
        }
    }

    boolean isFull() {
        return size == times.length;
    }

    void grow(int more) {
        int room = Math.addExact(size, Math.max(ROOM_MIN, more));
        times = Arrays.copyOf(times, room);
        volumes = Arrays.copyOf(volumes, room);
        quoteVolumes = quoteVolumes.length == 0 ? quoteVolumes : Arrays.copyOf(quoteVolumes, room);
        trades = trades.length == 0 ? trades : Arrays.copyOf(trades, room);
        for (int i = 0; i < 4; i++) {
            mantissas[i] = Arrays.copyOf(mantissas[i], room);
            scales[i] = Arrays.copyOf(scales[i], room);
        }
    }

    /** Notes how far a row is from the one before. */
    void step(long nanos) {
        if (commonStep == 0 || (nanos != commonStep && nanos % commonStep != 0)) {
            commonStep = greatestCommonDivisor(nanos, commonStep);
        }
    }

    /** Whether every price is written with exactly so many decimals, so that its mantissa counts ticks already. */
    boolean allHaveScale(int scale) {
        return scaleLowest == scale && scaleHighest == scale;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    void blankLine() {
        if (blankCount == blanks.length) {
            blanks = Arrays.copyOf(blanks, Math.max(8, blankCount * 2));
        }
        blanks[blankCount++] = size;
    }

    /** The line just read is no row of its own. */
    void duplicate() {
        duplicates++;
        blankLine();
    }

    /** The line of the file that a row stands on. */
    long line(int row) {
        int before = 0;
        while (before < blankCount && blanks[before] <= row) {
            before++;
        }
        return firstLine + row + before;
    }
}
