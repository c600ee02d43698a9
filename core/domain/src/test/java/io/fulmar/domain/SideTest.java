package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SideTest {
    @Test
    void oppositesCancel() {
        assertThat(Side.BUY.sign() + Side.BUY.opposite().sign()).isZero();
        assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
    }
}
