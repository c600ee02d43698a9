package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the page's script draws: at most 20,000 candles over the whole run, with equity at their ends, and every bar
 * around the largest trades. Times count buckets or bars since 1970, prices are whole ticks of the shown decimals,
 * equity is in millionths of the starting cash.
 */
final class ReportData {
    static final int CANDLES_MAX = 20_000;
    static final int DETAILED_TRADES = 200;
    static final int DETAILED_BARS = 100;
    /** Bars a candle may stand for: these keep minutes on the borders of hours and days. */
    private static final int[] BARS_A_CANDLE = {
        1, 2, 3, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1_440, 2_880, 4_320, 10_080, 20_160, 43_200
    };

    private static final double MILLION = 1e6;

    private final ReportInput input;
    private final ReportInput.Candles bars;
    private final double scale;

    ReportData(ReportInput input) {
        this.input = input;
        this.bars = input.candles();
        this.scale = Math.pow(10, bars.priceDecimals());
    }

    void write(Html page) {
        long bucket = bucketNanos();
        Packed candles = new Packed(CANDLES_MAX * 7);
        Packed net = new Packed(CANDLES_MAX * 3);
        Packed gross = new Packed(CANDLES_MAX * 3);
        Packed depth = new Packed(CANDLES_MAX * 3);
        double[] depths = Drawdowns.series(input.equity().net(), input.equity().cash());
        for (int from = 0; from < bars.size(); ) {
            long time = Math.floorDiv(bars.openTimes()[from], bucket);
            long end = (time + 1) * bucket;
            int to = from + 1;
            double deepest = depths[from];
            while (to < bars.size() && bars.openTimes()[to] < end) {
                deepest = Math.min(deepest, depths[to++]);
            }
            candle(candles, time, from, to);
            net.next(millionths(input.equity().net()[to - 1]));
            gross.next(millionths(input.equity().gross()[to - 1]));
            depth.next(Math.round(deepest * MILLION));
            from = to;
        }
        page.raw("{\"bar\":")
                .plain(bars.nanos() / MILLION, 6)
                .raw(",\"bucket\":")
                .plain(bucket / MILLION, 6);
        page.raw(",\"decimals\":").whole(bars.priceDecimals());
        page.raw(",\"money\":").whole(input.equity().moneyDecimals());
        page.raw(",\"cash\":").raw(Double.toString(input.equity().cash()));
        page.raw(",\"candles\":\"").raw(candles.toString());
        page.raw("\",\"net\":\"").raw(net.toString());
        page.raw("\",\"gross\":\"").raw(gross.toString());
        page.raw("\",\"depth\":\"").raw(depth.toString());
        page.raw("\",\"detail\":\"").raw(bucket == bars.nanos() ? "" : detail()).raw("\"}");
    }

    /** The shortest bucket that keeps the candles within their number. */
    private long bucketNanos() {
        long span = bars.openTimes()[bars.size() - 1] - bars.openTimes()[0] + bars.nanos();
        for (int several : BARS_A_CANDLE) {
            long bucket = several * bars.nanos();
            if (Math.ceilDiv(span, bucket) < CANDLES_MAX || (several == 1 && bars.size() <= CANDLES_MAX)) {
                return bucket;
            }
        }
        return Math.ceilDiv(Math.ceilDiv(span, CANDLES_MAX - 1L), bars.nanos()) * bars.nanos();
    }

    /** Every bar around the trades that moved most: 50 on either side of the middle, or of both ends of a long one. */
    private String detail() {
        boolean[] wanted = new boolean[bars.size()];
        List<TradeRow> largest = new ArrayList<>(input.trades());
        largest.sort(Comparator.comparingDouble((TradeRow trade) -> -Math.abs(trade.pnl()))
                .thenComparingInt(TradeRow::number));
        for (TradeRow trade : largest.subList(0, Math.min(DETAILED_TRADES, largest.size()))) {
            int entry = barAt(trade.entryTime());
            int exit = barAt(trade.exitTime());
            if (exit - entry < DETAILED_BARS) {
                want(wanted, (entry + exit) / 2 - DETAILED_BARS / 2, DETAILED_BARS);
            } else {
                want(wanted, entry - DETAILED_BARS / 4, DETAILED_BARS / 2);
                want(wanted, exit - DETAILED_BARS / 4, DETAILED_BARS / 2);
            }
        }
        Packed detail = new Packed(DETAILED_TRADES * DETAILED_BARS * 7);
        for (int bar = 0; bar < wanted.length; bar++) {
            if (wanted[bar]) {
                candle(detail, Math.floorDiv(bars.openTimes()[bar], bars.nanos()), bar, bar + 1);
            }
        }
        return detail.toString();
    }

    private static void want(boolean[] wanted, int from, int number) {
        int first = Math.clamp(from, 0, wanted.length);
        Arrays.fill(wanted, first, Math.clamp(from + (long) number, first, wanted.length), true);
    }

    /** Last bar that opened at or before this time. */
    private int barAt(long time) {
        int found = Arrays.binarySearch(bars.openTimes(), 0, bars.size(), time);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** One candle over bars [from, to): time, open, close, and how far the wicks reach beyond them. */
    private void candle(Packed out, long time, int from, int to) {
        double high = bars.highs()[from];
        double low = bars.lows()[from];
        for (int bar = from + 1; bar < to; bar++) {
            high = Math.max(high, bars.highs()[bar]);
            low = Math.min(low, bars.lows()[bar]);
        }
        long open = ticks(bars.opens()[from]);
        long close = ticks(bars.closes()[to - 1]);
        out.candle(time, open, close, ticks(high) - Math.max(open, close), Math.min(open, close) - ticks(low));
    }

    private long ticks(double price) {
        return Math.round(price * scale);
    }

    private long millionths(double equity) {
        return Math.round(equity / input.equity().cash() * MILLION);
    }
}
