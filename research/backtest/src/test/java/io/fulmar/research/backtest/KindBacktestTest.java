package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Size;
import io.fulmar.domain.Symbol;
import io.fulmar.engine.Verification;
import io.fulmar.market.BarFold;
import io.fulmar.market.BarKind;
import io.fulmar.market.Bars;
import io.fulmar.market.BarsOfTrades;
import io.fulmar.market.MadeBars;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import io.fulmar.strategy.StrategyException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Runs on bars that keep no grid, or are seen as what nobody traded: what fills is always a trade beneath. */
class KindBacktestTest {
    private static final int SEEDS = 150;
    private static final long SECOND = 1_000_000_000L;
    private static final Instrument COIN = Instrument.of(
            1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.1"), Decimal.parse("0.001"), Decimal.ONE);

    @SuppressWarnings("ArrayRecordComponent") // columns; nobody compares them
    private record Trades(long[] times, long[] ticks, long[] lots) {
        static Trades of(long seed) {
            var random = new SplittableRandom(seed);
            int size = random.nextInt(50, 1_500);
            var trades = new Trades(new long[size], new long[size], new long[size]);
            long time = random.nextLong(1_700_000_000L, 1_701_000_000L) * SECOND;
            long price = random.nextLong(20_000, 100_000);
            for (int i = 0; i < size; i++) {
                time += random.nextInt(3) == 0 ? 0 : random.nextLong(60 * SECOND);
                long jump = random.nextInt(30) == 0 ? price / 20 : price / 300 + 1;
                price = Math.max(1_000, price + random.nextLong(-jump, jump + 1));
                trades.times[i] = time;
                trades.ticks[i] = price;
                trades.lots[i] = random.nextLong(1, 5_000);
            }
            return trades;
        }

        Bars bars(String kind) {
            var maker = new BarsOfTrades(BarKind.parse(kind), COIN);
            maker.take(times, ticks, lots, 0, times.length);
            return maker.bars();
        }

        MadeBars bricks(String kind) {
            var made = new MadeBars(16);
            BarFold.of(BarKind.parse(kind), COIN).take(times, ticks, lots, 0, times.length, made);
            return made;
        }
    }

    private static BacktestSetup setup(Bars bars, Class<?> type, Record parameters, int seats) {
        var one = new BacktestSetup.Contestant(type, parameters, "code", 0, 0, Size.WHOLE);
        var all = new ArrayList<BacktestSetup.Contestant>();
        for (int i = 0; i < seats; i++) {
            all.add(one);
        }
        return new BacktestSetup(
                List.of(MarketData.made(COIN, bars)),
                all,
                Decimal.of(1_000_000),
                1_000_000,
                new ExchangeRules(Rate.ZERO, Rate.ZERO, Rate.ZERO, IntrabarPath.WORST),
                RiskLimits.backtest(),
                Long.MIN_VALUE);
    }

    private static BacktestResult run(Bars bars, Class<?> type, Record parameters) {
        return new Backtest(setup(bars, type, parameters, 1)).run();
    }

    /** What the brick strategy does, trade by trade: prices of all fills, and the equity at the last close. */
    private static final class SlowBricks {
        private final List<Long> fills = new ArrayList<>();
        private final long stopPpm;
        private long cash;
        private long held;
        private long stop;
        private boolean entering;
        private boolean leaving;

        SlowBricks(Trades trades, MadeBars bricks, double stopPercent) {
            stopPpm = Math.round(stopPercent * 10_000);
            int from = 0;
            long last = 0;
            for (int brick = 0; brick < bricks.size(); brick++) {
                int to = from + bricks.trades()[brick];
                for (int i = from; i < to; i++) {
                    last = trades.ticks[i];
                    trade(last);
                }
                from = to;
                boolean up = bricks.closes()[brick] > bricks.opens()[brick];
                entering |= up && held == 0;
                leaving |= !up && held > 0;
            }
            cash += held * last;
        }

        private void trade(long price) {
            if (leaving && held > 0) {
                fill(price, -1);
            }
            leaving = false;
            if (entering) {
                entering = false;
                fill(price, 1);
                stop = price - Math.max(1, (price * stopPpm + 500_000) / 1_000_000);
            } else if (held > 0 && price <= stop) {
                fill(stop, -1);
            }
        }

        private void fill(long price, long lots) {
            fills.add(price);
            held += lots;
            cash -= lots * price;
        }
    }

    @Test
    void ordersDecidedOnBricksFillAtTheTradesThatFollowAndNeverAtPricesOfBricks() {
        int silent = 0;
        int fills = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Trades trades = Trades.of(seed);
            Bars bars = trades.bars("renko:0.5%");
            if (bars.isEmpty()) {
                continue;
            }
            // a stop so far that no trade jumps over it within a bar: then the bar's rules and the trades' agree
            var result = run(bars, KindStrategies.Bricks.class, new KindStrategies.Bricks.P(40));
            var twin = new SlowBricks(trades, trades.bricks("renko:0.5%"), 40);
            assertThat(result.fills().stream()
                            .map(BacktestResult.FillRow::ticks)
                            .toList())
                    .as("seed %d", seed)
                    .isEqualTo(twin.fills);
            long gained = result.finalEquity() - result.cash();
            // a lot of 0.001 and a tick of 0.1, money of eight decimals, and 1,000 lots a unit
            assertThat(gained).as("seed %d", seed).isEqualTo(twin.cash * 10_000_000L);
            fills += twin.fills.size();
            for (int i = 0; i < bars.size(); i++) {
                silent += bars.silent(i) ? 1 : 0;
            }
        }
        assertThat(fills).isGreaterThan(1_000);
        assertThat(silent).isGreaterThan(1_000);
    }

