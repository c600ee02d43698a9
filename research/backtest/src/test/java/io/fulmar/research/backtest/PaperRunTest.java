package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Size;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.TimeBars;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is told bar by bar trades as what is there at once. */
class PaperRunTest {
    private static final int SEEDS = 40;
    private static final long MINUTE = 60_000_000_000L;
    private static final Instrument COIN = Instrument.of(
            1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.5"), Decimal.parse("0.001"), Decimal.ONE);

    /** Crosses with a stop, a target, a trail, and limits that wait. */
    public static class Busy extends Strategy<Busy.P> {
        public record P(int fast, int slow) {}

        private final Series fast = sma(p.fast());
        private final Series slow = sma(p.slow());
        private final Series far = atr(5);

        @Override
        public void onBar(Bar bar) {
            if (flat() && fast.crossesAbove(slow)) {
                buy(equityPercent(50)).stop(far.times(1.5)).target(percent(2));
            } else if (flat() && fast.crossesBelow(slow)) {
                sell(equityPercent(50)).limit(bar.close() + 5).goodForBars(3).trail(percent(1));
            } else if (holding() && barsInTrade() > 40) {
                exit("long enough");
            }
        }
    }

    private static Bars minutes(long seed) {
        var random = new SplittableRandom(seed);
        int size = random.nextInt(1, 6_000);
        var bars = new Bars(Timeframe.MINUTE, size);
        long time = 28_400_000L * MINUTE + random.nextInt(2_000) * MINUTE;
        long price = 60_000;
        for (int i = 0; i < size; i++) {
            time += random.nextInt(200) == 0 ? random.nextInt(1, 2_000) * MINUTE : MINUTE;
            long close = Math.max(1_000, price + random.nextLong(-price / 200, price / 200));
            long high = Math.max(price, close) + random.nextLong(30);
            long low = Math.min(price, close) - random.nextLong(30);
            bars.append(time, price, high, low, close, random.nextInt(50));
            price = close;
        }
        return bars;
    }

    private static BacktestSetup setup(Bars bars, long tradeFrom) {
        return new BacktestSetup(
                List.of(MarketData.made(COIN, bars)),
                List.of(new BacktestSetup.Contestant(Busy.class, new Busy.P(5, 20), "code", 0, 0, Size.WHOLE)),
                Decimal.of(10_000),
                1_000_000,
                new ExchangeRules(
                        Rate.ofFraction(Decimal.parse("0.0004")),
                        Rate.ofFraction(Decimal.parse("0.0002")),
                        Rate.ofFraction(Decimal.parse("0.0001")),
                        IntrabarPath.WORST),
                RiskLimits.backtest(),
                tradeFrom);
    }

    /** In tenths: one decimal, where a tick is five of them. */
    private static BacktestResult told(BacktestSetup setup, Bars minutes, Timeframe timeframe) {
        var paper = new PaperRun(setup, timeframe, Timeframe.MINUTE, 1);
        for (int i = 0; i < minutes.size(); i++) {
            paper.bar(
                    minutes.openTime(i),
                    5 * minutes.opens()[i],
                    5 * minutes.highs()[i],
                    5 * minutes.lows()[i],
                    5 * minutes.closes()[i],
                    minutes.volumes()[i]);
        }
        return paper.end();
    }

    private static void same(BacktestResult paper, BacktestResult backtest, String at) {
        assertThat(paper.fills()).as(at).isEqualTo(backtest.fills());
        assertThat(paper.hashes()).as(at).isEqualTo(backtest.hashes());
        assertThat(paper.equity()).as(at).isEqualTo(backtest.equity());
        assertThat(paper.closeTimes()).as(at).isEqualTo(backtest.closeTimes());
        assertThat(paper.trades()).as(at).isEqualTo(backtest.trades());
    }

    @Test
    void barByBarAStrategyTradesAsOnAllBarsAtOnce() {
        int fills = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Bars minutes = minutes(seed);
            BacktestSetup setup = setup(minutes, Long.MIN_VALUE);
            BacktestResult backtest = new Backtest(setup).run();
            same(told(setup, minutes, Timeframe.MINUTE), backtest, "seed " + seed);
            fills += backtest.fills().size();
        }
        assertThat(fills).isGreaterThan(1_000);
    }

    @Test
    void longerBarsAreMadeAsTheyCome() {
        Timeframe longer = Timeframe.parse("5m");
        for (long seed = 0; seed < SEEDS; seed++) {
            Bars minutes = minutes(seed);
            var bars = new Bars(longer, 16);
            var fold = new TimeBars(Timeframe.MINUTE, longer);
            fold.take(minutes, 0, minutes.size(), bars);
            fold.end(bars);
            if (!bars.isEmpty()) {
                BacktestSetup setup = setup(bars, Long.MIN_VALUE);
                same(told(setup, minutes, longer), new Backtest(setup).run(), "seed " + seed);
            }
        }
    }

    @Test
    void signalsCountFromTheSameBarOn() {
        Bars minutes = minutes(3);
        long from = minutes.openTime(minutes.size() / 2);
        BacktestSetup setup = setup(minutes, from);
        BacktestResult backtest = new Backtest(setup).run();
        assertThat(backtest.fills()).isNotEmpty().allMatch(fill -> fill.time() >= from);
        same(told(setup, minutes, Timeframe.MINUTE), backtest, "from half way on");
    }
}
