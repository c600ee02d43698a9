package io.fulmar.simulation.market;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Book;
import io.fulmar.market.Flow;

/**
 * Order flow inside the bars of a {@link SyntheticMarket}, seconds or longer: levels that fill and empty, and trades at the touch. Bars made
 * of its trades are the market's own bars to the tick and the lot; quotes and trades thinned from it are consistent with both.
 */
public final class OrderFlow {
    /** The step of quantities. */
    public static final Decimal LOT = Decimal.of(1, 3);

    private static final long SECOND = 1_000_000_000L;

    /** Open, both extremes and close: a bar has at least so many trades, and so many lots. */
    public static final int TRADES_MIN = 4;

    /** A bar's flow must fit into memory. */
    public static final int TRADES_MEAN_MAX = 250_000;

    private static final int TRADES_MORE = 9;

    /** How many changes of the book come between two trades, on average. */
    private static final int QUIET_MEAN = 6;

    private static final int LEVELS = 10;
    private static final int LEVELS_KEPT = 3 * LEVELS;

    /** Lots of a level, in lots of an average trade. */
    private static final double LEVEL_TRADES = 6;

    private static final double LOTS_PER_UNIT = 1_000;
    private static final long FEED_LATENCY = 1_000_000;
    private static final double FEED_JITTER = 1_000_000;

    private final Candles bars;
    private final Stream chance;
    private final InnerPath path;
    private final Book book = new Book();
    private final int tradesMore;
    private final double levelMean;

    private final boolean opensAtOnce; // or one could think that trades are missing before the first

    private Flow flow = new Flow(Flow.Depth.BOOK, 0);
    private int bar;
    private long now;
    private long received;

    private OrderFlow(long seed, Candles bars, double tradesMean, boolean wanders) {
        this.bars = bars;
        this.opensAtOnce = wanders;
        this.chance = new Stream(seed, "flow");
        this.path = new InnerPath(seed, bars, chance, wanders);
        this.tradesMore = Math.max(1, (int) Math.rint(2 * (tradesMean - TRADES_MIN)));
        double volume = 0;
        for (double each : bars.volumes()) {
            volume += each;
        }
        double trade = volume * LOTS_PER_UNIT / Math.max(1, bars.size()) / tradesMean;
        this.levelMean = Math.max(2, LEVEL_TRADES * trade);
    }

    /** The bars of so many seconds: what {@link #of} fills with order flow. A second has at least four lots, one for each of its prices. */
    public static Candles seconds(long seed, MarketModel model, long start, int count) {
        return tradable(SyntheticMarket.of(seed, model).bars(new Timeframe(SECOND), start, count));
    }

    /** The same bars, none with less volume than its four prices need. */
    public static Candles tradable(Candles bars) {
        for (int i = 0; i < bars.size(); i++) {
            bars.volumes()[i] = Math.max(TRADES_MIN / LOTS_PER_UNIT, bars.volumes()[i]);
        }
        return bars;
    }

    /** The order flow of these seconds; lots are thousandths. */
    public static Flow of(long seed, Candles seconds) {
        return new OrderFlow(seed, seconds, TRADES_MIN + TRADES_MORE / 2.0, false).next(seconds.size());
    }

    /**
     * Order flow inside {@link #tradable} bars of any length, some bars at a time, so that it need not fit into memory: however it is cut,
     * it is the same.
     *
     * @param tradesMean how many trades a bar has on average, at least {@link #TRADES_MIN}; none has more trades than lots
     */
    public static OrderFlow inside(long seed, Candles bars, double tradesMean) {
        if (!(tradesMean >= TRADES_MIN && tradesMean <= TRADES_MEAN_MAX)) {
            throw new IllegalArgumentException(
                    tradesMean + " trades a bar are not between " + TRADES_MIN + " and " + TRADES_MEAN_MAX);
        }
        return new OrderFlow(seed, bars, tradesMean, true);
    }

    /** What happens in so many bars more, or in as many as are left; empty behind the last. */
    public Flow next(int count) {
        int end = Math.min(bars.size(), bar + count);
        flow = new Flow(Flow.Depth.BOOK, Math.addExact(Math.multiplyExact(end - bar, 8 * tradesMore), 64));
        if (bar == 0 && end > 0) {
            snapshot();
        }
        for (; bar < end; bar++) {
            trades(bar);
        }
        return flow;
    }

    private void snapshot() {
        long mid = bars.opens()[0];
        now = bars.openTimes()[0];
        append(Flow.CLEAR, 0, 0);
        for (long distance = 1; distance <= LEVELS; distance++) {
            append(Flow.ASK, mid + distance, level());
            if (mid > distance) {
                append(Flow.BID, mid - distance, level());
            }
        }
        flow.endMessage();
    }

    private void trades(int of) {
        long volume = (long) Math.rint(bars.volumes()[of] * LOTS_PER_UNIT);
        int trades = (int) Math.min(volume, TRADES_MIN + (int) (chance.uniform() * tradesMore));
        long[] prices = path.prices(of, trades);
        long begin = bars.openTimes()[of];
        long nanos = bars.timeframe().nanos();
        long left = volume;
        for (int trade = 0; trade < trades; trade++) {
            double place = trade + chance.uniform();
            long time = begin + (of == 0 && trade == 0 && opensAtOnce ? 0 : (long) (place * nanos / trades));
            int after = trades - 1 - trade;
            long lots = after == 0 ? left : 1 + (long) ((left - after - 1) * share(after + 1));
            left -= lots;
            quiet(time);
            trade(time, prices[trade], lots);
        }
    }