    @Test
    void everyFillOnBricksWithStopsIsWithinWhatWasTradedInItsBar() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Bars bars = Trades.of(seed).bars("renko:0.5%");
            if (bars.isEmpty()) {
                continue;
            }
            for (BacktestResult.FillRow fill : run(bars, KindStrategies.Bricks.class, new KindStrategies.Bricks.P(0.3))
                    .fills()) {
                int bar = 0;
                while (bars.openTime(bar) != fill.time()) {
                    bar++;
                }
                assertThat(bars.silent(bar)).as("seed %d", seed).isFalse();
                assertThat(fill.ticks()).as("seed %d", seed).isBetween(bars.lows()[bar], bars.highs()[bar]);
            }
        }
    }

    @Test
    void whoLooksAtNoPriceTradesTheSameOnSmoothedBarsAndOnThoseBeneath() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Trades trades = Trades.of(seed);
            for (String kind : new String[] {"tick:20", "range:0.4%", "renko:0.5%"}) {
                Bars real = trades.bars(kind);
                if (real.isEmpty()) {
                    continue;
                }
                var plain = run(real, KindStrategies.Clockwork.class, new KindStrategies.Clockwork.P(5));
                var smoothed = run(
                        trades.bars("ha:" + kind), KindStrategies.Clockwork.class, new KindStrategies.Clockwork.P(5));
                assertThat(smoothed.hashes().run())
                        .as("seed %d, %s", seed, kind)
                        .isEqualTo(plain.hashes().run());
                assertThat(smoothed.equity()).isEqualTo(plain.equity());
            }
        }
    }

    @Test
    void barsOfAnotherKindOverAGridTradeAsBarsOfTimeDo() {
        Trades trades = Trades.of(11);
        var time = run(trades.bars("5m"), KindStrategies.Clockwork.class, new KindStrategies.Clockwork.P(7));
        var smoothed = run(trades.bars("ha:5m"), KindStrategies.Clockwork.class, new KindStrategies.Clockwork.P(7));
        assertThat(smoothed.hashes().run()).isEqualTo(time.hashes().run());
        assertThat(smoothed.fills()).isNotEmpty();
    }

    @Test
    void aloneAndBesideAnotherSeatAStrategyDoesTheSame() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Bars bars = Trades.of(seed).bars("renko:0.5%");
            if (bars.isEmpty()) {
                continue;
            }
            var alone = run(bars, KindStrategies.Bricks.class, new KindStrategies.Bricks.P(0.3));
            var beside =
                    new Backtest(setup(bars, KindStrategies.Bricks.class, new KindStrategies.Bricks.P(0.3), 2)).run();
            assertThat(beside.fills().stream()
                            .filter(fill -> fill.seat() == 0)
                            .map(fill -> List.of(fill.time(), fill.ticks(), fill.lots()))
                            .toList())
                    .as("seed %d", seed)
                    .isEqualTo(alone.fills().stream()
                            .map(fill -> List.of(fill.time(), fill.ticks(), fill.lots()))
                            .toList());
        }
    }

    @Test
    void aRecordedRunIsDecidedAgainTheSame() {
        var setup = setup(
                Trades.of(21).bars("renko:0.5%"), KindStrategies.Bricks.class, new KindStrategies.Bricks.P(0.3), 1);
        var result = new Backtest(setup).run();
        assertThat(result.fills()).isNotEmpty();
        assertThat(Backtest.verify(setup, result.log())).isInstanceOf(Verification.Same.class);
    }

    @Test
    void strategyAndSeriesSeeTheBricks() {
        Bars bars = Trades.of(2).bars("renko:0.5%");
        KindStrategies.Seeing.CLOSES.clear();
        run(bars, KindStrategies.Seeing.class, new KindStrategies.Seeing.P());
        for (int i = 0; i < bars.size(); i++) {
            assertThat(KindStrategies.Seeing.CLOSES.get(i))
                    .isEqualTo(COIN.price(bars.seen().closes()[i]));
        }
    }

    @Test
    void whatIsCountedInBarsOfOneLengthIsRefusedInWords() {
        Bars bars = Trades.of(2).bars("tick:20");
        assertThatThrownBy(() -> run(bars, KindStrategies.Patient.class, new KindStrategies.Patient.P()))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("no one length");
        assertThatThrownBy(() -> run(bars, KindStrategies.Longer.class, new KindStrategies.Longer.P()))
                .isInstanceOf(StrategyException.class)
                .hasMessageContaining("over bars of tick:20");
    }

    @Test
    void theHashOfTheDataKnowsTheKindAndWhatWasTraded() {
        Trades trades = Trades.of(4);
        assertThat(DataHash.of(COIN, trades.bars("ha:5m"))).isNotEqualTo(DataHash.of(COIN, trades.bars("5m")));
        assertThat(DataHash.of(COIN, trades.bars("tick:20")))
                .isNotEqualTo(DataHash.of(COIN, trades.bars("ha:tick:20")));
        assertThat(DataHash.of(COIN, trades.bars("tick:20"))).isEqualTo(DataHash.of(COIN, trades.bars("tick:20")));
    }
}
