package io.fulmar.research.backtest;

import java.util.Arrays;

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
    private final int size;
    private final Times opens;
    private final double scale;
    private final long bucket;
    private final int[] details;

    /** The highest equity up to the candle that is being written. */
    private double peak;

    ReportData(ReportInput input) {
        this.input = input;
        this.bars = input.candles();
        this.size = bars.size();
        this.opens = Times.ofOpens(bars.bars(), bars.first());
        this.scale = Math.pow(10, bars.priceDecimals());
        this.bucket = bucketNanos();
        this.details = bucket == bars.nanos() ? new int[0] : wanted();
    }

    /** The last bar of each candle. */
    int[] ends() {
        int[] ends = new int[Math.min(size, CANDLES_MAX + 1)];
        int candles = 0;
        for (int from = 0; from < size; ) {
            from = endOf(from, (Math.floorDiv(bars.openTime(from), bucket) + 1) * bucket);
            ends[candles++] = from - 1;
        }
        return Arrays.copyOf(ends, candles);
    }

    /** The bars that are shown in full beside the candles; none when every candle is a bar. */
    int[] details() {
        return details.clone();
    }

    /** An object without its closing bracket: more may follow. */
    void write(Html page) {
        Packed candles = new Packed(CANDLES_MAX * 7);
        Packed net = new Packed(CANDLES_MAX * 3);
        Packed gross = new Packed(CANDLES_MAX * 3);
        Packed depth = new Packed(CANDLES_MAX * 3);
        double[] netEquity = input.equity().net();
        double[] grossEquity = input.equity().gross();
        peak = input.equity().cash();
        for (int from = 0; from < size; ) {
            long time = Math.floorDiv(bars.openTime(from), bucket);
            int to = endOf(from, (time + 1) * bucket);
            candle(candles, time, from, to);
            net.next(millionths(netEquity[to - 1]));
            gross.next(millionths(grossEquity[to - 1]));
            depth.next(Math.round((leastOfPeak(netEquity, from, to) - 1) * MILLION));
            from = to;
        }
        page.raw("{\"bar\":")
                .plain(bars.nanos() / MILLION, 6)
                .raw(",\"bucket\":")
                .plain(bucket / MILLION, 6);
        page.raw(",\"decimals\":").whole(bars.priceDecimals());
        page.raw(",\"market\":\"").text(bars.market()).raw('"');
        page.raw(",\"money\":").whole(input.equity().moneyDecimals());
        page.raw(",\"cash\":").raw(Double.toString(input.equity().cash()));
        page.raw(",\"candles\":\"").raw(candles.toString());
        page.raw("\",\"net\":\"").raw(net.toString());
        page.raw("\",\"gross\":\"").raw(gross.toString());
        page.raw("\",\"depth\":\"").raw(depth.toString());
        page.raw("\",\"detail\":\"").raw(detail()).raw('"');
    }

    /** The least share of the highest equity so far that was left at a close of bars [from, to). */
    private double leastOfPeak(double[] equity, int from, int to) {
        double highest = peak;
        double least = Double.POSITIVE_INFINITY;
        for (int bar = from; bar < to; bar++) {
            highest = Math.max(highest, equity[bar]);
            least = Math.min(least, equity[bar] / highest);
        }
        peak = highest;
        return least;
    }

    /** First bar after this one that does not open before the end of its bucket. */
    private int endOf(int from, long end) {
        return opens.after(end - 1, from + 1);
    }

    /** The shortest bucket that keeps the candles within their number. */
    private long bucketNanos() {
        long span = bars.closeTime(size - 1) - bars.openTime(0);
        for (int several : BARS_A_CANDLE) {
            long bucket = several * bars.nanos();
            if (Math.ceilDiv(span, bucket) < CANDLES_MAX || (several == 1 && bars.size() <= CANDLES_MAX)) {
                return bucket;
            }
        }
        return Math.ceilDiv(Math.ceilDiv(span, CANDLES_MAX - 1L), bars.nanos()) * bars.nanos();
    }

    /** Every bar around the trades that moved most: 50 on either side of the middle, or of both ends of a long one. */
    private int[] wanted() {
        boolean[] wanted = new boolean[bars.size()];
        double least = leastDetailed();
        int left = DETAILED_TRADES;
        for (TradeRow trade : input.trades()) {
            if (Math.abs(trade.pnl()) < least || left-- <= 0) {
                continue;
            }
            int entry = barAt(trade.entryTime());
            int exit = barAt(trade.exitTime());
            if (exit - entry < DETAILED_BARS) {
                want(wanted, (entry + exit) / 2 - DETAILED_BARS / 2, DETAILED_BARS);
            } else {
                want(wanted, entry - DETAILED_BARS / 4, DETAILED_BARS / 2);
                want(wanted, exit - DETAILED_BARS / 4, DETAILED_BARS / 2);
            }
        }
        int[] bars = new int[DETAILED_TRADES * DETAILED_BARS];
        int number = 0;
        for (int bar = 0; bar < wanted.length; bar++) {
            if (wanted[bar]) {
                bars[number++] = bar;
            }
        }
        return Arrays.copyOf(bars, number);
    }

    private String detail() {
        Packed detail = new Packed(DETAILED_TRADES * DETAILED_BARS * 7);
        for (int bar : details) {
            candle(detail, Math.floorDiv(bars.openTime(bar), bars.nanos()), bar, bar + 1);
        }
        return detail.toString();
    }

    /** Size of profit or loss from which on a trade is among the largest; sorted as numbers, which is soon done. */
    private double leastDetailed() {
        double[] sizes = new double[input.trades().size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(input.trades().get(i).pnl());
        }
        Arrays.sort(sizes);
        return sizes.length <= DETAILED_TRADES ? 0 : sizes[sizes.length - DETAILED_TRADES];
    }

    private static void want(boolean[] wanted, int from, int number) {
        int first = Math.clamp(from, 0, wanted.length);
        Arrays.fill(wanted, first, Math.clamp(from + (long) number, first, wanted.length), true);
    }

    /** Last bar that opened at or before this time. */
    private int barAt(long time) {
        return Math.max(0, opens.after(time, 0) - 1);
    }

    /** One candle over bars [from, to): time, open, close, and how far the wicks reach beyond them. */
    private void candle(Packed out, long time, int from, int to) {
        double high = bars.high(from, to);
        double low = bars.low(from, to);
        long open = ticks(bars.open(from));
        long close = ticks(bars.close(to - 1));
        out.candle(time, open, close, ticks(high) - Math.max(open, close), Math.min(open, close) - ticks(low));
    }

    private long ticks(double price) {
        return Math.round(price * scale);
    }

    private long millionths(double equity) {
        return Math.round(equity / input.equity().cash() * MILLION);
    }
}
