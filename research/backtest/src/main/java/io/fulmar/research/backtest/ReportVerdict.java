package io.fulmar.research.backtest;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The top of a report: what was run, whether to believe it, and the figures one asks for first. */
final class ReportVerdict {
    private final ReportInput input;
    private final ReportFigures figures;
    private final Html page;

    ReportVerdict(ReportInput input, ReportFigures figures, Html page) {
        this.input = input;
        this.figures = figures;
        this.page = page;
    }

    void write() {
        head();
        banner();
        summary();
        tiles();
        warnings();
    }

    private void head() {
        ReportInput.Header header = input.header();
        ReportInput.Candles bars = input.candles();
        page.raw("<header class=top><div><p class=kind>Backtest report</p><h1>").text(header.title());
        page.raw("</h1><p class=facts><span>")
                .text(header.symbol())
                .raw("</span><span>")
                .text(header.timeframe());
        page.raw(" bars</span><span>").time(bars.openTime(0)).raw(" to ").time(bars.closeTime(bars.size() - 1));
        page.raw(" UTC</span><span>").grouped(bars.size(), 0).raw(" bars</span><span>cash ");
        page.grouped(input.equity().cash(), decimals()).raw("&nbsp;").text(header.currency());
        page.raw(
                "</span></p></div><button type=button id=theme class=js aria-label=\"Switch between light and dark\">");
        page.raw("<svg viewBox=\"0 0 20 20\" width=18 height=18 aria-hidden=true><circle cx=10 cy=10 r=7 fill=none");
        page.raw(" stroke=currentColor stroke-width=1.5 /><path d=\"M10 3a7 7 0 0 1 0 14z\" fill=currentColor />");
        page.raw("</svg></button></header>\n");
    }

    private void banner() {
        for (ReportInput.Warning warning : input.warnings()) {
            if (!warning.code().equals("LOOK_AHEAD")) continue;
            page.raw(
                    "<p class=\"banner alarm\" role=alert><strong>It knows the future.</strong> Run again on data that end");
            page.raw(
                    " at one of its decisions, this strategy decides otherwise. No figure on this page can be believed:");
            page.raw(" <code>fulmar lookahead</code> shows where.</p>\n");
        }
        if (!input.totals().costs()) {
            page.raw(
                    "<p class=banner role=note><strong>Costs nothing.</strong> This run charged no fees and no slippage,");
            page.raw(
                    " so live results will be worse. Add <code>--fee-bps</code> and <code>--slippage-bps</code>.</p>\n");
        }
    }

    /** The result in words, buy and hold beside it. */
    private void summary() {
        double difference = figures.netReturn() - figures.holdReturn();
        page.raw("<p class=summary>In ").span(figures.span()).raw(" the strategy returned <b class=");
        page.raw(Html.tone(figures.netReturn())).raw('>').signed(figures.netReturn(), 2);
        page.raw("</b>; buying and holding ").text(input.header().symbol()).raw(" returned <b class=");
        page.raw(Html.tone(figures.holdReturn()))
                .raw('>')
                .signed(figures.holdReturn(), 2)
                .raw("</b>, ");
        page.plain(Math.abs(difference) * 100, 2)
                .raw(" points ")
                .raw(difference < 0 ? "more" : "less")
                .raw(". ");
        metric("probabilisticSharpeRatio")
                .ifPresent(probability -> page.raw("That its true Sharpe ratio is above zero")
                        .raw(" has a probability of <b>")
                        .percent(probability, 1)
                        .raw("</b>, if these were the only settings tried."));
        page.raw("</p>\n");
    }

    private void tiles() {
        OptionalDouble hold = OptionalDouble.of(figures.holdReturn());
        page.raw("<section class=verdict aria-label=\"Result in figures\">\n");
        tile("Net return", OptionalDouble.of(figures.netReturn()), true, "netReturn", hold);
        tile("CAGR", figures.cagr(), true, "cagr", figures.hold().value("cagr"));
        tile("Sharpe", metric("sharpe"), false, "sharpe", figures.hold().value("sharpe"));
        tile("Sortino", metric("sortino"), false, "sortino", figures.hold().value("sortino"));
        tile("Calmar", metric("calmar"), false, "calmar", figures.hold().value("calmar"));
        tile("Max drawdown", OptionalDouble.of(figures.maxDrawdown()), true, "maxDrawdown", figures.holdDrawdown());
        TradeStatistics trades = figures.trades();
        open("Trades").grouped(trades.number(), 0).raw("</dd><dd class=aside>");
        page.percent(trades.winRate(), 1)
                .raw(" won")
                .raw("</dd><dd class=aside>")
                .grouped(input.totals().fills(), 0);
        page.raw(" fills, ").whole(input.totals().openTrades()).raw(" open</dd></dl>\n");
        open("Profit factor").grouped(trades.profitFactor(), 2).raw("</dd><dd class=aside>p-value of the mean ");
        page.grouped(trades.pValue(), 3).raw("</dd></dl>\n");
        open("Exposure").percent(figures.exposure(), 1).raw("</dd><dd class=aside>of bars in a trade</dd></dl>\n");
        open("Turnover")
                .grouped(figures.turnover(), 1)
                .raw("&nbsp;&times;</dd><dd class=aside>average equity</dd></dl>\n");
        costs();
        open("Probabilistic Sharpe").percent(metric("probabilisticSharpeRatio"), 1);
        page.raw("</dd><dd class=aside>chance it is above 0</dd></dl>\n</section>\n");
        page.raw("<p class=note>Small figures: the range that holds 95&nbsp;% of ")
                .grouped(Bootstrap.DRAWS, 0);
        page.raw(
                " redrawings of the run&rsquo;s days in blocks, and the same figure for buy and hold. Ratios are of daily");
        page.raw(" returns at 00:00 UTC, ")
                .trimmed(input.totals().periods(), 4)
                .raw(" a year, risk-free rate 0.</p>\n");
    }

