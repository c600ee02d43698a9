package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void basisPointsAreReducedFractions() {
        assertThat(Rate.ofBasisPoints("4")).isEqualTo(new Rate(1, 2500));
        assertThat(Rate.ofBasisPoints("2.5")).isEqualTo(new Rate(1, 4000));
        assertThat(Rate.ofBasisPoints("2.50")).hasToString("1/4000");
        assertThat(Rate.ofBasisPoints("-1")).isEqualTo(new Rate(-1, 10_000));
        assertThat(Rate.ofBasisPoints("0")).isEqualTo(Rate.ZERO);
        assertThat(Rate.ofBasisPoints("0.00000000000001")).isEqualTo(new Rate(1, Exact.powerOfTen(18)));
    }

    @Test
    void percentFractionAndPartsPerMillionAgree() {
        assertThat(Rate.ofPercent("0.04")).isEqualTo(Rate.ofBasisPoints("4"));
        assertThat(Rate.ofFraction(Decimal.parse("0.0004"))).isEqualTo(Rate.ofBasisPoints("4"));
        assertThat(Rate.ofPartsPerMillion(400)).isEqualTo(Rate.ofBasisPoints("4"));
        assertThat(Rate.ofPercent("100").doubleValue()).isEqualTo(1);
        assertThat(Rate.ofPercent("0").isZero()).isTrue();
    }

    @Test
    void whatNoFractionOfLongsHoldsIsRefused() {
        assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, -2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(Long.MIN_VALUE, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.ofBasisPoints("0.000000000000001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many decimals");
        assertThatThrownBy(() -> Rate.ofBasisPoints("free")).hasMessageContaining("not a decimal number");
    }
}
