package io.fulmar.research.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrialLedgerTest {
    private static final TrialLedger.Stretch FIRST = new TrialLedger.Stretch("BTC", 0, 100);
    private static final TrialLedger.Stretch LATER = new TrialLedger.Stretch("BTC", 100, 200);
    private static final TrialLedger.Stretch OTHER = new TrialLedger.Stretch("ETH", 0, 100);

    @Test
    void repeatsCountOnce() {
        TrialLedger ledger = new TrialLedger();
        for (int i = 0; i < 30; i++) ledger.add(FIRST, i % 10, 0.1 * (i % 10));
        assertThat(ledger.overlapping("BTC", 0, 100).count()).isEqualTo(10);
        assertThat(ledger.overlapping("BTC", 0, 100).mean()).isEqualTo(0.45, within(1e-12));
    }

    @Test
    void onlyOverlappingTimeOfTheSameInstrumentCounts() {
        TrialLedger ledger = new TrialLedger();
        ledger.add(FIRST, 1, 0);
        ledger.add(LATER, 2, 0);
        ledger.add(OTHER, 3, 0);
        assertThat(ledger.overlapping("BTC", 0, 100).count()).isEqualTo(1);
        assertThat(ledger.overlapping("BTC", 50, 150).count()).isEqualTo(2);
        assertThat(ledger.overlapping("ETH", 100, 200).count()).isZero();
    }

    @Test
    void largeCountsAreEstimatedWithinAFewPercent() {
        for (int seed = 0; seed < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TrialSketch sketch = new TrialSketch();
            for (int i = 0; i < 200_000; i++) sketch.add(random.nextLong(), random.nextGaussian());
            assertThat((double) sketch.count()).as("seed %s", seed).isEqualTo(200_000, within(20_000.0));
            assertThat(sketch.variance()).as("seed %s", seed).isEqualTo(1, within(0.15));
        }
    }

    @Test
    void mergingInAnyOrderGivesTheSameBytesAsOneLedger() {
        TrialLedger whole = new TrialLedger();
        TrialLedger left = new TrialLedger();
        TrialLedger right = new TrialLedger();
        for (int i = 0; i < 5_000; i++) {
            whole.add(FIRST, i, i);
            (i % 3 == 0 ? left : right).add(FIRST, i, i);
            if (i % 5 == 0) right.add(FIRST, i, i);
        }
        left.merge(right);
        assertThat(left.bytes()).isEqualTo(whole.bytes());
        assertThat(TrialLedger.read(whole.bytes()).bytes()).isEqualTo(whole.bytes());
    }

    @Test
    void whatIsNoLedgerIsRefused() {
        assertThatThrownBy(() -> TrialLedger.read(new byte[] {1, 2, 3})).hasMessageContaining("ends too early");
        assertThatThrownBy(() -> TrialLedger.read(new byte[40])).hasMessageContaining("no ledger");
        TrialLedger ledger = new TrialLedger();
        ledger.add(FIRST, 1, 0);
        byte[] cut = Arrays.copyOf(ledger.bytes(), ledger.bytes().length - 3);
        assertThatThrownBy(() -> TrialLedger.read(cut)).hasMessageContaining("ends too early");
    }
}
