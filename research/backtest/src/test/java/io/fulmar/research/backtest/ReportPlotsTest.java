package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ReportPlotsTest {
    private static final int[] ENDS = {0, 1, 2, 3};
    private static final int[] NONE = {};

    /** Lines that have one value at every bar, but for a first bar without. */
    private static ReportInput with(SequencedMap<String, Double> values) {
        ReportInput sample = ReportSample.of(1_500, 3, 1);
        ReportInput.Plots plots = new ReportInput.Plots() {
            @Override
            public List<String> names() {
                return List.copyOf(values.keySet());
            }

            @Override
            public double[][] at(int[] bars) {
                double[][] found = new double[values.size()][bars.length];
                int line = 0;
                for (double value : values.values()) {
                    for (int i = 0; i < bars.length; i++) {
                        found[line][i] = bars[i] == 0 ? Double.NaN : value;
                    }
                    line++;
                }
                return found;
            }
        };
        return new ReportInput(
                sample.header(),
                sample.candles(),
                sample.equity(),
                sample.shares(),
                plots,
                sample.trades(),
                sample.totals(),
                sample.warnings(),
                sample.account());
    }

    private static SequencedMap<String, Double> lines(Object... namesAndValues) {
        SequencedMap<String, Double> lines = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return lines;
    }

    private static List<String> names(ReportPlots plots, int pane) {
        return plots.in(pane).stream().map(ReportPlots.Line::name).toList();
    }

    @Test
    void whatMovesWithThePriceLiesOverItAndOutputsOfOneIndicatorShareAPane() {
        ReportPlots plots = ReportPlots.of(
                with(lines(
                        "sma(20)",
                        42_000,
                        "rsi(14)",
                        55,
                        "macd(12,26,9).macd",
                        3,
                        "macd(12,26,9).hist",
                        -2,
                        "max(high,9) 1 ago",
                        43_000)),
                ENDS,
                NONE);
        assertThat(names(plots, ReportPlots.OVER_PRICE)).containsExactly("sma(20)", "max(high,9) 1 ago");
        assertThat(names(plots, 0)).containsExactly("rsi(14)");
        assertThat(names(plots, 1)).containsExactly("macd(12,26,9).macd", "macd(12,26,9).hist");
        assertThat(plots.panes()).isEqualTo(2);
    }

    @Test
    void panesHaveALimitAndLinesWithoutAnyValueAreLeftOut() {
        ReportPlots plots = ReportPlots.of(
                with(lines("a(1)", 1, "b(1)", 1, "never(1)", Double.NaN, "c(1)", 1, "d(1)", 1, "e(1)", 1)), ENDS, NONE);
        assertThat(plots.lines().stream().map(ReportPlots.Line::name)).containsExactly("a(1)", "b(1)", "c(1)", "d(1)");
        assertThat(plots.panes()).isEqualTo(ReportPlots.PANES_MAX);
    }

    @Test
    void lowestAndHighestLeaveOutWhatIsMissing() {
        ReportPlots.Line line =
                new ReportPlots.Line("x", 0, new double[] {Double.NaN, 2, -3}, new double[] {Double.NaN, 5});
        assertThat(line.low()).isEqualTo(-3);
        assertThat(line.high()).isEqualTo(5);
        assertThat(line.last()).isEqualTo(-3);
    }

    @Test
    void aPageThatIsFullOfTradesDropsLinesBeforeItGrowsBeyondItsLimit() throws IOException {
        assertThat(page(ReportSample.of(100_000, 300, 1))).contains("\"name\":\"sma(20)\"", "\"name\":\"Breakout\"");
        assertThat(page(ReportSample.of(1_051_200, 14_000, 1))).contains("\"shares\":[],\"lines\":[]");
    }

    @Test
    void namesCannotEndTheScriptTheyStandIn() throws IOException {
        assertThat(page(with(lines("x(1)</script>\"\u00e9", 1))))
                .contains("x(1)\\u003c/script>\\u0022\\u00e9")
                .doesNotContain("x(1)</script>");
    }

    private static String page(ReportInput input) throws IOException {
        StringBuilder page = new StringBuilder();
        Report.write(input, page);
        return page.toString();
    }
}
