package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TradeStatisticsTest {
    private static final long MINUTE = 60_000_000_000L;

    private static final List<TradeRow> TRADES = List.of(
            trade(1, true, 30, 3, TradeRow.Exit.TARGET),
            trade(2, true, 10, 1, TradeRow.Exit.SIGNAL),
            trade(3, false, -20, 5, TradeRow.Exit.STOP),
            trade(4, false, 0, 2, TradeRow.Exit.SIGNAL),
            trade(5, true, -5, 4, TradeRow.Exit.STOP));

    @Test
    void figuresOfFiveTradesAreThoseReckonedByHand() {
        TradeStatistics s = TradeStatistics.of(TRADES);
        assertThat(s.number()).isEqualTo(5);
        assertThat(s.wins()).isEqualTo(2);
        assertThat(s.losses()).isEqualTo(2);
        assertThat(s.winRate()).hasValue(0.4);
        assertThat(s.profitFactor()).hasValue(1.6);
        assertThat(s.averageWin()).hasValue(20);
        assertThat(s.averageLoss()).hasValue(-12.5);
        assertThat(s.best()).hasValue(30);
        assertThat(s.worst()).hasValue(-20);
        assertThat(s.expectancy()).hasValue(3);
        assertThat(s.longestWins()).isEqualTo(2);
        assertThat(s.longestLosses()).isEqualTo(1);
        assertThat(s.durationMin()).isEqualTo(MINUTE);
        assertThat(s.durationAverage()).isEqualTo(3 * MINUTE);
        assertThat(s.durationMax()).isEqualTo(5 * MINUTE);
        assertThat(s.exposure(30)).isEqualTo(0.5);
        assertThat(s.turnover()).isEqualTo(2_015);
        assertThat(s.fees()).isEqualTo(5);
        // Risk is 10 a trade: 3, 1, -2, 0 and -0.5 times that.
        assertThat(s.averageMultiple()).hasValue(0.3);
    }

    @Test
    void thePValueIsThatOfStudentsTest() {
        // scipy.stats.ttest_1samp([0.03, 0.01, -0.02, 0, -0.005], 0), SciPy 1.17.1
        assertThat(TradeStatistics.of(TRADES).pValue().orElseThrow()).isCloseTo(0.736248868113583, within(1e-12));
    }

    @Test
    void noTradesHaveNoFigures() {
        TradeStatistics s = TradeStatistics.of(List.of());
        assertThat(s.number()).isZero();
        assertThat(s.winRate()).isEmpty();
        assertThat(s.profitFactor()).isEmpty();
        assertThat(s.best()).isEmpty();
        assertThat(s.pValue()).isEmpty();
        assertThat(s.durationMin()).isZero();
    }

    @Test
    void groupsKeepEveryTrade() {
        assertThat(TradeStatistics.bySide(TRADES).sequencedKeySet()).containsExactly("long", "short");
        assertThat(TradeStatistics.bySide(TRADES).values().stream().mapToInt(TradeStatistics::number))
                .containsExactly(3, 2);
        assertThat(TradeStatistics.byExit(TRADES).sequencedKeySet()).containsExactly("signal", "stop", "target");
        assertThat(TradeStatistics.byStrategy(TRADES).get("even"))
                .isEqualTo(TradeStatistics.of(List.of(TRADES.get(1), TRADES.get(3))));
    }

    private static TradeRow trade(int number, boolean buy, double pnl, int minutes, TradeRow.Exit exit) {
        return new TradeRow(
                number,
                number % 2 == 0 ? "even" : "odd",
                "BTC/USDT:USDT",
                2,
                buy,
                number * 10L * MINUTE,
                100,
                (number * 10L + minutes) * MINUTE,
                101.5,
                2,
                pnl,
                1,
                pnl / 1_000,
                exit,
                "",
                OptionalDouble.of(buy ? 95 : 105),
                OptionalDouble.empty(),
                minutes,
                0.01,
                0.02);
    }
}
