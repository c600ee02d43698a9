package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.risk.Control;
import io.fulmar.risk.RiskLimits;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Instruments that have moved together count as one for risk. Each market opens bar 100 at 1,000 ticks; equity is 10,000. */
class CorrelatedRiskTest {
    private static final int BARS = 104;
    private static final int DECIDES = 99;

    /** Moves by a percent up or down as a coin falls, along with the coin or against it, but for bars at which it throws its own. */
    private static Bars market(int along, double own, long seed) {
        SplittableRandom coin = new SplittableRandom(1);
        SplittableRandom other = new SplittableRandom(seed);
        int[] moves = new int[BARS];
        for (int i = 0; i < BARS; i++) {
            int common = coin.nextBoolean() ? along : -along;
            int alone = other.nextBoolean() ? 1 : -1;
            moves[i] = other.nextDouble() < own ? alone : common;
        }
        Bars bars = new Bars(new Timeframe(DeskScript.MINUTE), BARS);
        long last = 1_000;
        for (int i = 0; i < BARS; i++) {
            long close = i < DECIDES ? Math.max(500, last + 10L * moves[i]) : 1_000;
            bars.append(i * DeskScript.MINUTE, last, Math.max(last, close), Math.min(last, close), close, 1);
            last = close;
        }
        return bars;
    }

    /** Buys 6 of the first market, which is 60 % of equity, and then asks for 50 % in the second; what the journal says of that. */
    private static String second(Bars first, Bars second, String words) {
        return second(first, second, words, RiskLimits.backtest().with(Control.CORRELATED_SHARE, 1_000_000));
    }

    private static String second(Bars first, Bars second, String words, RiskLimits limits) {
        Bench bench = new Bench(limits, false);
        bench.leveragePpm = 3_000_000;
        bench.market(1, first);
        bench.market(2, second);
        bench.seat(0, 0, 1_000_000, Map.of(DECIDES, "buy 6"));
        bench.seat(1, 1, 1_000_000, Map.of(DECIDES + 1, words));
        List<String> lines = DeskScript.lines(bench.run());
        assertThat(lines).startsWith("100: 1 buys 6 market", "100: 1 filled 6 at 1000");
        return lines.get(3);
    }

    private static final String REFUSED = "101: 2 refused EXPOSURE_LIMIT";
    private static final String PASSED = "101: 2 filled 5 at 1000";

    @Test
    void theSameWayInMarketsThatMoveTogetherIsTooMuch() {
        assertThat(second(market(1, 0, 2), market(1, 0.1, 3), "buy 5")).isEqualTo(REFUSED);
    }

    @Test
    void theOtherWayInThemIsNot() {
        assertThat(second(market(1, 0, 2), market(1, 0.1, 3), "sell 5")).isEqualTo(PASSED);
    }

    @Test
    void theOtherWayInMarketsThatMoveAgainstEachOtherIsTooMuch() {
        assertThat(second(market(1, 0, 2), market(-1, 0.1, 3), "sell 5")).isEqualTo(REFUSED);
        assertThat(second(market(1, 0, 2), market(-1, 0.1, 3), "buy 5")).isEqualTo(PASSED);
    }

    @Test
    void marketsThatGoTheirOwnWaysCountEachAlone() {
        assertThat(second(market(1, 0, 2), market(1, 1, 3), "buy 5")).isEqualTo(PASSED);
        assertThat(second(market(1, 0, 2), market(1, 1, 3), "buy 11")).isEqualTo(REFUSED);
    }

    @Test
    void ofAMarketThatIsNewOrStandsStillNothingIsKnownSoItCountsWhateverItsSide() {
        Bars still = new Bars(new Timeframe(DeskScript.MINUTE), BARS);
        for (int i = 0; i < BARS; i++) {
            still.append(i * DeskScript.MINUTE, 1_000, 1_000, 1_000, 1_000, 1);
        }
        assertThat(second(market(1, 0, 2), still, "sell 5")).isEqualTo(REFUSED);
        Bars fresh = new Bars(new Timeframe(DeskScript.MINUTE), BARS);
        for (int i = 60; i < BARS; i++) {
            fresh.append(i * DeskScript.MINUTE, 1_000, 1_000, 1_000, 1_000, 1);
        }
        Bench bench = new Bench(RiskLimits.backtest().with(Control.CORRELATED_SHARE, 1_000_000), false);
        bench.leveragePpm = 3_000_000;
        bench.market(1, market(1, 0, 2));
        bench.market(2, fresh);
        bench.seat(0, 0, 1_000_000, Map.of(DECIDES, "buy 6"));
        bench.seat(1, 1, 1_000_000, Map.of(DECIDES + 1 - 60, "sell 5"));
        assertThat(DeskScript.lines(bench.run())).contains(REFUSED);
    }

    @Test
    void entriesThatWaitCountToo() {
        Bench bench = new Bench(RiskLimits.backtest().with(Control.CORRELATED_SHARE, 1_000_000), false);
        bench.leveragePpm = 3_000_000;
        bench.market(1, market(1, 0, 2));
        bench.market(2, market(1, 0.1, 3));
        bench.seat(0, 0, 1_000_000, Map.of(DECIDES, "buy 6 limit 900"));
        bench.seat(1, 1, 1_000_000, Map.of(DECIDES + 1, "buy 5"));
        assertThat(DeskScript.lines(bench.run())).contains("101: 2 refused EXPOSURE_LIMIT");
    }

    @Test
    void aHedgeDoesNotUseUpTheNetOfTheOtherSide() {
        RiskLimits net = RiskLimits.backtest().with(Control.NET_SHARE, 1_000_000);
        assertThat(second(market(1, 0, 2), market(1, 1, 3), "sell 5", net)).isEqualTo(PASSED);
        assertThat(second(market(1, 0, 2), market(1, 1, 3), "buy 5", net)).isEqualTo(REFUSED);
    }
}
