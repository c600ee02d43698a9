package io.fulmar.simulation.exchange;

import java.util.Arrays;

/** The prices at which the venue would close positions by itself, as they changed: one row a change, in the order of time. */
public final class MarginLevels {
    private static final int CAPACITY = 16;

    private long[] times = new long[CAPACITY];
    private long[] instruments = new long[CAPACITY];
    private int[] seats = new int[CAPACITY];
    private long[] below = new long[CAPACITY];
    private long[] above = new long[CAPACITY];
    private int size;

    MarginLevels() {}

    void add(long time, Holding holding) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            instruments = Arrays.copyOf(instruments, size * 2);
            seats = Arrays.copyOf(seats, size * 2);
            below = Arrays.copyOf(below, size * 2);
            above = Arrays.copyOf(above, size * 2);
        }
        times[size] = time;
        instruments[size] = holding.listing.instrument.id();
        seats[size] = holding.seat;
        below[size] = holding.below;
        above[size] = holding.above;
        size++;
    }

    public int size() {
        return size;
    }

    /** From the bar that opened then, or from that moment of the venue's calendar; UTC ns. */
    public long time(int change) {
        return times[change];
    }

    public long instrument(int change) {
        return instruments[change];
    }

    public int seat(int change) {
        return seats[change];
    }

    /** Whether a falling price would end it. */
    public boolean hasBelow(int change) {
        return below[change] != Levels.NONE_BELOW;
    }

    public boolean hasAbove(int change) {
        return above[change] != Levels.NONE_ABOVE;
    }

    public long below(int change) {
        return below[change];
    }

    public long above(int change) {
        return above[change];
    }
}
