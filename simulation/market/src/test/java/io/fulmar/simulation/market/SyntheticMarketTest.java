package io.fulmar.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Timeframe;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticMarketTest {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000;
    private static final int YEAR = 525_600;

    @Test
    void seedGivesTheSameMarketEverywhere() throws Exception {
        var crypto = SyntheticMarket.of(42).bars(Timeframe.MINUTE, START, 20_000);
        assertThat(hash(crypto)).isEqualTo("bb968bda30645b4ffb57cdefc6caea20b84b82e5070a2345666ddf640734fae6");
        var forex = SyntheticMarket.of(42, MarketModel.FOREX).bars(Timeframe.HOUR, START, 5_000);
        assertThat(hash(forex)).isEqualTo("fdec4bf13e299e49ba2a058b0760483e2d13d06884e02058bd13ba7073409645");
    }

    @Test
    void anotherSeedGivesAnotherMarket() throws Exception {
        var one = SyntheticMarket.of(1).bars(Timeframe.MINUTE, START, 1000);
        assertThat(hash(SyntheticMarket.of(1).bars(Timeframe.MINUTE, START, 1000)))
                .isEqualTo(hash(one));
        assertThat(hash(SyntheticMarket.of(2).bars(Timeframe.MINUTE, START, 1000)))
                .isNotEqualTo(hash(one));
    }

    @Test
    void longerRunBeginsLikeAShorterOne() {
        var shorter = SyntheticMarket.of(9).bars(Timeframe.MINUTE, START, 500);
        var longer = SyntheticMarket.of(9).bars(Timeframe.MINUTE, START, 5000);
        assertThat(Arrays.copyOf(longer.closes(), 500)).isEqualTo(shorter.closes());
        assertThat(Arrays.copyOf(longer.volumes(), 500)).isEqualTo(shorter.volumes());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 42, -7})
    void minutesLookLikeAMarket(long seed) {
        var candles = SyntheticMarket.of(seed).bars(Timeframe.MINUTE, START, YEAR);
        requireWhole(candles);
        var returns = returns(candles);
        double deviation = Math.sqrt(moment(returns, 2));
        // A calm minute has 0.6 / sqrt(525,600) = 0.083 percent; regimes and jumps add to it.
        assertThat(deviation).isBetween(0.0007, 0.0020);
        assertThat(moment(returns, 4) / (deviation * deviation * deviation * deviation))
                .isGreaterThan(4);
        assertThat(autocorrelation(returns, 1)).isCloseTo(0, within(0.02));
        var sizes = Arrays.stream(returns).map(Math::abs).toArray();
        for (int lag : new int[] {1, 10, 60}) {
            assertThat(autocorrelation(sizes, lag)).as("lag %d", lag).isGreaterThan(0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "5m", "1h", "1d", "1w"})
    void everyTimeframeGivesWholeBars(String timeframe) {
        for (long seed = 0; seed < 20; seed++) {
            requireWhole(SyntheticMarket.of(seed).bars(Timeframe.parse(timeframe), START, 2000));
            requireWhole(SyntheticMarket.of(seed, MarketModel.FOREX).bars(Timeframe.parse(timeframe), START, 2000));
        }
    }

    @Test
    void wildSettingsStillGiveWholeBars() {
        var wild = new MarketModel(Decimal.parse("0.5"), 0.5, 10, 1000, 1e-3, true);
        requireWhole(SyntheticMarket.of(3, wild).bars(Timeframe.DAY, START, 5000));
        var still = new MarketModel(Decimal.parse("0.01"), 100, 0, 0, 10, false);
        var bars = SyntheticMarket.of(3, still).bars(Timeframe.MINUTE, START, 5000);
        requireWhole(bars);
        assertThat(bars.closes()).containsOnly(10_000);
    }

    @Test
    void volumeIsHighAtTheEndsOfTheDay() {
        var candles = SyntheticMarket.of(5).bars(Timeframe.HOUR, START, 24 * 365);
        var byHour = new double[24];
        for (int i = 0; i < candles.size(); i++) {
            byHour[i % 24] += candles.volumes()[i] / 365;
        }
        assertThat(byHour[0]).isGreaterThan(1.8 * byHour[12]);
        assertThat(byHour[23]).isGreaterThan(1.8 * byHour[12]);
        assertThat(Arrays.stream(byHour).sum()).isBetween(15_000.0, 30_000.0);
    }

    @Test
    void weekendsAreClosedAndReopenWithAGap() {
        var candles = SyntheticMarket.of(6, MarketModel.FOREX).bars(Timeframe.HOUR, START, 24 * 300);
        int gaps = 0;
        for (int i = 0; i < candles.size(); i++) {
            var time = Instant.ofEpochSecond(candles.openTimes()[i] / 1_000_000_000)
                    .atOffset(ZoneOffset.UTC);
            boolean closed = time.getDayOfWeek() == DayOfWeek.SATURDAY
                    || (time.getDayOfWeek() == DayOfWeek.FRIDAY && time.getHour() >= 22)
                    || (time.getDayOfWeek() == DayOfWeek.SUNDAY && time.getHour() < 22);
            assertThat(closed).as("open at %s", time).isFalse();
            if (i > 0 && candles.openTimes()[i] - candles.openTimes()[i - 1] > Timeframe.HOUR.nanos()) {
                gaps += candles.opens()[i] == candles.closes()[i - 1] ? 0 : 1;
            }
        }
        assertThat(gaps).isGreaterThan(50);
    }

    @Test
    void barsBeginOnTheNextBoundary() {
        var candles = SyntheticMarket.of(6).bars(Timeframe.HOUR, START + 1, 2);
        assertThat(candles.openTimes())
                .containsExactly(START + Timeframe.HOUR.nanos(), START + 2 * Timeframe.HOUR.nanos());
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new MarketModel(Decimal.ONE, 0.5, 0.6, 1, 1, false))
                .hasMessageContaining("priceStart");
        assertThatThrownBy(() -> new MarketModel(Decimal.ONE, 5, Double.NaN, 1, 1, false))
                .hasMessageContaining("volatilityYearly");
    }

    @Test
    void normalDrawsHaveTheRightMomentsAndTails() {
        var stream = new Stream(1, "test");
        var draws = new double[1_000_000];
        Arrays.setAll(draws, _ -> stream.normal());
        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(0, within(0.005));
        assertThat(moment(draws, 2)).isCloseTo(1, within(0.01));
        assertThat(moment(draws, 4)).isCloseTo(3, within(0.05));
        assertThat(Stream.normalQuantile(0.975)).isCloseTo(1.959963985, within(1e-6));
        assertThat(Stream.normalQuantile(0.001)).isCloseTo(-3.090232306, within(1e-6));
        assertThat(Stream.normalQuantile(1e-12)).isCloseTo(-7.034483825, within(1e-6));
        assertThat(Stream.normalQuantile(0.5)).isZero();
    }

    private static void requireWhole(Candles candles) {
        for (int i = 0; i < candles.size(); i++) {
            long open = candles.opens()[i];
            long close = candles.closes()[i];
            boolean whole = candles.lows()[i] >= 1
                    && candles.lows()[i] <= Math.min(open, close)
                    && candles.highs()[i] >= Math.max(open, close)
                    && candles.volumes()[i] > 0
                    && candles.timeframe().floor(candles.openTimes()[i]) == candles.openTimes()[i]
                    && (i == 0 || candles.openTimes()[i] > candles.openTimes()[i - 1]);
            assertThat(whole).as("bar %d", i).isTrue();
        }
    }

    private static double[] returns(Candles candles) {
        var returns = new double[candles.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = (double) candles.closes()[i + 1] / candles.closes()[i] - 1;
        }
        return returns;
    }

    private static double moment(double[] values, int order) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double sum = 0;
        for (double value : values) {
            sum += StrictMath.pow(value - mean, order);
        }
        return sum / values.length;
    }

    private static double autocorrelation(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length / moment(values, 2);
    }

    private static String hash(Candles candles) throws Exception {
        var bytes = ByteBuffer.allocate(candles.size() * 48);
        for (int i = 0; i < candles.size(); i++) {
            bytes.putLong(candles.openTimes()[i]).putLong(candles.opens()[i]).putLong(candles.highs()[i]);
            bytes.putLong(candles.lows()[i]).putLong(candles.closes()[i]).putDouble(candles.volumes()[i]);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
