package io.fulmar.store.lake;

/**
 * Bars as exact numbers: prices are whole numbers of {@code 10^-scale}, each held against the double that the file has. All arrays have
 * as many values as there are bars.
 */
@SuppressWarnings("ArrayRecordComponent") // columns for whoever asked for them; nobody compares candles
public record ExactCandles(
        int scale, long[] times, long[] opens, long[] highs, long[] lows, long[] closes, double[] volumes) {

    public int size() {
        return times.length;
    }
}
