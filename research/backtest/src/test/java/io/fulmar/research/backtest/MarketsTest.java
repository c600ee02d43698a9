package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.bus.Log;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.Verification;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.risk.RiskLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One strategy that trades in two markets. */
class MarketsTest {
    private static final int SEEDS = 600;
    private static final int BARS = 30;
    private static final long WHOLE = 1_000_000;
    private static final long MINUTE = DeskScript.MINUTE;

    private static Bars still(long price, int... minutes) {
        Bars bars = new Bars(new Timeframe(MINUTE), minutes.length);
        for (int minute : minutes) {
            bars.append(minute * MINUTE, price, price, price, price, 1);
        }
        return bars;
    }

    private static Bench bench(Bars here, Bars there, Map<Integer, String> words) {
        Bench bench = new Bench(RiskLimits.backtest(), false);
        bench.market(1, here);
        bench.market(2, there);
        bench.seat(0, 0, WHOLE, words);
        return bench;
    }

    @Test
    void bothLegsOfAPairAreSentAtOneCloseAndLeftAtAnother() {
        Bench bench = bench(
                still(100, 0, 1, 2, 3),
                still(50, 0, 1, 2, 3),
                Map.of(0, "buy 50% ; there sell 50%", 2, "exit ; there exit"));
        assertThat(DeskScript.lines(bench.run()))
                .containsExactly(
                        "1: 1 buys 50 market",
                        "1: 2 sells 100 market",
                        "1: 1 filled 50 at 100",
                        "1: 2 filled 100 at 50",
                        "3: 3 sells 50 market signal",
                        "3: 4 buys 100 market signal",
                        "3: 3 filled 50 at 100",
                        "3: 4 filled 100 at 50");
        assertThat(bench.trades).extracting(Trade::instrument).containsExactly(1L, 2L);
    }

    @Test
    void anOrderInTheOtherMarketWaitsForItsNextBarAndAnAskedStrategyNeedsNoBarThere() {
        Bench bench = bench(still(100, 0, 1, 2, 3, 4, 5), still(50, 0, 4, 5), Map.of(1, "there buy 10", 3, "buy 10"));
        assertThat(DeskScript.lines(bench.run()))
                .containsExactly(
                        "2: 1 buys 10 market", "4: 2 buys 10 market", "4: 2 filled 10 at 100", "4: 1 filled 10 at 50");
    }

    @Test
    void theStrategyWaitsForTheFirstBarOfEachOfItsMarkets() {
        Bench bench = bench(still(100, 0, 1, 2, 3), still(50, 2, 3), Map.of(0, "there buy 10"));
        assertThat(DeskScript.lines(bench.run()))
                .as("its first bar is the one that closes at 3")
                .containsExactly("3: 1 buys 10 market", "3: 1 filled 10 at 50");
    }

    @Test
    void aBracketThereIsInTheTicksAndAtTheTouchesOfThatMarket() {
        Bars there = still(50, 0, 1);
        there.append(2 * MINUTE, 50, 51, 44, 46, 1);
        there.append(3 * MINUTE, 46, 46, 46, 46, 1);
        Bench bench = bench(still(100, 0, 1, 2, 3), there, Map.of(0, "there buy 10 stop 5 target 8"));
        assertThat(DeskScript.lines(bench.run()))
                .containsSubsequence("1: 1 filled 10 at 50", "2: 2 filled 10 at 45", "2: 3 cancelled: asked");
    }

    @Test
    void aMarketThatIsNotInTheRunIsAnErrorThatNamesThoseThatAre() {
        Bench bench = new Bench(RiskLimits.backtest(), false);
        bench.market(1, still(100, 0, 1));
        bench.seat(0, 0, WHOLE, Map.of(0, "there buy 1"));
        assertThatThrownBy(bench::run)
                .hasMessageContaining(
                        "names the market Y/USDT:USDT, which is not in this run; there are [X/USDT:USDT]");
    }

    @Test
    void aStrategyCannotNameItsOwnMarketAsAnother() {
        Bench bench = new Bench(RiskLimits.backtest(), false);
        bench.market(1, still(100, 0, 1));
        bench.market(2, still(50, 0, 1));
        bench.seat(1, 0, WHOLE, Map.of(0, "there buy 1"));
        assertThatThrownBy(bench::run).hasMessageContaining("names Y/USDT:USDT as another market, but sits in it");
    }

    @Test
    void marketsOfOneStrategyHaveBarsOfOneLength() {
        Bars there = new Bars(new Timeframe(2 * MINUTE), 1);
        there.append(0, 50, 50, 50, 50, 1);
        Bench bench = bench(still(100, 0, 1), there, Map.of(0, "there buy 1"));
        assertThatThrownBy(bench::run).hasMessageContaining("has bars of 2m and is asked for beside bars of 1m");
    }

    // ---- properties ----

    private static Bars walk(SplittableRandom random) {
        Bars bars = new Bars(new Timeframe(MINUTE), BARS);
        long last = 100;
        for (int i = 0; i < BARS; i++) {
            long open = Math.max(20, last + random.nextInt(-3, 4));
            long close = Math.max(20, open + random.nextInt(-6, 7));
            bars.append(
                    i * MINUTE,
                    open,
                    Math.max(open, close) + random.nextInt(4),
                    Math.min(open, close) - random.nextInt(4),
                    close,
                    1);
            last = close;
        }
        return bars;
    }

    private static Map<Integer, String> script(SplittableRandom random) {
        Map<Integer, String> words = new HashMap<>();
        for (int bar = 0; bar < BARS; bar += random.nextInt(1, 5)) {
            String side = random.nextBoolean() ? "buy " : "sell ";
            String size = random.nextBoolean() ? random.nextInt(1, 90) + "%" : Integer.toString(random.nextInt(1, 90));
            String kind = random.nextInt(3) == 0 ? " limit " + random.nextInt(90, 110) : "";
            String bracket = (random.nextBoolean() ? " stop " + random.nextInt(1, 12) : "")
                    + (random.nextBoolean() ? " target " + random.nextInt(1, 12) : "");
            words.put(bar, random.nextInt(3) == 0 ? "withdraw ; exit" : side + size + kind + bracket);
        }
        return words;
    }

    /** Both scripts in one mouth. */
    private static Map<Integer, String> together(Map<Integer, String> here, Map<Integer, String> there) {
        Map<Integer, String> words = new HashMap<>(here);
        there.forEach((bar, said) ->
                words.merge(bar, "there " + said.replace("; ", "; there "), (one, other) -> one + " ; " + other));
        return words;
    }

    @Test
    void oneStrategyInTwoMarketsDoesWhatTwoStrategiesDoInOneEach() {
        int fills = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Bars x = walk(random);
            Bars y = walk(random);
            Map<Integer, String> here = script(random);
            Map<Integer, String> there = script(random);
            Bench one = bench(x, y, together(here, there));
            Bench two = bench(x, y, here);
            two.seat(1, 0, WHOLE, there);
            Log log = one.run();
            assertThat(DeskScript.lines(log)).as("seed %s", seed).isEqualTo(DeskScript.lines(two.run()));
            assertThat(one.desk().equity())
                    .as("seed %s", seed)
                    .isEqualTo(two.desk().equity());
            assertThat(one.verify(log)).as("seed %s", seed).isInstanceOf(Verification.Same.class);
            fills += one.trades.size();
        }
        assertThat(fills).isGreaterThan(3 * SEEDS);
    }
}
