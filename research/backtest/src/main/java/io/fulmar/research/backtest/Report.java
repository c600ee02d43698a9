package io.fulmar.research.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The report of one run: a single HTML file that needs nothing but itself, asks no network and stays under 3 MB with
 * 10,000 trades however long the run. Figures are in tables; scripts add the charts over time, sorting and filters.
 */
public final class Report {
    /** Where a report has a place for what {@link #withMonteCarlo} puts there. */
    public static final String MONTE_CARLO = "<!-- montecarlo -->";

    private static final String MONTE_CARLO_END = "<!-- /montecarlo -->";
    private static final int CAPACITY = 1 << 19;
    private static final int BYTES_A_TRADE = 180;
    private static final String[] SCRIPTS = {
        "unpack.js",
        "report-data.js",
        "report-view.js",
        "report-draw.js",
        "report-charts.js",
        "report-lines.js",
        "report-filter.js",
        "report-trades.js",
        "report-shapes.js",
        "report-course.js",
        "report-page.js",
        "fan.js"
    };

    private Report() {}

    /** Writes the report, replacing what is there. */
    public static void write(ReportInput input, Path file) throws IOException {
        Files.writeString(file, html(input));
    }

    /** Writes the report. */
    public static void write(ReportInput input, Appendable out) throws IOException {
        out.append(html(input));
    }

    private static String html(ReportInput input) throws IOException {
        Html page = new Html(CAPACITY + BYTES_A_TRADE * input.trades().size());
        ReportFigures figures = ReportFigures.of(input);
        ReportVerdict verdict = new ReportVerdict(input, figures, page);
        ReportData data = new ReportData(input);
        int[] ends = data.ends();
        ReportPlots plots = ReportPlots.of(input, ends, data.details());
        ReportTables tables = new ReportTables(input, figures, page);
        page.raw("<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>");
        page.text(input.header().title()).raw(" on ").text(input.header().symbol());
        page.raw("</title>\n<meta name=viewport content=\"width=device-width,initial-scale=1\">\n");
        page.raw("<meta name=color-scheme content=\"light dark\"><meta name=generator content=\"");
        page.text(input.header().generatedBy()).raw("\">\n<meta http-equiv=Content-Security-Policy content=\"");
        page.raw("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<style>\n");
        page.raw(resource("report.css"))
                .raw("</style></head>\n<body><a class=skip href=#trades>To the trades</a><main>\n");
        verdict.write();
        tables.charts(plots);
        tables.months();
        new ReportDistribution(input, page).write();
        new ReportAnalysis(input, page).write(figures.trades());
        new ReportCosts(input, page).write();
        new ReportContribution(input, page).write();
        page.raw(MONTE_CARLO).raw(MONTE_CARLO_END);
        new ReportTrades(input, page).list();
        tables.metrics();
        verdict.origin();
        page.raw(
                "</main>\n<dialog id=card class=js aria-labelledby=card-title></dialog>\n<script type=\"application/json\"");
        page.raw(" id=data>");
        data.write(page);
        new ReportExtras(input, ends, plots).write(page);
        page.raw("}</script>\n<script>\n'use strict';(() => {\n");
        for (String script : SCRIPTS) {
            page.raw(resource(script));
        }
        return page.raw("})();\n</script></body></html>\n").toString();
    }

    /** The page with that section in its place for one, instead of what was there; as it is where it has no such place. */
    public static String withMonteCarlo(String page, String section) {
        int from = page.indexOf(MONTE_CARLO);
        int to = page.indexOf(MONTE_CARLO_END);
        return from < 0 || to < from
                ? page
                : page.substring(0, from + MONTE_CARLO.length()) + "\n" + section + page.substring(to);
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("part of the report is missing from its jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
