package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockTest {
    @Test
    void doublesOfExactInputsAreTheNearest() {
        SplittableRandom random = new SplittableRandom(11);
        long divisor = 1;
        for (int digits = 0; digits <= 18; digits++, divisor *= 10) {
            long[] whole = random.longs(50)
                    .map(value -> value >> random.nextInt(1, 60))
                    .toArray();
            double[] values =
                    new Block(1).resize(40).exact(0, whole, 10, divisor).values(0);
            for (int i = 0; i < 40; i++) {
                assertThat(values[i])
                        .as("%d with %d digits", whole[10 + i], digits)
                        .isEqualTo(BigDecimal.valueOf(whole[10 + i], digits).doubleValue());
            }
        }
    }

    @Test
    void anInputMayBecomeInexactAndExactAgain() {
        Block block = new Block(1).resize(1).exact(0, new long[] {5}, 0, 10);
        assertThat(block.exact(0)).isTrue();
        assertThat(block.values(0)[0]).isEqualTo(0.5);
        block.resize(1).inexact(0, new double[] {7});
        assertThat(block.exact(0)).isFalse();
        assertThat(block.values(0)[0]).isEqualTo(7);
        block.resize(1).exact(0, new long[] {6}, 0, 10);
        assertThat(block.values(0)[0]).isEqualTo(0.6);
    }

    @Test
    void aFoldRefusesToChangeBetweenExactAndInexact() {
        Fold fold = Indicators.find("sma").orElseThrow().fold(2);
        Block block = new Block(1).resize(1).exact(0, new long[] {5}, 0, 10);
        fold.take(block, new double[1][1]);
        block.inexact(0, new double[] {7});
        assertThatThrownBy(() -> fold.take(block, new double[1][1])).isInstanceOf(IllegalStateException.class);
    }
}
