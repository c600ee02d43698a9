package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final int THREE_MEGABYTES = 3_000_000;

    @TempDir
    Path folder;

    @Test
    void tenThousandTradesOverTwoYearsOfMinutesStayBelowThreeMegabytes() throws IOException {
        Path file = folder.resolve("report.html");
        Report.write(ReportSample.of(1_051_200, 10_000, 7), file);
        assertThat(Files.size(file)).isLessThan(THREE_MEGABYTES);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        assertThat(html(ReportSample.of(5_000, 40, 1))).isEqualTo(html(ReportSample.of(5_000, 40, 1)));
    }

    @Test
    void nothingIsAskedOfTheNetwork() throws IOException {
        String page = html(ReportSample.of(5_000, 40, 1));
        assertThat(page).contains("default-src 'none'");
        assertThat(Pattern.compile("(src|href)=(?!#)|https?://|@import|url\\(")
                        .matcher(page)
                        .results())
                .isEmpty();
    }

    @Test
    void everyTradeStandsInTheTableForReadersWithoutScripts() throws IOException {
        ReportInput input = ReportSample.of(5_000, 40, 1);
        String page = html(input);
        String rows = page.substring(page.indexOf("<noscript id=trade-rows>"), page.indexOf("</noscript></section>"));
        assertThat(rows.lines().filter(line -> line.startsWith("<tr><td>")).count())
                .isEqualTo(40);
        TradeRow first = input.trades().getFirst();
        assertThat(rows).contains("<tr><td>1<td>" + first.strategy() + "<td>" + first.side() + "<td>2024-01-01 02:01");
    }

    @Test
    void wordsOfAStrategyCannotBecomeMarkup() throws IOException {
        String page = html(ReportSample.of(20_000, 200, 1));
        assertThat(page)
                .contains("momentum &lt;gone&gt; &amp; &quot;flat&quot;")
                .doesNotContain("<gone>");
    }

    @Test
    void aRunWithoutTradesHasAReportToo() throws IOException {
        String page = html(ReportSample.of(1_500, 0, 1));
        assertThat(page).contains("No trade was closed").contains("Equity never fell below an earlier height");
        assertThat(page).doesNotContain("NaN<").doesNotContain("Infinity<");
    }

    @Test
    void aSingleBarHasAReportToo() throws IOException {
        assertThat(html(ReportSample.of(1, 0, 1))).contains("0.00&nbsp;%").contains("</html>");
    }

    @Test
    void aRunWithoutCostsSaysSoAtTheTop() throws IOException {
        ReportInput sample = ReportSample.of(1_500, 3, 1);
        assertThat(html(sample)).doesNotContain("class=banner");
        ReportInput.Totals totals = sample.totals();
        ReportInput free = new ReportInput(
                sample.header(),
                sample.candles(),
                sample.equity(),
                List.of(),
                ReportInput.Plots.NONE,
                sample.trades(),
                new ReportInput.Totals(
                        totals.fills(),
                        0,
                        false,
                        0,
                        OptionalDouble.of(0.5),
                        totals.firstDay(),
                        totals.dailyReturns(),
                        365,
                        totals.metrics()),
                List.of(),
                ReportAccount.NONE);
        assertThat(html(free)).contains("<p class=banner").contains("no gaps, refusals or other doubts");
    }

    @Test
    void equityNeedsAValueABar() {
        ReportInput sample = ReportSample.of(1_500, 3, 1);
        ReportInput.Equity cut = new ReportInput.Equity(1, new double[1_499], new double[1_500], 2);
        assertThatThrownBy(() -> new ReportInput(
                        sample.header(),
                        sample.candles(),
                        cut,
                        List.of(),
                        ReportInput.Plots.NONE,
                        List.of(),
                        sample.totals(),
                        List.of(),
                        ReportAccount.NONE))
                .hasMessageContaining("1500 bars, 1499 net");
    }

    @Test
    void scriptsAndStylesAreWrittenInPlainAscii() throws IOException {
        String page = html(ReportSample.of(1_500, 0, 1));
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(page)).isTrue();
    }

    private static String html(ReportInput input) throws IOException {
        StringBuilder page = new StringBuilder();
        Report.write(input, page);
        return page.toString();
    }
}
