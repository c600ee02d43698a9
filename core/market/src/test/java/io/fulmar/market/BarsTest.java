package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Timeframe;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void growsAtTheEnd() {
        var bars = new Bars(Timeframe.HOUR, 0);
        for (int i = 0; i < 1000; i++) {
            bars.append(i, i + 1, i + 2, i + 3, i + 4, i + 0.5);
        }
        assertThat(bars.size()).isEqualTo(1000);
        assertThat(bars.openTime(999)).isEqualTo(999);
        assertThat(bars.closeTime(999)).isEqualTo(999 + Timeframe.HOUR.nanos());
        assertThat(bars.opens()[999]).isEqualTo(1000);
        assertThat(bars.highs()[999]).isEqualTo(1001);
        assertThat(bars.lows()[999]).isEqualTo(1002);
        assertThat(bars.closes()[999]).isEqualTo(1003);
        assertThat(bars.volumes()[999]).isEqualTo(999.5);
    }

    @Test
    void columnsOfUnequalLengthAreRefused() {
        var two = new long[2];
        assertThatThrownBy(() -> new Bars(Timeframe.HOUR, two, two, two, two, new long[1], new double[2], 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bars(Timeframe.HOUR, two, two, two, two, two, new double[2], 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
