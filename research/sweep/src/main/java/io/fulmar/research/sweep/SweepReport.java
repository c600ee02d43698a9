package io.fulmar.research.sweep;

import io.fulmar.research.backtest.Html;
import io.fulmar.research.backtest.ReportStyle;
import io.fulmar.research.robustness.Gate;
import io.fulmar.research.robustness.SuperiorAbility;
import io.fulmar.research.robustness.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The report of a sweep: one HTML file that needs nothing but itself, like that of a backtest. It decides nothing and reads no clock.
 */
public final class SweepReport {
    private static final int CAPACITY = 1 << 19;

    /**
     * What the command line adds.
     *
     * @param reproduce the command that runs one combination, up to its parameters
     * @param again the command that runs the sweep
     * @param missing why nothing was run again; empty where it was
     */
    public record Words(String reproduce, String again, String generatedBy, String missing) {}

    private final SweepSurvey survey;
    private final List<Scrutiny> markets;
    private final Words words;
    private final Html page = new Html(CAPACITY);

    private SweepReport(SweepSurvey survey, List<Scrutiny> markets, Words words) {
        this.survey = survey;
        this.markets = markets;
        this.words = words;
    }

    /** The page; {@code markets} are those whose best was looked at closely, none where that could not be. */
    public static String html(SweepSurvey survey, List<Scrutiny> markets, Words words) throws IOException {
        return new SweepReport(survey, markets, words).html();
    }

    private String html() throws IOException {
        Manifest manifest = survey.manifest();
        page.raw("<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>Sweep of ");
        page.text(manifest.strategy().name())
                .raw("</title>\n<meta name=viewport content=\"width=device-width,initial-scale=1\">\n");
        page.raw("<meta name=color-scheme content=\"light dark\"><meta name=generator content=\"")
                .text(words.generatedBy());
        page.raw(
                "\">\n<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; script-src");
        page.raw(" 'unsafe-inline'\">\n<style>\n").raw(ReportStyle.css()).raw(resource("sweep-report.css"));
        page.raw("</style></head>\n<body><a class=skip href=#top>To the best combinations</a><main>\n");
        head();
        verdict();
        tiles();
        new SweepMaps(survey, page).write();
        new SweepTop(survey, words.reproduce(), page).write();
        new SweepMargins(survey, page).write();
        new SweepPareto(survey, page).write();
        new SweepHoldout(survey, page).write();
        if (!markets.isEmpty()) {
            new SweepHardship(survey, markets, page).write();
            new SweepFan(survey, markets, page).write();
        }
        gates();
        origin();
        page.raw("</main>\n<script type=\"application/json\" id=data>");
        new SweepData(survey, words.reproduce(), page).write();
        page.raw("</script>\n<script>\n'use strict';(() => {\n")
                .raw(ReportStyle.script())
                .raw(resource("sweep-report.js"));
        return page.raw("})();\n</script></body></html>\n").toString();
    }

    private void head() {
        Manifest manifest = survey.manifest();
        page.raw("<header class=top><div><p class=kind>Sweep report</p><h1>")
                .text(manifest.strategy().name());
        page.raw("</h1><p class=facts>");
        for (Manifest.Market market : manifest.markets()) {
            page.raw("<span>")
                    .text(market.symbol())
                    .raw(' ')
                    .text(market.timeframe())
                    .raw("</span>");
        }
        String[] window = manifest.markets().get(0).window().split("\\.\\.", 2);
        page.raw("<span>")
                .time(Long.parseLong(window[0]))
                .raw(" to ")
                .time(Long.parseLong(window[1]))
                .raw(" UTC</span><span>");
        page.count(survey.evaluated())
                .raw(" combinations</span><span>")
                .text(manifest.search().sampler());
        page.raw(
                "</span></p></div><button type=button id=theme class=js aria-label=\"Switch between light and dark\">");
        page.raw(
                "<svg viewBox=\"0 0 20 20\" width=18 height=18 aria-hidden=true><circle cx=10 cy=10 r=7 fill=none stroke=");
        page.raw(
                "currentColor stroke-width=1.5 /><path d=\"M10 3a7 7 0 0 1 0 14z\" fill=currentColor /></svg></button></header>\n");
        if (survey.state() != SweepStatus.State.FINISHED) {
            page.raw("<p class=banner role=note><strong>Not finished.</strong> This is what there is so far.</p>\n");
        }
    }

    private void verdict() {
        if (markets.isEmpty()) {
            page.raw("<p class=summary>No verdict: ").text(words.missing()).raw("</p>\n");
            return;
        }
        markets.forEach(this::verdict);
        Scrutiny first = markets.getFirst();
        long before = first.verdict().trials() - survey.evaluated();
        page.raw("<p class=note>Of the trials ").count(survey.evaluated()).raw(" are those of this sweep; ");
        if (before > 0) {
            page.count(before).raw(" more were made on the same instrument over the same time, as the ledger knows. ");
        } else {
            page.raw("the ledger knows of no others on the same instrument over the same time. ");
        }
        page.raw("PBO and the walk-forward are of ")
                .count(first.sampled())
                .raw(" combinations drawn by hash, never of the best alone.</p>\n");
    }

