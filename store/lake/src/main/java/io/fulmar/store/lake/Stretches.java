package io.fulmar.store.lake;

/** Looks rows through for what the catalogue keeps of a batch. */
final class Stretches {
    private Stretches() {}

    static Part.Stretch of(Rows rows, int from, int count, int sum) {
        Kind kind = rows.kind();
        double[] lows = rows.numbers(Columns.lowest(kind));
        double[] highs = rows.numbers(Columns.highest(kind));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            low = lows[i] < low ? lows[i] : low;
            high = highs[i] > high ? highs[i] : high;
        }
        boolean any = low <= high;
        long[] times = rows.times();
        return new Part.Stretch(
                count,
                times[from],
                times[from + count - 1],
                any ? low : Double.NaN,
                any ? high : Double.NaN,
                Gaps.within(times, from, from + count, Gaps.step(kind)),
                sum);
    }
}
