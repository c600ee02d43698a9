package io.fulmar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeframeTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "1ms, 1000000",
        "1s, 1000000000",
        "1m, 60000000000",
        "5m, 300000000000",
        "1h, 3600000000000",
        "4h, 14400000000000",
        "1d, 86400000000000",
        "1w, 604800000000000"
    })
    void readsAndPrintsTheUsualOnes(String text, long nanos) {
        assertThat(Timeframe.parse(text)).isEqualTo(new Timeframe(nanos)).hasToString(text);
    }

    @Test
    void printsTheLargestUnitThatDivides() {
        assertThat(Timeframe.parse("60s")).isEqualTo(Timeframe.MINUTE).hasToString("1m");
        assertThat(Timeframe.parse("90m")).hasToString("90m");
        assertThat(Timeframe.parse("24h")).isEqualTo(Timeframe.DAY).hasToString("1d");
        assertThat(Timeframe.parse("7d")).isEqualTo(Timeframe.WEEK).hasToString("1w");
        assertThat(new Timeframe(7)).hasToString("7ns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "m", "0m", "01m", "-1m", "1M", "1y", "1.5h", "1 m", "100000s", "1min"})
    void refusesOthersAndShowsTheForm(String text) {
        assertThatThrownBy(() -> Timeframe.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\" is not a timeframe; write a number and s, m (minutes)");
    }

    @Test
    void aTimeframeIsPositive() {
        assertThatThrownBy(() -> new Timeframe(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Timeframe(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void boundariesAreThoseOfTheCalendar(long seed) {
        var draw = new Draw(seed);
        for (int i = 0; i < 20_000; i++) {
            // 1834 to 2106, so before the epoch too.
            long second = (1L << 32) - draw.below(1L << 33);
            long nanos = second * SECOND + draw.below(SECOND);
            var time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
            var midnight = time.truncatedTo(ChronoUnit.DAYS);
            var monday = midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            String where = "seed %d: %s".formatted(seed, time);
            assertThat(floor("1m", nanos)).as(where).isEqualTo(time.truncatedTo(ChronoUnit.MINUTES));
            assertThat(floor("1h", nanos)).as(where).isEqualTo(time.truncatedTo(ChronoUnit.HOURS));
            assertThat(floor("4h", nanos)).as(where).isEqualTo(midnight.plusHours(time.getHour() / 4 * 4L));
            assertThat(floor("1d", nanos)).as(where).isEqualTo(midnight);
            assertThat(floor("1w", nanos)).as(where).isEqualTo(monday);
        }
    }

    @Test
    void aBoundaryIsItsOwnFloor() {
        long monday = Instant.parse("2026-11-23T00:00:00Z").getEpochSecond() * SECOND;
        assertThat(Timeframe.WEEK.floor(monday)).isEqualTo(monday);
        assertThat(Timeframe.WEEK.floor(monday - 1)).isEqualTo(monday - Timeframe.WEEK.nanos());
        assertThat(Timeframe.MINUTE.floor(-1)).isEqualTo(-Timeframe.MINUTE.nanos());
        assertThat(Timeframe.DAY.floor(0)).isZero();
    }

    @Test
    void timesAtTheEndOfTheLongAreExactOrRefused() {
        assertThat(Timeframe.DAY.floor(Long.MAX_VALUE)).isPositive();
        assertThatThrownBy(() -> Timeframe.DAY.floor(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Timeframe.WEEK.floor(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 5m, true",
        "1m, 1m, true",
        "2m, 5m, false",
        "5m, 1m, false",
        "1h, 1d, true",
        "1d, 1w, true",
        "2d, 2w, true",
        "3d, 3w, false",
        "7h, 1w, false",
        "1w, 4w, true"
    })
    void dividesOnlyWhereBoundariesMeet(String fine, String coarse, boolean divides) {
        assertThat(Timeframe.parse(fine).divides(Timeframe.parse(coarse))).isEqualTo(divides);
    }

    @Test
    void shorterComesFirst() {
        assertThat(Timeframe.MINUTE).isLessThan(Timeframe.HOUR);
    }

    private static LocalDateTime floor(String timeframe, long nanos) {
        long floor = Timeframe.parse(timeframe).floor(nanos);
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(floor, SECOND), (int) Math.floorMod(floor, SECOND), ZoneOffset.UTC);
    }
}
