package io.fulmar.research.backtest;

import io.fulmar.domain.Worth;
import io.fulmar.market.Bars;
import io.fulmar.simulation.exchange.MarginLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of its equity an account had in the market, and how far the prices were that would have ended its positions, at the closes of
 * one market's bars.
 *
 * @param gross value of all positions over equity, longs and shorts added: the leverage in use; NaN once equity is gone
 * @param net longs less shorts, over equity
 * @param distance to the nearest liquidation, as a fraction of the price; NaN where nothing could be liquidated, empty without margin
 */
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not copied
public record Exposure(double[] gross, double[] net, double[] distance) {
    static final Exposure NONE = new Exposure(new double[0], new double[0], new double[0]);

    /** One seat in one instrument, as it goes along. */
    private static final class Held {
        final int seat;
        final long instrument;
        final Bars bars;
        final Times times;
        final Worth worth;
        long lots;
        int bar = -1;
        double below = Double.NaN;
        double above = Double.NaN;

        Held(int seat, MarketData market) {
            this.seat = seat;
            this.instrument = market.instrument().id();
            this.bars = market.bars();
            this.times = Times.ofCloses(bars, 0);
            this.worth = Worth.of(market.instrument());
        }

        /** The last close by then; 0 before any. */
        long mark(long time) {
            bar = times.after(time, bar + 1) - 1;
            return bar < 0 ? 0 : bars.closes()[bar];
        }

        double distance(long mark) {
            double away = Double.POSITIVE_INFINITY;
            if (lots > 0 && !Double.isNaN(below)) {
                away = Math.max(0, 1 - below / mark);
            }
            if (!Double.isNaN(above) && lots < 0) {
                away = Math.max(0, above / mark - 1);
            }
            return away;
        }
    }

    /** At the closes of so many bars of the first market, from that one on. */
    public static Exposure of(BacktestResult result, List<MarketData> markets, int first, int size) {
        return new Walk(result, markets).over(first, size);
    }

    private static final class Walk {
        private final BacktestResult result;
        private final List<MarketData> markets;
        private final MarginLevels levels;
        private final List<Held> all = new ArrayList<>();
        private int nextFill;
        private int nextLevel;
        private final Times steps;
        private int step;

        /** When something happens next; it tells in the first close after it. */
        private long nextEvent = Long.MIN_VALUE;

        private boolean holding;

        Walk(BacktestResult result, List<MarketData> markets) {
            this.result = result;
            this.markets = markets;
            this.levels = result.notes().marginLevels();
            this.steps = Times.of(result.closeTimes());
        }

        Exposure over(int first, int size) {
            double[] gross = new double[size];
            double[] net = new double[size];
            double[] distance = new double[levels.size() == 0 ? 0 : size];
            Arrays.fill(distance, Double.NaN);
            Times closes = Times.ofCloses(markets.get(0).bars(), first);
            for (int i = 0; i < size; ) {
                long close = closes.of(i);
                if (close > nextEvent) {
                    advance(close);
                }
                if (holding) {
                    at(i++, close, gross, net, distance);
                } else {
                    i = closes.after(nextEvent, i); // all zero until something happens
                }
            }
            return new Exposure(gross, net, distance);
        }

        private void at(int i, long close, double[] gross, double[] net, double[] distance) {
            long equity = equity(close);
            double held = 0;
            double signed = 0;
            double nearest = Double.POSITIVE_INFINITY;
            for (int h = 0; h < all.size(); h++) { // for each would make an iterator a bar until it is compiled
                Held one = all.get(h);
                long mark = one.lots == 0 ? 0 : one.mark(close);
                if (mark != 0) {
                    double value = one.worth.notional(one.lots, mark);
                    held += value;
                    signed += Long.signum(one.lots) * value;
                    nearest = Math.min(nearest, one.distance(mark));
                }
            }
            gross[i] = equity > 0 ? held / equity : held == 0 ? 0 : Double.NaN;
            net[i] = equity > 0 ? signed / equity : held == 0 ? 0 : Double.NaN;
            if (distance.length > 0 && nearest < Double.POSITIVE_INFINITY) {
                distance[i] = nearest;
            }
        }

        /** Everything that happened before that close. */
        private void advance(long close) {
            List<BacktestResult.FillRow> fills = result.fills();
            for (; nextFill < fills.size() && fills.get(nextFill).time() < close; nextFill++) {
                BacktestResult.FillRow fill = fills.get(nextFill);
                held(fill.seat(), fill.instrument()).lots += fill.side().sign() * fill.lots();
            }
            for (; nextLevel < levels.size() && levels.time(nextLevel) < close; nextLevel++) {
                Held one = held(levels.seat(nextLevel), levels.instrument(nextLevel));
                one.below = levels.hasBelow(nextLevel) ? levels.below(nextLevel) : Double.NaN;
                one.above = levels.hasAbove(nextLevel) ? levels.above(nextLevel) : Double.NaN;
            }
            nextEvent = Math.min(
                    nextFill < fills.size() ? fills.get(nextFill).time() : Long.MAX_VALUE,
                    nextLevel < levels.size() ? levels.time(nextLevel) : Long.MAX_VALUE);
            holding = false;
            for (Held one : all) {
                holding |= one.lots != 0;
            }
        }

        private long equity(long close) {
            step = steps.after(close, step + 1) - 1;
            return result.equity()[step];
        }

        private Held held(int seat, long instrument) {
            for (Held one : all) {
                if (one.seat == seat && one.instrument == instrument) {
                    return one;
                }
            }
            Held added = new Held(seat, MarketData.of(markets, instrument));
            all.add(added);
            return added;
        }
    }
}
