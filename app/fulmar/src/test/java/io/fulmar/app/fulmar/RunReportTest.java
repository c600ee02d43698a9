package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.ReportInput;
import io.fulmar.research.backtest.TradeRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a finished run tells its report, held against the run itself. */
class RunReportTest {
    private static final String SMA = Playground.example("SmaCross").toString();
    private static final String RSI = Playground.example("RsiMeanReversion").toString();

    @TempDir
    Path folder;

    Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private FinishedRun run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addFirst("backtest");
        all.addAll(List.of("--timeframe", "1m", "--out", play.out().toString()));
        BacktestRequest request = BacktestCommand.read(new CommandLine(Main.commands()).read(all));
        Screen screen = new Screen(Playground.ROOT);
        try (OutputFolder out = OutputFolder.claim(play.out())) {
            return new BacktestRunner(request, screen.terminal, OptionalLong.empty()).run(out);
        }
    }

    @Test
    void cashAndTheSharesOfAllStrategiesAreTheEquityAtEveryBar() {
        String a = play.minutes(1, 4_000).toString();
        String b = play.minutes(2, 4_000).toString();
        FinishedRun run = run(
                SMA,
                RSI,
                SMA,
                "--csv",
                "BTC/USDT=" + a,
                "--csv",
                "ETH/USDT=" + b,
                "--fee-bps",
                "4",
                "--slippage-bps",
                "2");
        assertThat(run.result().fills()).hasSizeGreaterThan(40);
        ReportInput report = RunReport.of(run);
        assertThat(report.shares())
                .extracting(ReportInput.Share::name)
                .containsExactly("SmaCross#1", "RsiMeanReversion", "SmaCross#2");
        for (int bar = 0; bar < report.candles().size(); bar++) {
            double sum = report.equity().cash();
            for (ReportInput.Share share : report.shares()) sum += share.profit()[bar];
            assertThat(sum).as("bar " + bar).isCloseTo(report.equity().net()[bar], within(1e-6));
        }
    }

    @Test
    void fundingAndHedgeModeAreInTheSharesToo() {
        String a = play.minutes(1, 4_000).toString();
        String funding = play.file(
                        "funding.csv",
                        "time,rate\n2024-01-01T08:00Z,0.001\n2024-01-02T08:00Z,-0.002\n2024-01-03T08:00Z,0.003\n")
                .toString();
        FinishedRun run = run(
                SMA,
                RSI,
                "--csv",
                "BTC/USDT:USDT=" + a,
                "--funding",
                "BTC/USDT:USDT=" + funding,
                "--hedge",
                "--leverage",
                "2");
        ReportInput report = RunReport.of(run);
        assertThat(report.plots().names()).contains("sma(20)", "rsi(14)");
        for (int bar = 0; bar < report.candles().size(); bar++) {
            double sum = report.equity().cash();
            for (ReportInput.Share share : report.shares()) sum += share.profit()[bar];
            assertThat(sum).as("bar " + bar).isCloseTo(report.equity().net()[bar], within(1e-6));
        }
    }

    @Test
    void aStrategyAloneHasNoShares() {
        FinishedRun run = run(SMA, "--csv", "BTC/USDT=" + play.minutes(1, 600));
        assertThat(RunReport.of(run).shares()).isEmpty();
    }

    @Test
    void linesAreTheIndicatorsOfTheStrategyAtTheBarsOfTheWindow() {
        FinishedRun run = run(
                SMA,
                "--csv",
                "BTC/USDT=" + play.minutes(1, 3_000),
                "--param",
                "fast=20",
                "--trade-from",
                "2024-01-01T20:00Z");
        ReportInput.Plots plots = RunReport.of(run).plots();
        assertThat(plots.names()).containsExactly("sma(20)", "sma(100)");
        int[] bars = {0, 7, 1_100, 1_799};
        double[][] found = plots.at(bars);
        Bars all = run.market().bars();
        for (int i = 0; i < bars.length; i++) {
            int bar = 1_200 + bars[i];
            double sum = 0;
            for (int back = 0; back < 20; back++)
                sum += run.market().instrument().price(all.closes()[bar - back]);
            assertThat(found[0][i]).as("bar " + bar).isCloseTo(sum / 20, within(1e-6));
        }
    }

    @Test
    void excursionsReachAtLeastFromTheWorseOfEntryAndExitToTheBetter() {
        FinishedRun run = run(SMA, "--csv", "BTC/USDT=" + play.minutes(3, 6_000));
        List<TradeRow> rows = run.trips().stream().map(RoundTrip::row).toList();
        assertThat(rows).hasSizeGreaterThan(10);
        for (TradeRow row : rows) {
            double went = (row.buy() ? 1 : -1) * (row.exitPrice() / row.entryPrice() - 1);
            assertThat(row.favourable()).isGreaterThanOrEqualTo(Math.max(0, went) - 1e-12);
            assertThat(row.adverse()).isGreaterThanOrEqualTo(Math.max(0, -went) - 1e-12);
        }
        RoundTrip first = run.trips().getFirst();
        Bars bars = run.market().bars();
        long lowest = Math.min(first.trade().entryTicks(), first.trade().exitTicks());
        for (int bar = 0; bar < bars.size(); bar++) {
            boolean open = bars.openTime(bar) >= first.trade().entryTime()
                    && bars.openTime(bar) < first.trade().exitTime();
            if (open) lowest = Math.min(lowest, bars.lows()[bar]);
        }
        assertThat(first.excursion().lowestTicks()).isEqualTo(lowest);
    }

    @Test
    void holesAndRefusalsAndLargeFillsSayWhen() {
        StringBuilder csv = new StringBuilder("time,open,high,low,close,volume\n");
        for (int minute = 0; minute < 60; minute++) {
            if (minute == 20 || minute == 21 || minute == 40) continue;
            csv.append("2024-01-01T00:%02dZ,100,101,99,100,50\n".formatted(minute));
        }
        Path file = play.file("holes.csv", csv.toString());
        String buys = play.strategy("Buys", "  public void onBar(Bar bar) { buy(equityPercent(50)); }")
                .toString();
        FinishedRun run = run(buys, "--csv", "BTC/USDT=" + file);
        assertThat(moments(run, "BARS_MISSING"))
                .extracting(ReportInput.Moment::what)
                .containsExactly("2 bars", "1 bar");
        assertThat(moments(run, "REFUSED_IN_POSITION")).hasSize(RunMoments.MOMENTS_MAX);
        // 50 coins of a bar's 50: bought with 5,000 at 100
        assertThat(moments(run, "FILLS_LARGE"))
                .extracting(ReportInput.Moment::what)
                .containsExactly("100 % of the bar's volume");
        assertThat(moments(run, "FILLS_LARGE").getFirst().from())
                .isEqualTo(run.result().fills().getFirst().time());
    }

    private static List<ReportInput.Moment> moments(FinishedRun run, String code) {
        return run.warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .findFirst()
                .orElseThrow()
                .moments();
    }
}
