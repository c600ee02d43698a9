package io.fulmar.research.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about a sweep, and the close look at its best. */
class SweepReportTest {
    private static final int THREE_MEGABYTES = 3_000_000;
    private static final SweepReport.Words WORDS =
            new SweepReport.Words("fulmar backtest X.java", "fulmar sweep run X.java", "fulmar test", "no data");

    @TempDir
    Path temporary;

    private SweepSurvey survey(Sample sample) {
        Path folder = temporary.resolve("sweep");
        try (SweepFolder held = SweepFolder.claim(folder)) {
            assertThat(sample.run(held, sample.closing()).run(sample::worker, 1, () -> false))
                    .isTrue();
        }
        return SweepSurvey.of(folder, 60);
    }

    private static Scrutiny scrutiny(Sample sample, SweepSurvey survey) {
        return Scrutiny.of(
                sample.study(),
                new Scrutiny.Search(sample.space(), survey.top(), survey.sample(), 6, Sample.SEED),
                survey.evaluated(),
                new AtomicLong());
    }

    @Test
    void aFinishedSweepHasAPageWithAVerdictInWordsAndACommandForEachOfTheBest() throws IOException {
        Sample sample =
                Sample.of(60_000, Sample.space("fast=2..40:4", "slow=50..200:15", "stop=0,3"), new Sampler.Grid());
        SweepSurvey survey = survey(sample);
        Scrutiny close = scrutiny(sample, survey);
        assertThat(close.sampled()).isEqualTo(60);
        assertThat(close.verdict().trials()).isEqualTo(survey.evaluated());
        assertThat(close.strips()).as("days").hasSize(Strips.STEPS - 1);
        assertThat(close.overfitting()).hasSize(1);
        assertThat(close.strips()).hasSize(Strips.STEPS - 1);
        assertThat(close.fans()).hasSize(4);
        String page = SweepReport.html(survey, List.of(close), WORDS);
        assertThat(page)
                .contains(close.verdict().kind().word(), "<section id=heatmap>", "<section id=importance>")
                .contains("<section id=hardship>", "6 markets that never were", "wild, rising")
                .contains("<section id=pareto>", "<section id=fan>", "<section id=walkforward>")
                .contains("data-combination=" + survey.top().getFirst().combination())
                .doesNotContain("NaN<")
                .doesNotContain("Infinity<");
        assertThat(page.indexOf("</script>"))
                .as("one script of data, one that runs")
                .isPositive();
        assertThat(Pattern.compile("(src|href)=(?!#)|https?://|@import|url\\(")
                        .matcher(page)
                        .results())
                .isEmpty();
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(400_000);
        assertThat(SweepReport.html(survey, List.of(scrutiny(sample, survey)), WORDS))
                .as("the same sweep, the same page")
                .isEqualTo(page);
    }

    @Test
    void withoutStrategyOrDataThePageSaysWhyThereIsNoVerdict() throws IOException {
        Sample sample = Sample.of(4_000, Sample.space("fast=2..40:2"), new Sampler.Grid());
        String page = SweepReport.html(survey(sample), List.of(), WORDS);
        assertThat(page).contains("No verdict: no data").doesNotContain("<section id=fan>");
        assertThat(page).as("one parameter is a strip").contains("\"across\":0,\"up\":0");
    }

    @Test
    void manyResultsOverManyParametersStayBelowThreeMegabytes() throws IOException {
        SequencedMap<String, List<String>> axes = new LinkedHashMap<>();
        for (String name : List.of("fast", "slow", "stop", "target", "trail", "hold", "more")) {
            List<String> values = new ArrayList<>();
            for (int value = 0; value < 130; value++) {
                values.add(Integer.toString(1_000 + value * 7));
            }
            axes.put(name, values);
        }
        Sample sample = Sample.of(3_000, Sample.space("fast=1..3"), new Sampler.Grid());
        Manifest small = sample.manifest();
        Manifest manifest = new Manifest(
                small.engine(),
                small.strategy(),
                small.markets(),
                new Manifest.Search("space", 1L << 45, axes, "random", 1, "robust", 0, 1),
                small.settings(),
                small.words());
        SweepSurvey survey = new SweepSurvey(manifest, SweepStatus.State.RUNNING, 2_000);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300_000; i++) {
            double growth = random.nextGaussian();
            survey.add(new Row(
                    random.nextLong(1L << 45),
                    random.nextInt(64),
                    Tier.E,
                    random.nextInt(1_000),
                    0,
                    growth,
                    random.nextDouble(),
                    1,
                    growth,
                    growth / 2));
        }
        assertThat(survey.maps()).hasSize(15);
        String page = SweepReport.html(survey, List.of(), WORDS);
        assertThat(page.length()).isLessThan(THREE_MEGABYTES);
        assertThat(page).contains("Not finished.");
    }

    @Test
    void namesAndCommandsCannotBecomeMarkup() throws IOException {
        Sample sample = Sample.of(3_000, Sample.space("fast=2..6"), new Sampler.Grid());
        String page = SweepReport.html(
                survey(sample),
                List.of(),
                new SweepReport.Words("run '</script><b>'", "again <i>", "fulmar", "<u>gone</u>"));
        assertThat(page).doesNotContain("<b>'", "<i>", "<u>").contains("\\u003c/script");
    }
}
