package io.fulmar.research.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Chart 12: who made the profit, in what and by which exits, and how markets and strategies moved together. Needs no script. */
final class ReportContribution {
    private static final int SERIES_MAX = 14;
    /** Fewer days correlate by chance. */
    private static final int DAYS_MIN = 10;

    private final ReportInput input;
    private final ReportAccount account;
    private final Html page;

    ReportContribution(ReportInput input, Html page) {
        this.input = input;
        this.account = input.account();
        this.page = page;
    }

    void write() {
        if (!account.known() || account.attribution().parts().isEmpty()) {
            return;
        }
        page.raw("<section id=contribution><h2>Where it came from</h2>\n<div class=three>\n");
        group("By exit", account.attribution().byExit());
        group("By strategy", nets(account.attribution().byStrategy()));
        group("By market", nets(account.attribution().bySymbol()));
        page.raw("</div>\n<p class=note>After all costs, in ")
                .text(input.header().currency());
        page.raw(
                "; each column adds up to what the account made. Exits have closed trades after fees; what is still open, and");
        page.raw(" funding, stand apart.</p>\n");
        correlations();
        page.raw("</section>\n");
    }

    private static SequencedMap<String, Long> nets(Map<String, Costs> groups) {
        SequencedMap<String, Long> nets = new LinkedHashMap<>();
        groups.forEach((name, costs) -> nets.put(name, costs.net()));
        return nets;
    }

    private void group(String title, SequencedMap<String, Long> amounts) {
        double low = 0;
        double high = 0;
        for (long units : amounts.values()) {
            low = Math.min(low, account.amount(units));
            high = Math.max(high, account.amount(units));
        }
        double span = high > low ? high - low : 1;
        page.raw("<figure><table class=\"falls list\"><caption>").raw(title).raw("</caption><tbody>\n");
        for (Map.Entry<String, Long> one : amounts.entrySet()) {
            double amount = account.amount(one.getValue());
            page.raw("<tr><th scope=row>").text(one.getKey()).raw("<td class=way>");
            ReportCosts.bar(page, amount, (Math.min(0, amount) - low) / span, (Math.max(0, amount) - low) / span);
            page.raw("<td class=n><span class=").raw(Html.tone(amount)).raw('>');
            page.grouped(amount, input.equity().moneyDecimals()).raw("</span>\n");
        }
        page.raw("</table></figure>\n");
    }

    private void correlations() {
        List<ReportAccount.Days> days =
                account.days().subList(0, Math.min(SERIES_MAX, account.days().size()));
        if (days.size() < 2 || days.get(0).returns().length < DAYS_MIN) {
            return;
        }
        page.raw(
                "<h3>What moved together</h3>\n<div class=scroll><table class=\"heat square\"><caption class=hidden>Correlation of");
        page.raw(" daily returns</caption><thead><tr><td>");
        for (int i = 0; i < days.size(); i++) {
            page.raw("<th scope=col class=n>").whole(i + 1);
        }
        page.raw("</thead><tbody>\n");
        for (int row = 0; row < days.size(); row++) {
            page.raw("<tr><th scope=row>")
                    .whole(row + 1)
                    .raw(' ')
                    .text(days.get(row).name());
            for (int column = 0; column < days.size(); column++) {
                double value = row == column
                        ? 1
                        : Rolling.correlation(
                                days.get(row).returns(), days.get(column).returns());
                cell(value);
            }
            page.raw('\n');
        }
        page.raw(
                "</table></div><p class=note>Correlation of daily returns: of markets their price, of strategies what they added to");
        page.raw(" the account. Those near 1 are one bet; a dash where one of them never moved.</p>\n");
    }

    private void cell(double value) {
        if (!Double.isFinite(value)) {
            page.raw("<td class=n>&ndash;");
            return;
        }
        page.raw("<td class=\"n ").raw(value < 0 ? "cold" : "warm").raw("\" style=--s:");
        page.plain(0.05 + 0.5 * Math.abs(value), 2).raw('>').grouped(value, 2);
    }
}