    private void verdict(Scrutiny close) {
        Verdict verdict = close.verdict();
        String tone = switch (verdict.kind()) {
            case ROBUST -> "gain";
            case NOT_SHOWN -> "flat";
            case LUCK -> "loss";
        };
        String sentence = verdict.sentence();
        int colon = sentence.indexOf(':');
        page.raw("<p class=summary>The best combination");
        if (markets.size() > 1) {
            page.raw(" on ").text(close.market());
        }
        page.raw(": <b class=")
                .raw(tone)
                .raw('>')
                .text(sentence.substring(0, colon))
                .raw("</b>");
        page.text(sentence.substring(colon)).raw(". ");
        if (!close.overfitting().isEmpty()) {
            page.raw("Of ")
                    .count(close.overfitting().get(0).splits())
                    .raw(" ways of choosing by one half of the time, ");
            page.percent(close.overfitting().get(0).probability(), 0);
            page.raw(" did no better than the median in the other half (PBO).");
        }
        for (SuperiorAbility ability : close.ability()) {
            page.raw(" A second opinion, were all of them no better than cash: luck alone makes a best like this in ");
            page.percent(ability.consistent(), 1).raw(" of the redrawings of the days (SPA; reality check ");
            page.percent(ability.realityCheck(), 1).raw(").");
        }
        page.raw("</p>\n");
    }

    private void tiles() {
        List<Row> top = survey.top();
        page.raw("<section class=verdict aria-label=\"Result in figures\">\n");
        page.raw("<dl><dt>Eligible</dt><dd class=value>")
                .count(survey.eligible())
                .raw("</dd><dd class=aside>of ");
        page.count(survey.evaluated())
                .raw(" evaluated, ")
                .count(survey.refused())
                .raw(" refused by the strategy</dd></dl>\n");
        if (!top.isEmpty()) {
            Row best = top.get(0);
            tile(best.eligible() ? "Best score" : "Best G", best.rankedBy(), false);
            tile("Its net return", best.netReturn(), true);
            tile("Its max drawdown", best.maxDrawdown(), true);
            page.raw("<dl><dt>Its trades</dt><dd class=value>")
                    .count(best.trades())
                    .raw("</dd><dd class=aside>");
            page.count(best.openTrades()).raw(" open</dd></dl>\n");
        }
        markets.stream()
                .map(Scrutiny::verdict)
                .min(Comparator.comparingDouble(Verdict::deflatedSharpe))
                .ifPresent(this::deflated);
        page.raw("</section>\n");
    }

    /** Of the market where the least is shown. */
    private void deflated(Verdict verdict) {
        page.raw("<dl><dt>Deflated Sharpe</dt><dd class=value>").percent(verdict.deflatedSharpe(), 1);
        page.raw("</dd><dd class=aside>by all ").count(verdict.trials()).raw(" trials ");
        page.percent(verdict.deflatedSharpeRaw(), 1).raw("</dd></dl>\n");
    }

    private void tile(String name, double value, boolean percent) {
        page.raw("<dl><dt>").raw(name).raw("</dt><dd class=value>");
        if (percent) {
            page.percent(value, 2);
        } else {
            page.grouped(value, 3);
        }
        page.raw("</dd></dl>\n");
    }

    private void gates() {
        page.raw("<section id=gates><h2>What was sorted out</h2>\n");
        if (survey.failed().isEmpty()) {
            page.raw("<p class=note>Every combination passed every gate.</p></section>\n");
            return;
        }
        page.raw(
                "<table class=\"falls list\"><caption class=hidden>Combinations that failed each gate</caption><tbody>\n");
        for (Map.Entry<Gate, Long> gate : survey.failed().entrySet()) {
            double share = (double) gate.getValue() / survey.evaluated();
            page.raw("<tr><th scope=row><code>")
                    .raw(gate.getKey().word())
                    .raw("</code><td class=way><i class=loss style=\"left:0;");
            page.raw("width:").plain(share * 100, 2).raw("%\"></i><td class=n>").count(gate.getValue());
            page.raw("<td class=n>")
                    .percent(share, 1)
                    .raw("<td class=aside>")
                    .raw(gate.getKey().sentence())
                    .raw('\n');
        }
        page.raw("</table><p class=note>A combination may fail several. ").count(survey.withoutTrades());
        page.raw(" never traded.</p></section>\n");
    }

    private void origin() {
        Manifest manifest = survey.manifest();
        page.raw("<section id=origin><h2>Where this comes from</h2>\n<p class=reproduce><b>reproduce:</b> <code>");
        page.text(words.again())
                .raw(
                        "</code></p>\n<table class=list><caption class=hidden>Settings and fingerprints</caption><tbody>\n");
        row("Objective", manifest.search().objective());
        row("Monte Carlo paths a candidate", Integer.toString(manifest.search().paths()));
        row("Seed", Long.toString(manifest.search().seed()));
        manifest.settings().forEach(this::row);
        row("sweep", manifest.id());
        row("codeHash", manifest.strategy().codeHash());
        row("spaceHash", manifest.search().spaceHash());
        for (Manifest.Market market : manifest.markets()) {
            row("dataHash " + market.symbol(), market.dataHash());
        }
        row("Made by", words.generatedBy());
        page.raw("</table></section>\n");
    }

    private void row(String name, String value) {
        page.raw("<tr><th scope=row>").text(name).raw("<td><code>").text(value).raw("</code>\n");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SweepReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("part of the report is missing from its jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
