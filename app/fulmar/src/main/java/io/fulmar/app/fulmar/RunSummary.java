package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.backtest.ReportInput;
import io.fulmar.research.backtest.TradeStatistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a person wants to read first about a finished run, on one screen. */
final class RunSummary {
    private static final int LABEL = 16;
    private static final int FIGURE = 14;

    private RunSummary() {}

    static String of(FinishedRun run, Path folder, Terminal terminal) {
        Bars bars = run.market().bars();
        int first = run.firstBar();
        double hold = (double) bars.closes()[bars.size() - 1] / bars.opens()[first] - 1;
        TradeStatistics trades = TradeStatistics.of(run.rows());
        List<String> lines = new ArrayList<>();
        String names = String.join(
                " + ",
                run.compiled().strategies().stream()
                        .map(CompiledStrategies.One::name)
                        .toList());
        lines.add(terminal.bold(names + " on " + symbols(run) + ", "
                + whole(run.result().closeTimes().length) + " bars of " + bars.timeframe()));
        lines.add(date(bars.openTime(first)) + " to " + date(bars.closeTime(bars.size() - 1)));
        lines.add("");
        lines.add(row("net return", percent(run.result().netReturn()), "buy and hold " + percent(hold)));
        lines.add(row("max drawdown", percent(run.result().maxDrawdown()), ""));
        lines.add(row(
                "sharpe",
                number(run.metrics().value("sharpe")),
                "sortino " + number(run.metrics().value("sortino"))));
        String won = trades.winRate().isPresent() ? percent(trades.winRate().getAsDouble()) + " won" : "";
        lines.add(row("trades", whole(trades.number()), won + open(run)));
        lines.add(row("profit factor", number(trades.profitFactor()), ""));
        lines.add(row("fees", amount(run), run.currency().code()));
        lines.add("");
        for (ReportInput.Warning warning : run.warnings()) {
            lines.add("  " + warning.code() + (warning.count() > 1 ? " x " + whole(warning.count()) : "") + ": "
                    + warning.sentence());
        }
        lines.add("");
        lines.add("report  " + folder.resolve("report.html"));
        lines.add("hash    " + run.result().hashes().run());
        return String.join("\n", lines);
    }

    private static String symbols(FinishedRun run) {
        return String.join(
                ", ",
                run.markets().stream()
                        .map(market -> market.instrument().symbol().toString())
                        .toList());
    }

    private static String open(FinishedRun run) {
        int open = run.result().openTrades();
        return open == 0 ? "" : ", " + open + " still open";
    }

    private static String amount(FinishedRun run) {
        return run.money(run.result().fees())
                .toBigDecimal()
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String row(String label, String figure, String more) {
        String left = "  " + label + " ".repeat(Math.max(1, LABEL - label.length()));
        String right = " ".repeat(Math.max(0, FIGURE - figure.length())) + figure;
        return (left + right + (more.isEmpty() ? "" : "   " + more)).stripTrailing();
    }

    private static String percent(double fraction) {
        return Double.isFinite(fraction)
                ? BigDecimal.valueOf(fraction)
                                .movePointRight(2)
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .toPlainString() + " %"
                : "-";
    }

    private static String number(OptionalDouble number) {
        return number.isPresent()
                ? BigDecimal.valueOf(number.getAsDouble())
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : "-";
    }

    private static String date(long nanos) {
        return IsoTime.of(nanos).replace("T", " ").replace(":00Z", " UTC");
    }

    /** With a comma every three digits. */
    private static String whole(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int at = text.length() - 3; at > 0; at -= 3) text.insert(at, ',');
        return text.toString();
    }
}