    /** The part of what is left that one of so many trades takes. */
    private double share(int trades) {
        return Math.min(1, 2 * chance.uniform() / trades);
    }

    // ---- the book ----

    /** Orders come and go around the touch until that time. */
    private void quiet(long until) {
        int changes = (int) (2 * QUIET_MEAN * chance.uniform());
        long pause = (until - now) / (changes + 2);
        for (int change = 0; change < changes; change++) {
            now += pause;
            boolean bid = chance.happens(0.5);
            double u = chance.uniform();
            long distance = (long) (LEVELS * u * u);
            long ticks = bid ? book.bestBid() - distance : book.bestAsk() + distance;
            if (ticks >= 1) {
                change(bid, ticks, book.bestAsk() - book.bestBid() > 1 && chance.happens(0.5));
            }
        }
        now += pause;
    }

    private void change(boolean bid, long ticks, boolean inside) {
        long at = inside ? ticks + (bid ? 1 : -1) : ticks;
        if (bid ? at >= book.bestAsk() : at <= book.bestBid()) {
            return;
        }
        long lots = bid ? book.bidLots(at) : book.askLots(at);
        boolean grows = lots == 0 || chance.happens(0.5);
        long after = grows ? lots + size(levelMean / 4) : lots - Math.min(lots, size(levelMean / 4));
        boolean touch = at == (bid ? book.bestBid() : book.bestAsk());
        set(bid, at, touch ? Math.max(1, after) : after);
    }

    private void trade(long time, long price, long lots) {
        long mid2 = book.bestBid() + book.bestAsk();
        boolean buys = 2 * price == mid2 ? chance.happens(0.5) : 2 * price > mid2;
        if (buys) {
            ask(price);
        } else {
            bid(price);
        }
        long there = buys ? book.askLots(price) : book.bidLots(price);
        if (there < lots) {
            there = lots + (chance.happens(0.4) ? 0 : level());
            set(!buys, price, there);
        }
        now = time;
        append((buys ? Flow.BUY : Flow.SELL) | Flow.LAST, price, lots);
        set(!buys, price, there - lots);
        follow(buys, price);
        trim();
    }

    /** The best ask comes to be that price. */
    private void ask(long price) {
        while (book.bestBid() >= price) {
            set(true, book.bestBid(), 0);
        }
        while (book.bestAsk() < price) {
            set(false, book.bestAsk(), 0);
        }
        for (long ticks = Math.max(book.bestBid() + 1, price - LEVELS); ticks < price; ticks++) {
            if (ticks >= 1) {
                set(true, ticks, level());
            }
        }
        if (book.askLots(price) == 0) {
            set(false, price, level());
        }
    }

    /** The best bid comes to be that price. */
    private void bid(long price) {
        while (book.bestAsk() <= price) {
            set(false, book.bestAsk(), 0);
        }
        while (book.bestBid() > price) {
            set(true, book.bestBid(), 0);
        }
        long far = book.bestAsk() == Book.NO_ASK ? price + LEVELS : Math.min(book.bestAsk() - 1, price + LEVELS);
        for (long ticks = far; ticks > price; ticks--) {
            set(false, ticks, level());
        }
        if (book.bidLots(price) == 0) {
            set(true, price, level());
        }
    }

    /** A side that has run out of levels gets new ones. */
    private void follow(boolean buys, long price) {
        for (long distance = 1; distance <= LEVELS; distance++) {
            if (buys && book.askLots(price + distance) == 0 && chance.happens(0.2)) {
                set(false, price + distance, level());
            } else if (!buys && price > distance && book.bidLots(price - distance) == 0 && chance.happens(0.2)) {
                set(true, price - distance, level());
            }
        }
        if (book.bestAsk() == Book.NO_ASK) {
            set(false, price + 1, level());
        }
        if (book.bestBid() == Book.NO_BID && price > 1) {
            set(true, price - 1, level());
        }
    }

    /** What the market has left behind is cancelled. */
    private void trim() {
        long low = book.bidBelow(book.bestBid() - LEVELS_KEPT);
        if (low != Book.NO_BID) {
            set(true, low, 0);
        }
        long high = book.askAbove(book.bestAsk() + LEVELS_KEPT);
        if (high != Book.NO_ASK) {
            set(false, high, 0);
        }
    }

    private long level() {
        return size(levelMean);
    }

    private long size(double mean) {
        double u = chance.uniform();
        return 1 + (long) (mean * 2 * u * u);
    }

    private void set(boolean bid, long ticks, long lots) {
        append((bid ? Flow.BID : Flow.ASK) | Flow.LAST, ticks, lots);
    }

    private void append(int kind, long ticks, long lots) {
        book.take(kind, ticks, lots);
        received = Math.max(received, now + FEED_LATENCY + (long) (FEED_JITTER * chance.uniform()));
        flow.append(now, received, kind, ticks, lots);
    }
}
