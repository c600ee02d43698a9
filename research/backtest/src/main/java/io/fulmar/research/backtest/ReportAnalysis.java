package io.fulmar.research.backtest;

import java.util.Arrays;
import java.util.List;

/** Chart 7: how trades scatter in profit, length, time of the week and streaks. Drawn here, so they need no script. */
final class ReportAnalysis {
    private static final int BINS = 30;
    private static final int STREAK_MAX = 12;
    private static final int MULTIPLE_MAX = 5;
    private static final int MULTIPLE_BINS = MULTIPLE_MAX * 4;
    private static final long HOUR = 3_600_000_000_000L;
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    private final ReportInput input;
    private final Html page;

    ReportAnalysis(ReportInput input, Html page) {
        this.input = input;
        this.page = page;
    }

    void write(TradeStatistics all) {
        page.raw("<section id=analysis><h2>Trade analysis</h2>\n");
        if (input.trades().isEmpty()) {
            page.raw("<p class=note>No trade was closed, so there is nothing to analyse.</p></section>\n");
            return;
        }
        page.raw("<div class=three>\n");
        profits();
        durations(all);
        streaks();
        multiples();
        excursions();
        page.raw("</div>\n");
        week();
        new ReportTrades(input, page).statistics(all);
        page.raw("</section>\n");
    }

    private void profits() {
        double[] sorted = new double[input.trades().size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = input.trades().get(i).pnl();
        }
        Arrays.sort(sorted);
        double reach = Math.max(Math.abs(Sums.quantile(sorted, 0.01)), Math.abs(Sums.quantile(sorted, 0.99)));
        reach = reach > 0 ? reach : 1;
        ReportBars bars = new ReportBars(BINS);
        for (double profit : sorted) {
            int bin = (int) Math.floor((profit / reach + 1) / 2 * BINS);
            bars.add(Math.clamp(bin, 0, BINS - 1), 1);
        }
        for (int bin = 0; bin < BINS; bin++) {
            bars.tone(bin, bin * 2 < BINS ? "loss" : "gain");
        }
        bars.label(0, compact(-reach)).label(BINS / 2, "0").label(BINS - 1, compact(reach));
        page.raw("<figure><h3>Profit of a trade</h3>");
        bars.write(page, "Number of trades by profit, from " + compact(-reach) + " to " + compact(reach));
        page.raw("<figcaption>Half of them between ").grouped(Sums.quantile(sorted, 0.25), money());
        page.raw(" and ").grouped(Sums.quantile(sorted, 0.75), money()).raw("; median ");
        page.grouped(Sums.quantile(sorted, 0.5), money()).raw(". The outer 1&nbsp;% are in the end bars.");
        page.raw("</figcaption></figure>\n");
    }

    private void durations(TradeStatistics all) {
        double shortest = (double) Math.max(input.candles().nanos(), all.durationMin());
        double doublings = Math.max(1, Math.log(Math.max(2, all.durationMax() / shortest)) / Math.log(2));
        int bins = (int) Math.min(BINS, Math.ceil(doublings * 2) + 1);
        ReportBars bars = new ReportBars(bins);
        for (TradeRow trade : input.trades()) {
            double place = Math.log(Math.max(shortest, (double) trade.duration()) / shortest) / Math.log(2) / doublings;
            bars.add(Math.clamp((int) (place * (bins - 1)), 0, bins - 1), 1);
        }
        bars.label(0, length(shortest)).label(bins / 2, length(shortest * Math.pow(2, doublings / 2)));
        bars.label(bins - 1, length(shortest * Math.pow(2, doublings)));
        page.raw("<figure><h3>Length of a trade</h3>");
        bars.write(page, "Number of trades by length, doubling from left to right");
        page.raw("<figcaption>From ").duration(all.durationMin()).raw(" to ").duration(all.durationMax());
        page.raw(", on average ").duration(all.durationAverage()).raw(".</figcaption></figure>\n");
    }

    private void streaks() {
        int[] wins = new int[STREAK_MAX];
        int[] losses = new int[STREAK_MAX];
        int run = 0;
        List<TradeRow> trades = input.trades();
        for (int i = 0; i < trades.size(); i++) {
            run++;
            boolean win = trades.get(i).pnl() > 0;
            if (i + 1 == trades.size() || trades.get(i + 1).pnl() > 0 != win) {
                (win ? wins : losses)[Math.min(run, STREAK_MAX) - 1]++;
                run = 0;
            }
        }
        ReportBars bars = new ReportBars(STREAK_MAX * 2);
        for (int length = 1; length <= STREAK_MAX; length++) {
            bars.add(STREAK_MAX - length, losses[length - 1]).tone(STREAK_MAX - length, "loss");
            bars.add(STREAK_MAX + length - 1, wins[length - 1]).tone(STREAK_MAX + length - 1, "gain");
        }
        bars.label(0, STREAK_MAX + " lost").label(STREAK_MAX, "1 | 1").label(STREAK_MAX * 2 - 1, STREAK_MAX + " won");
        page.raw("<figure><h3>Streaks</h3>");
        bars.write(page, "Number of streaks by length, losing to the left, winning to the right");
        page.raw("<figcaption>How often so many trades in a row were lost, to the left, or won, to the right;");
        page.raw(" longer ones in the end bars.</figcaption></figure>\n");
    }

