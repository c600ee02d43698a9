package io.fulmar.research.backtest;

import java.util.List;

/** Chart 11: from profit before costs to what was left, step by step, and how well fills were made. Needs no script. */
final class ReportCosts {
    private final ReportInput input;
    private final ReportAccount account;
    private final Html page;
    private final int money;

    ReportCosts(ReportInput input, Html page) {
        this.input = input;
        this.account = input.account();
        this.page = page;
        this.money = input.equity().moneyDecimals();
    }

    private record Step(String name, double amount, String words) {}

    void write() {
        if (!account.known()) {
            return;
        }
        page.raw("<section id=costs><h2>From gross to net</h2>\n");
        waterfall();
        parts();
        fills();
        page.raw("</section>\n");
    }

    private void waterfall() {
        Costs total = account.attribution().total();
        boolean book = account.attribution().spreadKnown();
        List<Step> steps = List.of(
                new Step("Fees", -account.amount(total.fees()), "makers', takers' and liquidation fees, less rebates"),
                new Step(
                        "Spread",
                        -account.amount(total.spread()),
                        book ? "from the middle to the touch" : "not known without quotes or books"),
                new Step(
                        "Slippage",
                        -account.amount(total.slippage()),
                        book ? "beyond the touch, as far as size took it" : "against the bar's price"),
                new Step("Impact", -account.amount(total.impact()), "what the rules added for our own size"),
                new Step("Funding", account.amount(total.funding()), "received less paid"),
                new Step("Covered", account.amount(total.covered()), "losses of liquidations that the venue bore"));
        double gross = account.amount(total.gross());
        double low = Math.min(0, gross);
        double high = Math.max(0, gross);
        double at = gross;
        for (Step step : steps) {
            at += step.amount;
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        page.raw(
                "<table class=\"falls list\"><caption class=hidden>Profit before costs, each cost, and what is left, in ");
        page.text(input.header().currency())
                .raw("</caption><thead><tr><th scope=col>Step<th scope=col><span class=hidden>Bar");
        page.raw("</span><th scope=col class=n>").text(input.header().currency());
        page.raw("<th scope=col class=aside>What it is</thead><tbody>\n");
        fall("Gross", 0, gross, low, high, "profit of the same fills without any cost");
        at = gross;
        for (Step step : steps) {
            if (step.amount != 0 || !step.name.equals("Covered")) {
                fall(step.name, at, at + step.amount, low, high, step.words);
            }
            at += step.amount;
        }
        fall("Net", 0, account.amount(total.net()), low, high, "what the account made");
        page.raw(
                "</table>\n<p class=note>Gross is not what a run without costs would have made: that one would have sized and");
        page.raw(" filled otherwise. The steps add up to the last digit; run.json has them in full.");
        if (!book) {
            page.raw(" Bars and trades do not show the spread: half of it belongs into <code>--slippage-bps</code>.");
        }
        page.raw("</p>\n");
    }

    /** A bar from one amount to another on a scale of all amounts. */
    private void fall(String name, double from, double to, double low, double high, String words) {
        boolean whole = name.equals("Gross") || name.equals("Net");
        page.raw("<tr")
                .raw(whole ? " class=whole" : "")
                .raw("><th scope=row>")
                .raw(name)
                .raw("<td class=way>");
        bar(
                page,
                whole ? to : to - from,
                (Math.min(from, to) - low) / (high - low),
                (Math.max(from, to) - low) / (high - low));
        page.raw("<td class=n>");
        amount(whole ? to : to - from);
        page.raw("<td class=aside>").raw(words).raw('\n');
    }

    /** A piece of a line, from one share of its width to another. */
    static void bar(Html page, double value, double from, double to) {
        if (!(to > from)) {
            return;
        }
        page.raw("<i class=")
                .raw(Html.tone(value))
                .raw(" style=\"left:")
                .plain(from * 100, 2)
                .raw("%;width:");
        page.plain(Math.max(0.3, (to - from) * 100), 2).raw("%\"></i>");
    }

    private void amount(double amount) {
        page.raw("<span class=")
                .raw(Html.tone(amount))
                .raw('>')
                .grouped(amount, money)
                .raw("</span>");
    }

    private void parts() {
        List<Attribution.Part> parts = account.attribution().parts();
        if (parts.isEmpty()) {
            page.raw("<p class=note>Nothing was traded, so nothing was paid.</p>\n");
            return;
        }
        page.raw(
                "<h3>By strategy and market</h3>\n<div class=scroll><table class=wide><caption class=hidden>Profit and costs by");
        page.raw(" strategy and market</caption><thead><tr><th scope=col>Strategy<th scope=col>Market");
        for (String head : List.of("Fills", "Gross", "Fees", "Spread", "Slippage", "Impact", "Funding", "Net")) {
            page.raw("<th scope=col class=n>").raw(head);
        }
        page.raw("</thead><tbody>\n");
        for (Attribution.Part part : parts) {
            page.raw("<tr><th scope=row>")
                    .text(part.strategy())
                    .raw("<td>")
                    .text(part.symbol())
                    .raw("<td class=n>");
            page.count(part.fills());
            cells(part.costs());
        }
        if (parts.size() > 1) {
            page.raw("<tr class=whole><th scope=row>all<td><td class=n>");
            page.count(parts.stream().mapToInt(Attribution.Part::fills).sum());
            cells(account.attribution().total());
        }
        page.raw("</table></div>\n");
    }

    private void cells(Costs costs) {
        for (long cost : new long[] {
            costs.gross(),
            costs.fees(),
            costs.spread(),
            costs.slippage(),
            costs.impact(),
            costs.funding() + costs.covered()
        }) {
            page.raw("<td class=n>").grouped(account.amount(cost), money);
        }
        page.raw("<td class=n>");
        amount(account.amount(costs.net()));
        page.raw('\n');
    }

    private void fills() {
        FillQuality fills = account.fills();
        if (fills.bySize().isEmpty()) {
            return;
        }
        page.raw("<h3>Fills</h3>\n<div class=two>\n");
        groups(
                fills.bySize(),
                "size",
                "Each group has as many fills, from small to large; costs in basis points of" + " what was traded.");
        if (!fills.bySpread().isEmpty()) {
            groups(
                    fills.bySpread(),
                    "spread in bp",
                    "The same by the spread quoted at that moment. A cost below zero was" + " earned by making.");
        }
        page.raw("</div>\n");
    }

    private void groups(List<FillQuality.Group> groups, String what, String words) {
        double most = 1e-9;
        double least = 0;
        for (FillQuality.Group group : groups) {
            most = Math.max(most, group.paid());
            least = Math.min(least, group.paid());
        }
        page.raw("<figure><div class=scroll><table class=falls><caption class=hidden>Cost of fills by ")
                .raw(what);
        page.raw("</caption><thead><tr><th scope=col>By ")
                .raw(what)
                .raw("<th scope=col class=n>Fills<th scope=col class=n>");
        page.raw(
                "Spread<th scope=col class=n>Slippage<th scope=col class=n>Impact<th scope=col class=n>Together<th scope=col>");
        page.raw("<span class=hidden>Bar</span></thead><tbody>\n");
        double span = most - least;
        for (FillQuality.Group group : groups) {
            page.raw("<tr><th scope=row class=n>")
                    .raw(ReportAnalysis.compact(group.low()))
                    .raw(" to ");
            page.raw(ReportAnalysis.compact(group.high()));
            page.raw("<td class=n>").count(group.fills()).raw("<td class=n>").grouped(group.spread(), 2);
            page.raw("<td class=n>")
                    .grouped(group.slippage(), 2)
                    .raw("<td class=n>")
                    .grouped(group.impact(), 2);
            page.raw("<td class=n>").grouped(group.paid(), 2).raw("<td class=way>");
            bar(
                    page,
                    -group.paid(),
                    (Math.min(0, group.paid()) - least) / span,
                    (Math.max(0, group.paid()) - least) / span);
            page.raw('\n');
        }
        page.raw("</table></div><figcaption>").raw(words).raw("</figcaption></figure>\n");
    }
}
