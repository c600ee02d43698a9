package io.fulmar.risk;

import io.fulmar.domain.Instrument;

/**
 * What the bars of one instrument look like: how far apart, how much they move. It is market state: it comes back from the market log
 * or warms up anew, while the breaker it feeds is a fact.
 */
final class Watch {
    /** Bars until the variance is believed. */
    static final int WARM_BARS = 64;

    private static final double TAME_SIGMAS = 4;
    private static final double WEIGHT = 1.0 / WARM_BARS;

    private final Bounds bounds;
    private final Instrument instrument;
    private long bars;
    private long previousTime;
    private long previousClose;
    private long interval = Long.MAX_VALUE;
    private long frozen;
    private long good;
    private double variance;
    private double lastVolume = Double.NaN;

    Watch(Bounds bounds, Instrument instrument) {
        this.bounds = bounds;
        this.instrument = instrument;
    }

    /** Good bars since the last fault. */
    long good() {
        return good;
    }

    /** The last bar's volume in units of the base, and NaN before there was one. */
    double lastVolume() {
        return lastVolume;
    }

    double base(long lots, long ticks) {
        return Ask.base(instrument, lots, ticks);
    }

    void onGap() {
        good = 0;
    }

    /** What is wrong with this bar, or nothing. */
    String onBar(Situation situation, long open, long high, long low, long close) {
        lastVolume = situation.barVolume();
        if (impossible(open, high, low, close)) {
            good = 0;
            return "a bar of %d, %d, %d, %d ticks".formatted(open, high, low, close);
        }
        String fault = fault(situation.referenceTime(), high, low, close);
        learn(situation.referenceTime(), close);
        good = fault.isEmpty() ? good + 1 : 0;
        return fault;
    }

    private boolean impossible(long open, long high, long low, long close) {
        return bounds.on(Control.IMPOSSIBLE_DATA)
                && (low <= 0 || high < Math.max(open, close) || low > Math.min(open, close));
    }

    private String fault(long time, long high, long low, long close) {
        frozen = bars > 0 && high == low && close == previousClose ? frozen + 1 : 0;
        long missing = missing(time);
        if (bounds.exceeded(Control.DATA_GAP, missing)) {
            return missing + " bars are missing";
        }
        if (bounds.exceeded(Control.DATA_FROZEN, frozen)) {
            return "the price has stood still for " + frozen + " bars";
        }
        return jumped(high, low) ? "a bar from %d to %d after a close of %d".formatted(low, high, previousClose) : "";
    }

    /** Whole bars between this one and the one before, the closest two so far being one apart. */
    private long missing(long time) {
        if (bars < 2 || interval == Long.MAX_VALUE) {
            return 0;
        }
        return Math.max(0, (time - previousTime) / interval - 1);
    }

    private boolean jumped(long high, long low) {
        if (!bounds.on(Control.DATA_JUMP) || bars <= WARM_BARS) {
            return false;
        }
        double reach = (double) Math.max(high - previousClose, previousClose - low) / previousClose;
        double sigmas = bounds.limit(Control.DATA_JUMP);
        return reach * reach > sigmas * sigmas * believed();
    }

    /** Where prices hardly move, one tick is no surprise. */
    private double believed() {
        double tick = 1.0 / previousClose;
        return Math.max(variance, tick * tick);
    }

    private void learn(long time, long close) {
        if (bars > 0) {
            if (time > previousTime) {
                interval = Math.min(interval, time - previousTime);
            }
            double move = (double) (close - previousClose) / previousClose;
            double square = move * move;
            if (bars > WARM_BARS && bounds.on(Control.DATA_JUMP)) {
                // One wild bar must not make the next one look tame.
                square = Math.min(square, TAME_SIGMAS * TAME_SIGMAS * believed());
            }
            double weight = bars <= WARM_BARS ? 1.0 / bars : WEIGHT;
            variance += weight * (square - variance);
        }
        previousTime = time;
        previousClose = close;
        bars++;
    }
}
