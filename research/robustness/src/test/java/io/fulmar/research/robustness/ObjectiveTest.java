package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectiveTest {
    private static final Track TRACK =
            Tracks.of(Tracks.returns(new SplittableRandom(3), 120, 0.003, 0.008, 0.1), 0.0003, 366);

    private static Score score(Objective objective) {
        Score score = new Score();
        new Scoring(objective, 200, 1, 1)
                .on(new double[TRACK.dailyReturns().length])
                .scorer()
                .score(TRACK, score);
        return score;
    }

    private static ObjectiveFile.Fault fault(String text) {
        return catchThrowableOfType(ObjectiveFile.Fault.class, () -> ObjectiveFile.read(text));
    }

    @Test
    void robustWrittenAsAFileScoresTheSame() {
        Objective own = ObjectiveFile.read("""
                name: mine   # the same as robust
                terms:
                  rolling-loss: -0.5
                  inconsistency: -0.5
                  drawdown-tail: -0.5
                  growth-spread: -0.25
                  growth-bound: 1
                """);
        assertThat(score(own).score).isEqualTo(score(Objective.ROBUST).score);
        assertThat(own.gates()).isEqualTo(Gates.USUAL);
    }

    @Test
    void whatIsWrittenOnOneLineReadsBackAsTheSame() {
        Objective own = ObjectiveFile.read(
                "name: a-b\ncost-stress: 0.25\nterms:\n  calmar: 0.1\n  cagr: 2\ngates:\n  days: 365\n");
        assertThat(Objective.named(own.text())).contains(own);
        for (String name : Objective.names()) {
            Objective objective = Objective.named(name).orElseThrow();
            assertThat(objective.text()).isEqualTo(name);
        }
    }

    @Test
    void mistakesAreNamedWithTheirLine() {
        ObjectiveFile.Fault fault = fault("name: x\nterms:\n  growth-bund: 1\n");
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault).hasMessage("there is no term 'growth-bund'");
        assertThat(fault.help()).startsWith("did you mean 'growth-bound'?");
        assertThat(fault("name: x\nterms:\n  cagr: much\n")).hasMessageContaining("'much' is no number");
        assertThat(fault("name: x\nterms:\n  cagr: 1\n  cagr: 2\n").line()).isEqualTo(4);
        assertThat(fault("name: x\n  cagr: 1\n")).hasMessageContaining("stands in no list");
        assertThat(fault("terms:\n  cagr: 1\n")).hasMessageContaining("needs a name");
        assertThat(fault("name: x\n")).hasMessageContaining("at least one term");
        assertThat(fault("name: x\nterms:\n  cagr: 1\ngates:\n  drawdown: 7\n"))
                .hasMessageContaining("between 0.0 and 1.0");
        assertThat(fault("name: x\nterms: 5\n")).hasMessageContaining("is a list");
        assertThat(fault("name: x\nterms:\n\tcagr: 1\n")).hasMessageContaining("no tabs");
    }

    @ParameterizedTest
    @EnumSource(Term.class)
    void everyTermAloneMakesAnObjective(Term term) {
        Score score = score(ObjectiveFile.read("name: one\nterms:\n  " + term.word() + ": 2\n"));
        assertThat(score.eligible).isTrue();
        assertThat(score.score).isFinite();
    }

    @Test
    void termsAreWhatTheirFormulasSay() {
        assertThat(score(Objective.named("net-return").orElseThrow()).score)
                .isEqualTo((double) (TRACK.finalEquity - TRACK.cash) / TRACK.cash);
        assertThat(score(Objective.named("max-drawdown").orElseThrow()).score).isEqualTo(-TRACK.maxDrawdown);
        double cagr = score(Objective.named("cagr").orElseThrow()).score;
        assertThat(cagr).isEqualTo((double) TRACK.finalEquity / TRACK.cash - 1, within(1e-12));
        assertThat(score(Objective.named("calmar").orElseThrow()).score)
                .isEqualTo(cagr / TRACK.maxDrawdown, within(1e-12));
    }

    @Test
    void windowsOfNinetyDaysNeedMoreThanNinetyDays() {
        assertThatThrownBy(() -> ObjectiveFile.read("name: x\nterms:\n  rolling-loss: -1\ngates:\n  days: 60\n"))
                .hasMessageContaining("90 days");
    }
}
