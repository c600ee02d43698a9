package io.fulmar.research.robustness;

import io.fulmar.domain.Side;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a strategy brings knowledge of the future along, in a file of its own or in its code. It is shown other markets at the times of the real
 * one; whoever decides by what is shown cannot then be right about the market that was hidden. Whoever is, knows it from elsewhere.
 *
 * <p>Each trade on a market that never was is valued at the real prices of its hours, its side's share of the market's mean taken off, over the
 * deviation for that time. Their sum over the square root of their number is close to a standard normal for whoever knows nothing. The same is
 * asked of the first bar of each trade, since who knows only the next bar gains nothing on those that follow.
 */
public final class Clairvoyance {
    /** A standard normal is beyond this once in a thousand million times. */
    public static final double SCORE_MAX = 6;

    public static final int MARKETS_USUAL = 3;
    private static final int TRADES_MIN = 10;

    /**
     * What was found.
     *
     * @param markets that were shown
     * @param trades made on them
     * @param score in standard deviations: how right they were about the market that was hidden
     */
    public record Result(int markets, int trades, double score) {
        public boolean clean() {
            return trades < TRADES_MIN || score <= SCORE_MAX;
        }
    }

    private final BacktestSetup setup;
    private final LookAhead.Runs runs;
    private double whole;
    private double first;
    private int trades;

    public Clairvoyance(BacktestSetup setup, LookAhead.Runs runs) {
        this.setup = setup;
        this.runs = runs;
    }

    /** Shows so many other markets, none where they cannot be drawn. Of several instruments each is drawn by itself. */
    public Result on(int wanted, long seed) {
        boolean drawable = setup.markets().stream().allMatch(market -> PricePaths.canDraw(market.bars()));
        int markets = drawable ? wanted : 0;
        for (int path = 0; path < markets; path++) {
            List<MarketData> others = new ArrayList<>();
            for (MarketData market : setup.markets()) {
                Bars bars = PricePaths.draw(
                        market.bars(), PricePaths.meanBlock(market.bars(), 0), seed + others.size(), path);
                others.add(MarketData.made(market.instrument(), bars));
            }
            value(runs.run(LookAhead.withMarkets(setup, others)));
        }
        double root = Math.sqrt(Math.max(1, trades));
        return new Result(markets, trades, Math.max(whole, first) / root);
    }

    private void value(BacktestResult result) {
        for (int market = 0; market < setup.markets().size(); market++) {
            MarketData real = setup.markets().get(market);
            Moves moves = Moves.of(real.bars());
            if (!(moves.deviation > 0)) continue;
            for (Trade trade : result.trades()) {
                if (trade.instrument() != real.instrument().id()) continue;
                int entry = bar(real.bars(), trade.entryTime());
                int exit = Math.max(entry + 1, bar(real.bars(), trade.exitTime()));
                if (entry < 0 || exit >= real.bars().size()) continue;
                int sign = trade.side() == Side.BUY ? 1 : -1;
                trades++;
                whole += sign
                        * moves.standard(real.bars().opens()[entry], real.bars().opens()[exit], exit - entry);
                first += sign
                        * moves.standard(real.bars().opens()[entry], real.bars().closes()[entry], 1);
            }
        }
    }

    private static int bar(Bars bars, long time) {
        int at = Arrays.binarySearch(bars.openTimes(), 0, bars.size(), time);
        return at < 0 ? -at - 2 : at;
    }

    /** How the logarithm of a market's price moves from bar to bar. */
    private record Moves(double mean, double deviation) {
        static Moves of(Bars bars) {
            int n = bars.size() - 1;
            if (n < 2) return new Moves(0, 0);
            double[] moves = new double[n];
            for (int i = 0; i < n; i++) moves[i] = StrictMath.log((double) bars.closes()[i + 1] / bars.closes()[i]);
            double mean = Sums.mean(moves, n);
            return new Moves(mean, Sums.deviation(moves, n, mean));
        }

        double standard(long from, long to, int bars) {
            return (StrictMath.log((double) to / from) - mean * bars) / (deviation * Math.sqrt(bars));
        }
    }
}
