package io.fulmar.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Timeframe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanionTest {
    private static final long START = 1_704_067_200_000_000_000L;
    private static final Decimal TICK = Decimal.parse("0.01");

    private static Candles leader(long seed) {
        return SyntheticMarket.of(seed).bars(Timeframe.HOUR, START, 20_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theDistanceWandersAndComesBack(long seed) {
        Candles leader = leader(seed);
        Candles beside = Companion.of(leader, seed, 0.0625, TICK);
        double leaderTick = leader.tick().doubleValue();
        double[] distances = new double[leader.size()];
        double mean = 0;
        for (int i = 0; i < distances.length; i++) {
            distances[i] = StrictMath.log(beside.closes()[i] * 0.01 / (leader.closes()[i] * leaderTick * 0.0625));
            mean += distances[i] / distances.length;
        }
        double spread = 0;
        double halfADayLater = 0;
        for (int i = 0; i + 12 < distances.length; i++) {
            spread += (distances[i] - mean) * (distances[i] - mean);
            halfADayLater += (distances[i] - mean) * (distances[i + 12] - mean);
        }
        assertThat(mean).isBetween(-0.002, 0.002);
        assertThat(Math.sqrt(spread / distances.length)).isBetween(0.010, 0.014);
        assertThat(halfADayLater / spread)
                .as("half of it is gone after twelve hours")
                .isBetween(0.44, 0.56);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void itsBarsAreBarsAndTheSameForTheSameSeed(long seed) {
        Candles leader = leader(seed);
        Candles beside = Companion.of(leader, seed, 0.0025, TICK);
        Candles again = Companion.of(leader, seed, 0.0025, TICK);
        for (int i = 0; i < beside.size(); i++) {
            long open = beside.opens()[i];
            long close = beside.closes()[i];
            assertThat(beside.highs()[i]).isGreaterThanOrEqualTo(Math.max(open, close));
            assertThat(beside.lows()[i]).isBetween(1L, Math.min(open, close));
            assertThat(beside.volumes()[i]).isNotNegative();
        }
        assertThat(again.closes()).isEqualTo(beside.closes());
        assertThat(again.volumes()).isEqualTo(beside.volumes());
    }
}
