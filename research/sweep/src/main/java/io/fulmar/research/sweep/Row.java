package io.fulmar.research.sweep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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

    /** What it is ranked by. */
    public double rankedBy() {
        return eligible() ? score : growth;
    }

    void put(ByteBuffer out) {
        out.putLong(combination)
                .putInt(reasons)
                .putInt(tier.ordinal())
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
                Tier.values()[in.getInt()],
                in.getInt(),
                in.getInt(),
                in.getDouble(),
                in.getDouble(),
                in.getLong(),
                in.getDouble(),
                in.getDouble());
    }

    static ByteBuffer room(int rows) {
        return ByteBuffer.allocate(rows * BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
