package io.fulmar.research.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/** Statistics of the trades side by side, and the list of all of them. */
final class ReportTrades {
    private final ReportInput input;
    private final Html page;
    private final int money;

    ReportTrades(ReportInput input, Html page) {
        this.input = input;
        this.page = page;
        this.money = input.equity().moneyDecimals();
    }

    /** One row a figure, one column a group of trades. */
    void statistics(TradeStatistics all) {
        List<TradeRow> trades = input.trades();
        SequencedMap<String, TradeStatistics> groups = new LinkedHashMap<>();
        groups.put("all", all);
        groups.putAll(TradeStatistics.bySide(trades));
        TradeStatistics.byExit(trades).forEach((exit, group) -> groups.put("by " + exit, group));
        SequencedMap<String, TradeStatistics> strategies = TradeStatistics.byStrategy(trades);
        if (strategies.size() > 1) {
            groups.putAll(strategies);
        }
        page.raw("<div class=scroll><table class=wide><caption class=hidden>Trades by side, by what ended them and by");
        page.raw(" strategy</caption><thead><tr><th scope=col>");
        groups.keySet().forEach(name -> page.raw("<th scope=col class=n>").text(name));
        page.raw("</thead><tbody>\n");
        counts(groups);
        amounts(groups);
        lengths(groups);
        page.raw("</table></div>\n");
    }

    private void counts(Map<String, TradeStatistics> groups) {
        row("Trades", groups, (html, s) -> html.grouped(s.number(), 0));
        row("Wins", groups, (html, s) -> html.grouped(s.wins(), 0));
        row("Losses", groups, (html, s) -> html.grouped(s.losses(), 0));
        row("Win rate", groups, (html, s) -> html.percent(s.winRate(), 1));
        row("Profit factor", groups, (html, s) -> html.grouped(s.profitFactor(), 2));
    }

    private void amounts(Map<String, TradeStatistics> groups) {
        row("Profit after fees", groups, (html, s) -> amount(html, OptionalDouble.of(s.pnl())));
        row("Expectancy", groups, (html, s) -> amount(html, s.expectancy()));
        row("Average return", groups, (html, s) -> html.percent(s.averageReturn(), 3));
        row("p-value of the mean", groups, (html, s) -> html.probability(s.pValue()));
        row("Average win", groups, (html, s) -> html.grouped(s.averageWin(), money));
        row("Average loss", groups, (html, s) -> html.grouped(s.averageLoss(), money));
        row("Best", groups, (html, s) -> html.grouped(s.best(), money));
        row("Worst", groups, (html, s) -> html.grouped(s.worst(), money));
        row("Average R", groups, (html, s) -> html.grouped(s.averageMultiple(), 2));
        row("Fees", groups, (html, s) -> html.grouped(s.fees(), money));
    }

    private void lengths(Map<String, TradeStatistics> groups) {
        row("Wins in a row", groups, (html, s) -> html.grouped(s.longestWins(), 0));
        row("Losses in a row", groups, (html, s) -> html.grouped(s.longestLosses(), 0));
        row("Shortest", groups, (html, s) -> length(html, s, s.durationMin()));
        row("Average length", groups, (html, s) -> length(html, s, s.durationAverage()));
        row("Longest", groups, (html, s) -> length(html, s, s.durationMax()));
        row(
                "Exposure",
                groups,
                (html, s) -> html.percent(s.exposure(input.candles().size()), 1));
    }

    private void row(String name, Map<String, TradeStatistics> groups, BiConsumer<Html, TradeStatistics> cell) {
        page.raw("<tr><th scope=row>").raw(name);
        for (TradeStatistics group : groups.values()) {
            page.raw("<td class=n>");
            cell.accept(page, group);
        }
        page.raw('\n');
    }

    private void amount(Html html, OptionalDouble value) {
        if (value.isPresent()) {
            html.raw("<span class=").raw(Html.tone(value.getAsDouble())).raw('>');
            html.grouped(value.getAsDouble(), money).raw("</span>");
        } else {
            html.raw(Html.NONE);
        }
    }

    private static void length(Html html, TradeStatistics group, long nanos) {
        if (group.number() == 0) {
            html.raw(Html.NONE);
        } else {
            html.duration(nanos);
        }
    }

    /**
     * Every trade, in a noscript element: without scripts a plain table, with them text that costs the browser nothing
     * and from which the script builds its sortable pages. Column order is known to report-trades.js.
     */
    void list() {
        page.raw(
                "<section id=trades><h2>Trades</h2>\n<div id=trade-view></div>\n<noscript id=trade-rows><div class=scroll>");
        page.raw(
                "<table class=wide><caption class=hidden>All trades</caption><thead><tr><th>#<th>Strategy<th>Side<th>");
        page.raw("Entry<th>Price<th>Exit<th>Price<th>Quantity<th>PnL<th>Fees<th>Return %<th>R<th>Bars<th>Ended by<th>");
        page.raw("Why<th>Stop<th>Target</thead><tbody>\n");
        int price = input.candles().priceDecimals();
        for (TradeRow trade : input.trades()) {
            page.raw("<tr><td>").whole(trade.number()).raw("<td>").text(trade.strategy());
            page.raw("<td>").raw(trade.side()).raw("<td>").time(trade.entryTime());
            page.raw("<td>").plain(trade.entryPrice(), price).raw("<td>").time(trade.exitTime());
            page.raw("<td>").plain(trade.exitPrice(), price).raw("<td>").trimmed(trade.quantity(), 8);
            page.raw("<td>").trimmed(trade.pnl(), money + 4).raw("<td>").trimmed(trade.fees(), money + 4);
            page.raw("<td>").plain(trade.netReturn() * 100, 3).raw("<td>");
            optional(trade.multipleOfRisk(), 2);
            page.raw("<td>")
                    .whole(trade.barsHeld())
                    .raw("<td>")
                    .raw(trade.exit().word());
            page.raw("<td>").text(trade.why()).raw("<td>");
            optional(trade.stop(), price);
            page.raw("<td>");
            optional(trade.target(), price);
            page.raw('\n');
        }
        page.raw("</table></div></noscript></section>\n");
    }

    private void optional(OptionalDouble value, int decimals) {
        if (value.isPresent()) {
            page.plain(value.getAsDouble(), decimals);
        }
    }
}
