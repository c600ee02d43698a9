package io.fulmar.indicator;

/** The highest or lowest of the last values, and how long ago it was; of equal ones the latest. */
final class Extreme implements Cell {
    private final int window;
    private final int mask;
    private final double sign;
    private final double[] values;
    private final long[] times;
    private long head;
    private long tail;
    private long now = -1;

    private Extreme(int window, double sign) {
        this.window = window;
        this.sign = sign;
        int room = Integer.highestOneBit(window) * 2;
        mask = room - 1;
        values = new double[room];
        times = new long[room];
    }

    static Extreme highest(int window) {
        return new Extreme(window, 1);
    }

    static Extreme lowest(int window) {
        return new Extreme(window, -1);
    }

    /** Candidates wait in falling order; a new value sends home all it beats, and the first in line leaves with its window. */
    @Override
    public double next(double value) {
        double signed = sign * value;
        now++;
        if (head < tail && times[(int) head & mask] <= now - window) {
            head++;
        }
        while (head < tail && values[(int) (tail - 1) & mask] <= signed) {
            tail--;
        }
        values[(int) tail & mask] = signed;
        times[(int) tail & mask] = now;
        tail++;
        return now + 1 < window ? Double.NaN : sign * values[(int) head & mask];
    }

    /** Bars since the extreme: 0 when it is the newest value. */
    int age() {
        return (int) (now - times[(int) head & mask]);
    }
}
