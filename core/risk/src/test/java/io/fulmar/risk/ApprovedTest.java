package io.fulmar.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class ApprovedTest {
    @Test
    void permitIsUsedOnce() {
        var permit = new Risk(RiskLimits.backtest()).cancel(4);
        assertThat(permit.peek().order()).isEqualTo(4);
        assertThat(permit.take()).isEqualTo(new Action.Cancel(4));
        assertThatThrownBy(permit::take).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyElseMintsOne() {
        for (var constructor : Approved.class.getDeclaredConstructors()) {
            assertThat(Modifier.isPublic(constructor.getModifiers())).isFalse();
            assertThat(Modifier.isProtected(constructor.getModifiers())).isFalse();
        }
    }
}
