package io.fulmar.research.robustness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of trials of any size in 16 KB: the trials whose hashes are smallest, with what they showed. From the largest of the kept hashes follows how many
 * there are in all (Bar-Yossef and others 2002), within about 3 %; and the kept ones are a fair sample of all for the moments. Adding twice changes
 * nothing, merging is a union.
 */
public final class TrialSketch {
    static final int KEPT = 1_024;

    /** Hashes in unsigned order, shifted by the sign bit. */
    private final TreeMap<Long, Double> smallest = new TreeMap<>();

    /** Adds a trial under any 64-bit identity of it, with what it showed: NaN where that is not known. */
    public void add(long trial, double sharpe) {
        keep(Draws.mix(trial) ^ Long.MIN_VALUE, sharpe);
    }

    private void keep(long place, double sharpe) {
        if (smallest.size() == KEPT && place > smallest.lastKey()) return;
        smallest.merge(place, sharpe, (before, now) -> Double.isNaN(before) ? now : before);
        if (smallest.size() > KEPT) smallest.pollLastEntry();
    }

    /** Whether a trial would be kept: what it showed need not be reckoned of the others. */
    public boolean wants(long trial) {
        return smallest.size() < KEPT || (Draws.mix(trial) ^ Long.MIN_VALUE) < smallest.lastKey();
    }

    /** Takes in all of the other's trials. */
    public void merge(TrialSketch other) {
        other.smallest.forEach(this::keep);
    }

    /** How many different trials there are: exact up to 1,024, then an estimate. */
    public long count() {
        if (smallest.size() < KEPT) return smallest.size();
        double share = ((smallest.lastKey() ^ Long.MIN_VALUE) >>> 1) * 0x1p-63;
        return Math.round((KEPT - 1) / share);
    }

    /** Whether all that the other kept is here too. */
    boolean covers(TrialSketch other) {
        for (Long place : other.smallest.keySet()) {
            boolean wanted = smallest.size() < KEPT || place <= smallest.lastKey();
            if (wanted && !smallest.containsKey(place)) return false;
        }
        return true;
    }

    /** Mean of the trials' Sharpe ratios as far as they are known; 0 of none. */
    public double mean() {
        double[] values = values();
        return values.length == 0 ? 0 : Sums.mean(values, values.length);
    }

    /** Variance of the trials' Sharpe ratios as far as they are known; 0 of fewer than two. */
    public double variance() {
        double[] values = values();
        double deviation = Sums.deviation(values, values.length, mean());
        return deviation * deviation;
    }

    private double[] values() {
        return smallest.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(smallest.size());
        for (Map.Entry<Long, Double> one : smallest.entrySet()) {
            out.writeLong(one.getKey());
            out.writeDouble(one.getValue());
        }
    }

    static TrialSketch read(DataInputStream in) throws IOException {
        TrialSketch sketch = new TrialSketch();
        int size = in.readInt();
        if (size < 0 || size > KEPT) throw new IllegalArgumentException("a sketch of " + size + " trials");
        for (int i = 0; i < size; i++) sketch.keep(in.readLong(), in.readDouble());
        return sketch;
    }
}
