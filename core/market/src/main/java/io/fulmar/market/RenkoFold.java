package io.fulmar.market;

/**
 * Bricks. The first begins at the first trade's price; one is added when the price has gone a brick's height beyond the last one's close,
 * or, the other way round, beyond its open: to turn takes two. A brick's height is decided when the one before is complete.
 *
 * <p>A wick shows how far the price went against a brick before that was complete. A trade that completes several at once belongs to the
 * first, with all trades since the brick before; the others hold none.
 */
final class RenkoFold extends TradeDriven {
    /** A jump of more bricks than this is taken for a hole: the next brick begins at its price. */
    static final int JUMP_MAX = 10_000;

    private static final int STRIDE = 256;

    private final RenkoHeight height;
    private final TradeRun run = new TradeRun();
    private boolean begun;
    private boolean wasUp;
    private boolean hasBrick;
    private long brickOpen;
    private long brickClose;
    private long size;
    private long above = Long.MAX_VALUE;
    private long below = Long.MIN_VALUE;

    /** The price that completed the last brick: the next one's wick may begin there. */
    private long reached;

    private long outside;

    RenkoFold(RenkoHeight height) {
        this.height = height;
    }

    @Override
    void trades(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out) {
        int at = from;
        while (at < to) {
            int until = height.reach(times, at, to);
            if (begun || height.known()) {
                bricks(times, ticks, lots, at, until, out);
            } else {
                outside += until - at;
                pass();
            }
            height.take(times, ticks, lots, at, until);
            at = until;
        }
    }

    /** Stretches in which the price stays between the two levels are added up without looking at each trade. */
    private void bricks(long[] times, long[] ticks, long[] lots, int from, int to, MadeBars out) {
        int at = from;
        while (at < to) {
            int until = Math.min(to, at + STRIDE);
            if (begun) {
                run.over(ticks, lots, at, until, brickClose);
            }
            if (begun && run.high < above && run.low > below) {
                start(times[at], ticks[at]);
                bar.trades(ticks, lots, at, until);
            } else {
                for (int i = at; i < until; i++) {
                    trade(times[i], ticks[i], lots[i], out);
                }
            }
            at = until;
        }
    }

    /** The first trade after a brick begins the next one's time and wick. */
    private void start(long time, long price) {
        if (bar.isEmpty()) {
            open(time, price);
            bar.high = Math.max(price, reached);
            bar.low = Math.min(price, reached);
        }
    }

    private void trade(long time, long price, long quantity, MadeBars out) {
        if (!begun) {
            begin(price);
        }
        start(time, price);
        bar.trade(price, quantity);
        if (price >= above || price <= below) {
            build(time, price, out);
        }
    }

    private void begin(long price) {
        begun = true;
        hasBrick = false;
        brickOpen = price;
        brickClose = price;
        reached = price;
        resize();
    }

    private void resize() {
        size = height.at(brickClose);
        long top = hasBrick && !wasUp ? brickOpen : brickClose;
        long bottom = hasBrick && wasUp ? brickOpen : brickClose;
        above = Math.addExact(top, size);
        below = bottom - size;
    }

    private void build(long time, long price, MadeBars out) {
        int made = 0;
        reached = price;
        while (price >= above || price <= below) {
            if (made == JUMP_MAX) {
                begin(price);
                gap();
                return;
            }
            boolean up = price >= above;
            long close = up ? above : below;
            long open = up ? above - size : below + size;
            brick(time, open, close, made == 0, out);
            wasUp = up;
            hasBrick = true;
            brickOpen = open;
            brickClose = close;
            resize();
            made++;
        }
    }

    private void brick(long time, long open, long close, boolean first, MadeBars out) {
        long low = first ? bar.low : open;
        long high = first ? bar.high : open;
        if (!first) {
            open(time, open);
        }
        bar.open = open;
        bar.close = close;
        // The trade that completes it lies beyond the close; what lies beyond belongs to the next.
        bar.high = close > open ? close : Math.max(open, high);
        bar.low = close < open ? close : Math.min(open, low);
        close(time, out);
    }

    /** What has not become a brick is none. */
    @Override
    public void end(MadeBars out) {}

    @Override
    public long outside() {
        return outside;
    }

    /** How high bricks are: always the same, a share of the price, or what the mean range of the last bars of time was. */
    abstract static sealed class RenkoHeight {
        abstract long at(long price);

        boolean known() {
            return true;
        }

        /** Up to where nothing about the height can change. */
        int reach(long[] times, int from, int to) {
            return to;
        }

        void take(long[] times, long[] ticks, long[] lots, int from, int to) {}
    }

    static final class Plain extends RenkoHeight {
        private final StepTicks step;

        Plain(StepTicks step) {
            this.step = step;
        }

        @Override
        long at(long price) {
            return step.at(price);
        }
    }

    /**
     * The plain mean of the last true ranges, rounded half up: a mean that never forgets would make bricks depend on where the data
     * begins. Until there are so many bars there is no brick.
     */
    static final class MeanRange extends RenkoHeight {
        private final TimeFold fold;
        private final MadeBars closed = new MadeBars(4);
        private final long[] ranges;
        private int count;
        private long sum;
        private long closeLast;

        MeanRange(int bars, Grid grid) {
            fold = new TimeFold(grid);
            ranges = new long[bars];
        }

        @Override
        long at(long price) {
            return Math.max(1, (2 * sum + ranges.length) / (2L * ranges.length));
        }

        @Override
        boolean known() {
            return count >= ranges.length;
        }

        @Override
        int reach(long[] times, int from, int to) {
            fold.clock(times[from], closed);
            for (int bar = 0; bar < closed.size(); bar++) {
                range(closed.highs()[bar], closed.lows()[bar], closed.closes()[bar]);
            }
            closed.clear();
            return times[from] >= fold.until() ? from + 1 : TimeFold.reach(times, from, to, fold.until());
        }

        private void range(long high, long low, long close) {
            long top = count == 0 ? high : Math.max(high, closeLast);
            long bottom = count == 0 ? low : Math.min(low, closeLast);
            int slot = count % ranges.length;
            sum = Math.addExact(sum, top - bottom - ranges[slot]);
            ranges[slot] = top - bottom;
            closeLast = close;
            count++;
        }

        @Override
        void take(long[] times, long[] ticks, long[] lots, int from, int to) {
            fold.take(times, ticks, lots, from, to, closed);
        }
    }
}