    /** Everything that was paid, where it is known; else the fees. */
    private void costs() {
        ReportAccount account = input.account();
        Costs total = account.attribution().total();
        double paid = account.known()
                ? account.amount(total.paid() - total.funding())
                : input.totals().fees();
        double gross = account.known() ? account.amount(total.gross()) : Double.NaN;
        OptionalDouble share = !account.known()
                ? figures.feesShare()
                : gross > 0 ? OptionalDouble.of(paid / gross) : OptionalDouble.empty();
        open(account.known() ? "Costs" : "Fees").grouped(paid, decimals()).raw("</dd><dd class=aside>");
        if (account.known()) {
            page.raw("fees ").grouped(input.totals().fees(), decimals()).raw("</dd><dd class=aside>");
        }
        if (share.isPresent()) {
            page.percent(share, 1).raw(" of gross profit</dd></dl>\n");
        } else {
            page.raw("no gross profit to pay them</dd></dl>\n");
        }
    }

    private Html open(String name) {
        return page.raw("<dl><dt>").raw(name).raw("</dt><dd class=value>");
    }

    private void tile(String name, OptionalDouble value, boolean percent, String interval, OptionalDouble hold) {
        open(name);
        figure(value, percent);
        page.raw("</dd>");
        Bootstrap.Interval range = figures.intervals().get(interval);
        if (range != null) {
            page.raw("<dd class=aside><abbr title=\"95 % of redrawn runs\">95&nbsp;%</abbr> ");
            bound(range.low(), percent);
            page.raw(" to ");
            bound(range.high(), percent);
            page.raw("</dd>");
        }
        page.raw("<dd class=aside>hold ");
        figure(hold, percent);
        page.raw("</dd></dl>\n");
    }

    private void figure(OptionalDouble value, boolean percent) {
        if (percent) {
            page.percent(value, 2);
        } else {
            page.grouped(value, 2);
        }
    }

    private void bound(double value, boolean percent) {
        if (!Double.isFinite(value)) {
            page.raw("open");
        } else if (percent) {
            page.grouped(value * 100, Math.abs(value) < 0.995 ? 1 : 0);
        } else {
            page.grouped(value, Math.abs(value) < 99.5 ? 2 : 0);
        }
    }

    private void warnings() {
        page.raw("<section id=warnings><h2>Warnings</h2>\n");
        if (input.warnings().isEmpty()) {
            page.raw("<p class=note>None: no gaps, refusals or other doubts were recorded.</p></section>\n");
            return;
        }
        page.raw("<table class=list><caption class=hidden>Warnings of this run</caption><thead><tr><th scope=col>Code");
        page.raw("<th scope=col class=n>Count<th scope=col>Meaning</thead><tbody>\n");
        for (ReportInput.Warning warning : input.warnings()) {
            page.raw("<tr><th scope=row><code>").text(warning.code()).raw("</code><td class=n>");
            page.count(warning.count()).raw("<td>").text(warning.sentence());
            moments(warning.moments());
            page.raw('\n');
        }
        page.raw("</table></section>\n");
    }

    /** Where to look: the script makes each show its time in the charts. */
    private void moments(List<ReportInput.Moment> moments) {
        if (moments.isEmpty()) {
            return;
        }
        page.raw("<details><summary>").whole(moments.size()).raw(moments.size() == 1 ? " moment" : " moments");
        page.raw("</summary><ul class=moments>");
        for (ReportInput.Moment moment : moments) {
            page.raw("<li data-from=").whole(moment.from() / 1_000_000).raw(" data-to=");
            page.whole(moment.to() / 1_000_000)
                    .raw('>')
                    .time(moment.from())
                    .raw(" UTC: ")
                    .text(moment.what());
        }
        page.raw("</ul></details>");
    }

    /** What is needed to get this report again. */
    void origin() {
        ReportInput.Header header = input.header();
        page.raw("<section id=origin><h2>Where this comes from</h2>\n<p class=reproduce><b>reproduce:</b> <code>");
        page.text(header.reproduce())
                .raw("</code></p>\n<table class=list><caption class=hidden>Settings and fingerprints");
        page.raw("</caption><tbody>\n");
        row("Strategy", String.join(", ", header.strategies()));
        header.parameters().forEach((name, value) -> row("Parameter " + name, value));
        header.seed().ifPresent(seed -> row("Seed", Long.toString(seed)));
        for (Map.Entry<String, String> hash : header.hashes().entrySet()) {
            page.raw("<tr><th scope=row>")
                    .text(hash.getKey())
                    .raw("<td><code>")
                    .text(hash.getValue())
                    .raw("</code>\n");
        }
        row("Made by", header.generatedBy());
        page.raw("</table></section>\n");
    }

    private void row(String name, String value) {
        page.raw("<tr><th scope=row>").text(name).raw("<td>").text(value).raw('\n');
    }

    private OptionalDouble metric(String name) {
        return input.totals().metrics().value(name);
    }

    private int decimals() {
        return input.equity().moneyDecimals();
    }
}
