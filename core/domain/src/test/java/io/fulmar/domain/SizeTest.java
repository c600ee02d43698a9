package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static final int SEEDS = 2_000;

    @Test
    void aPartOfAShareIsKeptInWholeMillionths() {
        assertThat(new Size.EquityShare(1_000_000).part(3)).isEqualTo(new Size.EquityShare(333_333));
        assertThat(new Size.RiskShare(5_000).part(8)).isEqualTo(new Size.RiskShare(625));
        assertThatThrownBy(() -> new Size.RiskShare(5).part(8)).hasMessageContaining("risk share of 0");
        assertThatThrownBy(() -> new Size.RiskShare(5).part(0)).hasMessage("a size in 0 parts");
    }

    @Test
    void aPartOfAQuantityHasTheLotsThatTheQuotientHas() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000), random.nextInt(9));
            BigDecimal lot = BigDecimal.ONE.movePointLeft(random.nextInt(9));
            int parts = random.nextInt(1, 9);
            Size.Units part = (Size.Units) new Size.Units(Decimal.of(quantity)).part(parts);
            BigDecimal lots = part.quantity().toBigDecimal().divide(lot, 0, RoundingMode.FLOOR);
            BigDecimal whole = lot.multiply(BigDecimal.valueOf(parts));
            assertThat(lots)
                    .as("seed %s: %s in %s parts, lot %s", seed, quantity, parts, lot)
                    .isEqualByComparingTo(quantity.divide(whole, 0, RoundingMode.FLOOR));
        }
    }
}
