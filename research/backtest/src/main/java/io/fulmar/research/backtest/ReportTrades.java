package io.fulmar.research.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;

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
        for (Figure figure : Figure.values()) {
            page.raw("<tr><th scope=row>").raw(figure.title);
            for (TradeStatistics group : groups.values()) {
                page.raw("<td class=n>");
                cell(figure, group);
            }
            page.raw('\n');
        }
        page.raw("</table></div>\n");
    }

    /** Rows of the statistics. A switch and not a list of functions: each of those would be a class to spin up. */
    private enum Figure {
        TRADES("Trades"),
        WINS("Wins"),
        LOSSES("Losses"),
        WIN_RATE("Win rate"),
        PROFIT_FACTOR("Profit factor"),
        PROFIT("Profit after fees"),
        EXPECTANCY("Expectancy"),
        RETURN("Average return"),
        P_VALUE("p-value of the mean"),
        WIN("Average win"),
        LOSS("Average loss"),
        BEST("Best"),
        WORST("Worst"),
        MULTIPLE("Average R"),
        FEES("Fees"),
        WINS_IN_A_ROW("Wins in a row"),
        LOSSES_IN_A_ROW("Losses in a row"),
        SHORTEST("Shortest"),
        LENGTH("Average length"),
        LONGEST("Longest"),
        EXPOSURE("Exposure");

        final String title;

        Figure(String title) {
            this.title = title;
        }
    }

    private void cell(Figure figure, TradeStatistics group) {
        switch (figure) {
            case TRADES -> page.count(group.number());
            case WINS -> page.count(group.wins());
            case LOSSES -> page.count(group.losses());
            case WIN_RATE -> page.percent(group.winRate(), 1);
            case PROFIT_FACTOR -> page.grouped(group.profitFactor(), 2);
            case PROFIT -> amount(OptionalDouble.of(group.pnl()));
            case EXPECTANCY -> amount(group.expectancy());
            case RETURN -> page.percent(group.averageReturn(), 3);
            case P_VALUE -> page.probability(group.pValue());
            case WIN -> page.grouped(group.averageWin(), money);
            case LOSS -> page.grouped(group.averageLoss(), money);
            case BEST -> page.grouped(group.best(), money);
            case WORST -> page.grouped(group.worst(), money);
            case MULTIPLE -> page.grouped(group.averageMultiple(), 2);
            case FEES -> page.grouped(group.fees(), money);
            case WINS_IN_A_ROW -> page.count(group.longestWins());
            case LOSSES_IN_A_ROW -> page.count(group.longestLosses());
            case SHORTEST -> length(group, group.durationMin());
            case LENGTH -> length(group, group.durationAverage());
            case LONGEST -> length(group, group.durationMax());
            case EXPOSURE -> page.percent(group.exposure(input.candles().size()), 1);
        }
    }

    private void amount(OptionalDouble value) {
        if (value.isPresent()) {
            page.raw("<span class=").raw(Html.tone(value.getAsDouble())).raw('>');
            page.grouped(value.getAsDouble(), money).raw("</span>");
        } else {
            page.raw(Html.NONE);
        }
    }

    private void length(TradeStatistics group, long nanos) {
        if (group.number() == 0) {
            page.raw(Html.NONE);
        } else {
            page.duration(nanos);
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
        page.raw("Why<th>Stop<th>Target<th>MAE %<th>MFE %<th>Market, if not ")
                .text(input.candles().market())
                .raw("</thead><tbody>\n");
        for (TradeRow trade : input.trades()) {
            int price = trade.priceDecimals();
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
            page.raw("<td>").trimmed(trade.adverse() * 100, 3);
            page.raw("<td>").trimmed(trade.favourable() * 100, 3);
            // most trades of most runs are in the drawn market: ten thousand times its name would be a fifth of a
            // megabyte
            if (!trade.market().equals(input.candles().market())) {
                page.raw("<td>").text(trade.market());
            }
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
