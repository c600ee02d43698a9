package io.fulmar.app.fulmar;

import io.fulmar.engine.Lines;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.ReportInput;
import io.fulmar.research.backtest.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/** A finished run as the report wants it: the window in which signals counted, in prices and amounts. */
final class RunReport {
    private static final int MONEY_DECIMALS_MAX = 2;
    private static final int LINES_MAX = 8;

    private final FinishedRun run;
    private final int first;
    private final int size;

    private RunReport(FinishedRun run) {
        this.run = run;
        this.first = run.firstBar();
        this.size = run.market().bars().size() - first;
    }

    static ReportInput of(FinishedRun run) {
        RunReport report = new RunReport(run);
        ReportInput.Equity equity = report.equity();
        List<ReportInput.Share> shares = StrategyShares.of(run, report.first, report.size);
        return new ReportInput(
                report.header(),
                new ReportInput.Candles(run.market().instrument(), run.market().bars(), report.first),
                equity,
                shares,
                report.plots(),
                run.rows(),
                report.totals(),
                run.warnings(),
                RunAccount.of(run, report.first, equity, shares));
    }

    private ReportInput.Header header() {
        List<String> names = run.compiled().strategies().stream()
                .map(CompiledStrategies.One::name)
                .toList();
        return new ReportInput.Header(
                String.join(" + ", names),
                names,
                parameters(names),
                String.join(
                        ", ",
                        run.markets().stream()
                                .map(market -> market.instrument().symbol().toString())
                                .toList()),
                run.market().bars().kind().toString(),
                run.currency().code(),
                run.seed(),
                RunJson.hashes(run),
                run.request().reproduce(),
                "fulmar " + Version.number());
    }

    private SequencedMap<String, String> parameters(List<String> names) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        for (Contestants.Seated seat : run.seats()) {
            seat.texts().forEach((key, value) -> all.put(names.size() == 1 ? key : seat.name() + "." + key, value));
        }
        return all;
    }

    /** What the strategies in the first market asked for. */
    private ReportInput.Plots plots() {
        List<Integer> seats = new ArrayList<>();
        for (int seat = 0; seat < run.seats().size(); seat++) {
            if (run.seats().get(seat).contestant().market() == 0) seats.add(seat);
        }
        Lines lines = Lines.of(run.result().desk(), seats, LINES_MAX);
        return new ReportInput.Plots() {
            @Override
            public List<String> names() {
                return lines.names();
            }

            @Override
            public double[][] at(int[] bars) {
                int[] all = new int[bars.length];
                for (int i = 0; i < bars.length; i++) all[i] = first + bars[i];
                return lines.at(all);
            }
        };
    }

    /** Equity at the closes of the first market's bars; other markets may have closes between them. */
    private ReportInput.Equity equity() {
        BacktestResult result = run.result();
        double unit = run.currency().unitsPerOne();
        double[] net = new double[size];
        double[] gross = new double[size];
        Times bars = Times.ofCloses(run.market().bars(), first);
        Times steps = Times.of(result.closeTimes());
        long[] equity = result.equity();
        long[] before = result.grossEquity();
        int step = 0;
        for (int i = 0; i < size; i++) {
            step = steps.after(bars.of(i), step + 1) - 1;
            net[i] = equity[step] / unit;
            gross[i] = before[step] / unit;
        }
        return new ReportInput.Equity(
                result.cash() / unit,
                net,
                gross,
                Math.min(MONEY_DECIMALS_MAX, run.currency().digits()));
    }

    private ReportInput.Totals totals() {
        return new ReportInput.Totals(
                run.result().fills().size(),
                run.money(run.result().fees()).doubleValue(),
                run.costs(),
                run.result().openTrades(),
                OptionalDouble.empty(),
                run.firstDay(),
                run.dailyReturns(),
                run.request().result().periods(),
                run.metrics());
    }
}
