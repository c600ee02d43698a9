package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final EffectiveTrials ALONE = new EffectiveTrials(0, 1_000);

    private static double[] daily(double mean) {
        return Tracks.returns(new SplittableRandom(2), 1_000, mean, 0.01, 0);
    }

    @Test
    void aStrongEdgeThatWorksInEveryHalfIsRobust() {
        Verdict verdict = Verdict.of(true, daily(0.003), 1_000, ALONE, 0.1);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.ROBUST);
        assertThat(verdict.sentence()).startsWith("robust").contains("1,000 trials");
    }

    @Test
    void theSameEdgeIsNotRobustWithoutEligibilityOrWithAnOverfittedSearch() {
        assertThat(Verdict.of(false, daily(0.003), 1_000, ALONE, 0.1).kind()).isEqualTo(Verdict.Kind.NOT_SHOWN);
        assertThat(Verdict.of(true, daily(0.003), 1_000, ALONE, 0.6).kind()).isEqualTo(Verdict.Kind.LUCK);
        assertThat(Verdict.of(true, daily(0.003), 1_000, ALONE, Double.NaN).kind())
                .isEqualTo(Verdict.Kind.NOT_SHOWN);
    }

    @Test
    void whatManyTrialsWouldShowAnywayIsLuck() {
        Verdict verdict = Verdict.of(true, daily(0.0008), 1_000_000, ALONE, 0.3);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.LUCK);
        assertThat(verdict.kind().word()).isEqualTo("luck");
    }

    @Test
    void moreTrialsNeverMakeAVerdictBetter() {
        double last = 1;
        for (long trials = 1; trials <= 1_000_000; trials *= 10) {
            double deflated = Verdict.of(true, daily(0.001), trials, ALONE, 0.1).deflatedSharpe();
            assertThat(deflated).isLessThanOrEqualTo(last);
            last = deflated;
        }
    }

    @Test
    void correlatedTrialsCountLess() {
        EffectiveTrials neighbours = new EffectiveTrials(0.83, 72);
        assertThat(neighbours.of(72)).isBetween(12.0, 14.0);
        Verdict verdict = Verdict.of(true, daily(0.001), 72, neighbours, 0.1);
        assertThat(verdict.deflatedSharpe()).isGreaterThan(verdict.deflatedSharpeRaw());
    }
}
