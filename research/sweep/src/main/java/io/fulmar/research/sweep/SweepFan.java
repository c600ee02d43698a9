package io.fulmar.research.sweep;

import io.fulmar.research.backtest.FanChart;
import io.fulmar.research.backtest.Html;
import io.fulmar.research.robustness.MonteCarloResult;
import java.util.List;

/** How the best might have gone, and whether choosing by the past would have helped. Drawn here, so it needs no script. */
final class SweepFan {
    private static final double RUIN = 0.5;

    private final SweepSurvey survey;
    private final List<Scrutiny> markets;
    private final Html page;

    SweepFan(SweepSurvey survey, List<Scrutiny> markets, Html page) {
        this.survey = survey;
        this.markets = markets;
        this.page = page;
    }

    void write() {
        page.raw("<section id=fan><h2>The best, lived again</h2>\n");
        for (Scrutiny close : markets) {
            heading(close);
            if (close.fans().isEmpty()) {
                page.raw("<p class=note>The best combination closed no trade.</p>\n");
            } else {
                fan(close);
                table(close);
            }
        }
        page.raw("</section>\n<section id=walkforward><h2>Chosen by the past</h2>\n");
        for (Scrutiny close : markets) {
            heading(close);
            strips(close);
        }
        page.raw("</section>\n");
    }

    private void heading(Scrutiny close) {
        if (markets.size() > 1) {
            page.raw("<h3>").text(close.market()).raw("</h3>\n");
        }
    }

    private void fan(Scrutiny close) {
        MonteCarloResult fan = close.fans().firstEntry().getValue();
        double[][] points = new double[fan.fanPoints()][FanChart.QUANTILES.size()];
        for (int point = 0; point < points.length; point++) {
            for (int i = 0; i < FanChart.QUANTILES.size(); i++) {
                points[point][i] = fan.fan(point, FanChart.QUANTILES.get(i));
            }
        }
        page.raw("<figure class=chart>");
        FanChart.write(points, close.trades(), close.days(), page);
        page.raw("<figcaption>Its trades redrawn ");
        page.count(fan.paths()).raw(" times in blocks of ").count(fan.block()).raw(". Half of the runs end between ");
        page.percent(fan.netReturn(250), 1)
                .raw(" and ")
                .percent(fan.netReturn(750), 1)
                .raw(", nine in ten between ");
        page.percent(fan.netReturn(50), 1)
                .raw(" and ")
                .percent(fan.netReturn(950), 1)
                .raw("; the median is ");
        page.percent(fan.netReturn(500), 1)
                .raw(". It only redraws what was there: a sweep&rsquo;s best has been lucky already.");
        page.raw("</figcaption></figure>\n");
    }

    private void table(Scrutiny close) {
        page.raw(
                "<div class=scroll><table class=wide><caption class=hidden>Redrawn runs by what went wrong</caption><thead><tr>");
        page.raw("<th scope=col>Redrawn");
        for (String head :
                List.of("5 %", "median", "95 %", "drawdown, median", "drawdown, 95 %", "ruin (half is lost)")) {
            page.raw("<th scope=col class=n>").raw(head);
        }
        page.raw("</thead><tbody>\n");
        close.fans().forEach((name, fan) -> {
            page.raw("<tr><th scope=row>").text(name);
            for (double value : new double[] {
                fan.netReturn(50),
                fan.netReturn(500),
                fan.netReturn(950),
                fan.maxDrawdown(500),
                fan.maxDrawdown(950),
                fan.ruin(RUIN)
            }) {
                page.raw("<td class=n>").percent(value, 1);
            }
            page.raw('\n');
        });
        page.raw("</table></div>\n");
    }

    private void strips(Scrutiny close) {
        if (close.strips().isEmpty()) {
            page.raw("<p class=note>Too few days for a walk-forward.</p>\n");
            return;
        }
        double most = 1e-9;
        double learnt = 0;
        double earned = 0;
        for (Scrutiny.Strip strip : close.strips()) {
            most = Math.max(most, Math.max(Math.abs(strip.learnt()), Math.abs(strip.earned())));
            learnt += strip.learnt();
            earned += strip.earned();
        }
        page.raw(
                "<div class=scroll><table class=falls><caption class=hidden>Walk-forward, step by step</caption><thead><tr><th scope=col>");
        page.raw(
                "Days<th scope=col>Before<th scope=col>After<th scope=col class=n>Growth before<th scope=col class=n>After");
        page.raw("<th scope=col class=n>Sharpe before<th scope=col class=n>After");
        for (int axis : survey.steps().varied()) {
            page.raw("<th scope=col class=n>").text(survey.steps().name(axis));
        }
        page.raw("</thead><tbody>\n");
        for (Scrutiny.Strip strip : close.strips()) {
            page.raw("<tr tabindex=0 data-combination=")
                    .whole(strip.combination())
                    .raw("><th scope=row class=n>");
            page.whole(strip.from() + 1L).raw(" to ").whole(strip.to());
            bar(strip.learnt(), most);
            bar(strip.earned(), most);
            page.raw("<td class=n>")
                    .percent(strip.learnt(), 1)
                    .raw("<td class=n><span class=")
                    .raw(Html.tone(strip.earned()));
            page.raw('>')
                    .percent(strip.earned(), 1)
                    .raw("</span><td class=n>")
                    .grouped(strip.inSample(), 2)
                    .raw("<td class=n>");
            page.grouped(strip.outOfSample(), 2);
            for (int axis : survey.steps().varied()) {
                page.raw("<td class=n>").text(survey.steps().value(axis, strip.combination()));
            }
            page.raw('\n');
        }
        page.raw(
                "</table></div><p class=note>At each step the combination with the best Sharpe ratio on all days before is traded on the days");
        page.raw(" that follow; of ")
                .count(close.sampled())
                .raw(" drawn combinations, log growth a year. After the choice ");
        if (learnt > 0) {
            page.percent(earned / learnt, 0).raw(" of the growth before it was left");
        } else {
            page.raw("growth was ").percent(earned / close.strips().size(), 1).raw(" a year");
        }
        page.raw(
                ". Parameters that jump from step to step were chosen by noise. Trades that were open between two steps count in both.");
        page.raw("</p>\n");
    }

    private void bar(double value, double most) {
        double share = Math.abs(value) / most * 50;
        page.raw("<td class=way><i class=")
                .raw(Html.tone(value))
                .raw(" style=\"left:")
                .plain(value < 0 ? 50 - share : 50, 2);
        page.raw("%;width:").plain(Math.max(0.3, share), 2).raw("%\"></i>");
    }
}
