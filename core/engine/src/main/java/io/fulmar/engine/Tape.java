package io.fulmar.engine;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Worth;
import io.fulmar.execution.CurrentBar;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Frame;

/**
 * One market as a desk reads it: its bars, the series computed over them, and the cursor. Prices here are those of trades; where a strategy
 * sees other ones, in bricks and the like, only its series and {@link #bar} know them.
 */
public final class Tape implements CurrentBar {
    private static final int VOLUME_BARS = 100;

    /** Longs in a cache line. */
    private static final int LINE = 8;

    final Instrument instrument;
    final Bars bars;
    final Worth worth;
    final ColumnGraph columns;
    final Frame frame;
    final double tickMantissa;
    final double priceDivisor;

    // the columns themselves, for the loop; they may be longer than there are bars
    long[] openTimes;
    long[] opens;
    long[] highs;
    long[] lows;
    long[] closes;
    double[] volumes;

    /** Means nothing; without a use of what it fetches the compiler would leave the fetching out. */
    long fetched;

    /** The end of the block of bars that the columns hold, exclusive. */
    private int blockTo;

    /** Signed lots over all seats, and what they were worth at the last mark. */
    long lots;

    long value;

    /** Between bars: the last price, when it was known, and the best of the book; 0 where bars are all there is. */
    private long referenceTicks;

    private long referenceTime;
    private long bid;
    private long ask;

    /** The price that positions are reckoned at where several seats share a desk: the last fill's, then the close. */
    long mark;

    public Tape(Instrument instrument, Bars bars) {
        this(new SeriesSheet(instrument, bars));
    }

    /** Over series that others read too; whoever made the sheet turns its pages. */
    Tape(SeriesSheet sheet) {
        this.instrument = sheet.instrument;
        this.bars = sheet.bars;
        this.frame = sheet.frame;
        this.columns = sheet.graph;
        this.worth = Worth.of(instrument);
        this.tickMantissa = instrument.tickMantissa();
        this.priceDivisor = instrument.priceDivisor();
        refresh();
    }

    /** Bars may have grown into longer arrays. */
    private void refresh() {
        openTimes = bars.openTimes();
        opens = bars.opens();
        highs = bars.highs();
        lows = bars.lows();
        closes = bars.closes();
        volumes = bars.volumes();
    }

    /** Computes the series of the next block, as many bars as there are and fit. Returns the block's end. */
    int advance(int from) {
        refresh();
        int to = Math.min(bars.size(), from + Frame.BLOCK);
        columns.advance(from, to);
        blockTo = to;
        return to;
    }

    /**
     * Reads one open of each cache line of a block. Orders fill at opens, which nothing else reads: met one by one each of them is waited for
     * until memory has brought it, longer than all the rest of filling an order takes; one after the other they come ahead of their reader.
     */
    void fetchOpens(int from, int to) {
        for (int bar = from; bar < to; bar += LINE) {
            fetched += opens[bar];
        }
    }

    /** The series of that block are computed already. */
    void enter(int from, int to) {
        frame.blockAt(from);
        blockTo = to;
    }

    int blockTo() {
        return blockTo;
    }

    void moveTo(int bar) {
        frame.moveTo(frame.origin() + bar);
    }

    int at() {
        return (int) frame.bar();
    }

    /** As strategies see it, in prices. */
    Bar bar() {
        int i = at();
        Bars seen = bars.seen();
        return new Bar(
                bars.openTime(i),
                price(seen.opens()[i]),
                price(seen.highs()[i]),
                price(seen.lows()[i]),
                price(seen.closes()[i]),
                volumes[i]);
    }

    private double price(long ticks) {
        return ticks * tickMantissa / priceDivisor;
    }

    /** Whether nothing was traded in the bar: nothing can fill there. */
    boolean silent() {
        return bars.silent(at());
    }

    /** Over the bars of the last hundred that there are. */
    double averageVolume() {
        int from = Math.max(0, at() + 1 - VOLUME_BARS);
        double sum = 0;
        for (int i = from; i <= at(); i++) {
            sum += volumes[i];
        }
        return sum / (at() + 1 - from);
    }

    /** Between bars something newer than the last close is known. */
    void refer(long ticks, long time, long bestBid, long bestAsk) {
        referenceTicks = ticks;
        referenceTime = time;
        bid = bestBid;
        ask = bestAsk;
    }

    /** The last price: the close, unless something newer is known. */
    long reference() {
        return referenceTicks != 0 ? referenceTicks : close();
    }

    long referenceTime() {
        return referenceTicks != 0 ? referenceTime : closeTime();
    }

    /** Whether any price is known. */
    boolean priced() {
        return referenceTicks != 0 || at() >= 0;
    }

    long bid() {
        return bid;
    }

    long ask() {
        return ask;
    }

    double priceOf(long ticks) {
        return price(ticks);
    }

    @Override
    public long instrument() {
        return instrument.id();
    }

    @Override
    public long openTime() {
        return bars.openTime(at());
    }

    @Override
    public long closeTime() {
        return bars.closeTime(at());
    }

    @Override
    public long open() {
        return opens[at()];
    }

    @Override
    public long high() {
        return highs[at()];
    }

    @Override
    public long low() {
        return lows[at()];
    }

    @Override
    public long close() {
        return closes[at()];
    }

    @Override
    public double volume() {
        return volumes[at()];
    }
}
