package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Gate;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What is kept of a combination: 64 bytes, little endian, in this order.
 *
 * @param combination its number in the space
 * @param reasons bit k is set when gate k was failed; none for an eligible one
 * @param tier by which it was evaluated, see {@link Tier}
 * @param trades round trips that were closed
 * @param openTrades round trips still open at the last bar
 * @param netReturn of the window; of several markets the mean
 * @param maxDrawdown of several markets the worst
 * @param fees in the smallest units of the settlement currency; of several markets the sum
 * @param score by which eligible ones are ranked; of several markets the mean less the standard deviation
 * @param growth G of docs/sweeps.md, by which the others are ranked
 */
public record Row(
        long combination,
        int reasons,
        Tier tier,
        int trades,
        int openTrades,
        double netReturn,
        double maxDrawdown,
        long fees,
        double score,
        double growth) {
    static final int BYTES = 64;

    /** Whether it passed every gate. */
    public boolean eligible() {
        return reasons == 0;
    }

    /** The gates it failed, in words. */
    public List<String> gates() {
        return Gate.of(reasons).stream().map(Gate::word).toList();
    }

    /** What it is ranked by. */
    public double rankedBy() {
        return eligible() ? score : growth;
    }

    /** The same with a score that other draws gave it. */
    Row judged(double anew) {
        return new Row(combination, reasons, tier, trades, openTrades, netReturn, maxDrawdown, fees, anew, growth);
    }

    void put(ByteBuffer out) {
        out.putLong(combination)
                .putInt(reasons)
                .putInt(tier.code())
                .putInt(trades)
                .putInt(openTrades)
                .putDouble(netReturn)
                .putDouble(maxDrawdown)
                .putLong(fees)
                .putDouble(score)
                .putDouble(growth);
    }

    static Row get(ByteBuffer in) {
        return new Row(
                in.getLong(),
                in.getInt(),
                Tier.of(in.getInt()),
                in.getInt(),
                in.getInt(),
                in.getDouble(),
                in.getDouble(),
                in.getLong(),
                in.getDouble(),
                in.getDouble());
    }
}
