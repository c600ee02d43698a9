package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The small form of {@code ./fulmar proof honesty}. */
class HonestyTest {
    private final Honesty honesty = new Honesty();

    private int robust(Honesty.Kind kind, int searches, long firstSeed) {
        int robust = 0;
        for (int i = 0; i < searches; i++) {
            if (honesty.search(kind.market(firstSeed + i)).verdict().kind() == Verdict.Kind.ROBUST) robust++;
        }
        return robust;
    }

    @Test
    void noiseIsNotCalledRobust() {
        assertThat(robust(Honesty::driftless, 2, 1_000)).isZero();
        assertThat(robust(Honesty::drifting, 2, 2_000)).isZero();
        assertThat(robust(Honesty::garch, 2, 3_000)).isZero();
    }

    @Test
    void plantedTrendsAreFound() {
        assertThat(robust(Honesty::planted, 3, 4_000)).isGreaterThanOrEqualTo(2);
    }
}