    /** Profit in units of what the stop put at risk, where trades had one. */
    private void multiples() {
        double[] multiples = input.trades().stream()
                .filter(trade -> trade.multipleOfRisk().isPresent())
                .mapToDouble(trade -> trade.multipleOfRisk().getAsDouble())
                .sorted()
                .toArray();
        if (multiples.length == 0) {
            return;
        }
        ReportBars bars = new ReportBars(MULTIPLE_BINS);
        for (double multiple : multiples) {
            int bin = (int) Math.floor((multiple + MULTIPLE_MAX) * 2);
            bars.add(Math.clamp(bin, 0, MULTIPLE_BINS - 1), 1);
        }
        for (int bin = 0; bin < MULTIPLE_BINS; bin++) {
            bars.tone(bin, bin < MULTIPLE_MAX * 2 ? "loss" : "gain");
        }
        bars.label(0, "-" + MULTIPLE_MAX + " R").label(MULTIPLE_BINS / 2, "0");
        bars.label(MULTIPLE_BINS - 1, MULTIPLE_MAX + " R");
        page.raw("<figure><h3>Profit for the risk taken</h3>");
        bars.write(page, "Number of trades by profit in multiples of what the stop put at risk, half an R a bar");
        page.raw("<figcaption>R is what the stop as first set put at risk. Median ")
                .grouped(Sums.quantile(multiples, 0.5), 2);
        page.raw(" R, over ").count(multiples.length).raw(" trades that had a stop; the rest in the end bars.");
        page.raw("</figcaption></figure>\n");
    }

    /** How far trades went wrong and right while they were open; the script draws it and lets one choose by a lasso. */
    private void excursions() {
        double[] adverse = new double[input.trades().size()];
        double[] favourable = new double[adverse.length];
        for (int i = 0; i < adverse.length; i++) {
            adverse[i] = input.trades().get(i).adverse();
            favourable[i] = input.trades().get(i).favourable();
        }
        Arrays.sort(adverse);
        Arrays.sort(favourable);
        page.raw("<figure><h3>Worst and best while open</h3><canvas id=excursions class=js role=img aria-label=\"");
        page.raw("Each trade by its largest loss, to the right, and its largest profit, upwards, while it was open");
        page.raw("\"></canvas><figcaption>Furthest against a trade (MAE): median ");
        page.percent(Sums.quantile(adverse, 0.5), 2).raw(", one in ten beyond ");
        page.percent(Sums.quantile(adverse, 0.9), 2).raw("; furthest its way (MFE): median ");
        page.percent(Sums.quantile(favourable, 0.5), 2).raw(". Of the entry price, by highs and lows of whole bars.");
        page.raw("<span class=js> Draw around some to see them in the table.</span></figcaption></figure>\n");
    }

    private void week() {
        double[][] sums = new double[7][24];
        int[][] numbers = new int[7][24];
        double strongest = 1e-9;
        for (TradeRow trade : input.trades()) {
            int hour = (int) Math.floorMod(Math.floorDiv(trade.entryTime(), HOUR), 24L);
            // 1970 began on a Thursday.
            int day = (int) Math.floorMod(Math.floorDiv(trade.entryTime(), 24 * HOUR) + 3, 7L);
            sums[day][hour] += trade.pnl();
            numbers[day][hour]++;
            strongest = Math.max(strongest, Math.abs(sums[day][hour]));
        }
        page.raw("<h3>Profit by hour and weekday of entry, UTC</h3>\n<div class=scroll><table class=\"heat week\">");
        page.raw("<caption class=hidden>Sum of profits by hour and weekday of entry</caption><thead><tr><td>");
        for (int hour = 0; hour < 24; hour++) {
            page.raw("<th scope=col class=n>").whole(hour);
        }
        page.raw("</thead><tbody>\n");
        for (int day = 0; day < 7; day++) {
            page.raw("<tr><th scope=row>").raw(DAYS[day]);
            for (int hour = 0; hour < 24; hour++) {
                if (numbers[day][hour] == 0) {
                    page.raw("<td>");
                    continue;
                }
                double sum = sums[day][hour];
                page.raw("<td class=\"n ").raw(sum < 0 ? "cold" : "warm").raw("\" style=--s:");
                page.plain(0.05 + 0.5 * Math.abs(sum) / strongest, 2)
                        .raw(" title=\"")
                        .whole(numbers[day][hour]);
                page.raw(" trades\">").raw(compact(sum));
            }
            page.raw('\n');
        }
        page.raw("</table></div>\n");
    }

    /** Three digits and a unit: -1.2k, 34, 0.056. */
    static String compact(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return digits(value / 1e6) + "M";
        }
        return size >= 1e3 ? digits(value / 1e3) + "k" : digits(value);
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        int decimals =
                size >= 10 || size == 0 ? 0 : size >= 1 ? 1 : Math.min(6, 1 - (int) Math.floor(Math.log10(size)));
        return new Html(16).trimmed(value, decimals).toString();
    }

    private static String length(double nanos) {
        double seconds = nanos / 1e9;
        if (seconds >= 86_400) {
            return digits(seconds / 86_400) + " d";
        }
        return seconds >= 3_600
                ? digits(seconds / 3_600) + " h"
                : seconds >= 60 ? digits(seconds / 60) + " min" : digits(seconds) + " s";
    }

    private int money() {
        return input.equity().moneyDecimals();
    }
}
