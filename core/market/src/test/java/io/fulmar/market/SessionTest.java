package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int SEEDS = 2_000;

    private static boolean covers(String session, String open, int minutes) {
        long time = Instant.parse(open).getEpochSecond() * SECOND;
        return new SessionClock(Session.parse(session)).covers(time, time + minutes * 60L * SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "NSE 09:15-15:20, 2024-01-02T03:45:00Z, 5, true", // 09:15 in Mumbai
        "NSE 09:15-15:20, 2024-01-02T03:44:00Z, 5, false",
        "NSE 09:15-15:20, 2024-01-02T09:45:00Z, 5, true", // closes at 15:20
        "NSE 09:15-15:20, 2024-01-02T09:46:00Z, 5, false",
        "NSE, 2024-01-02T09:55:00Z, 5, true",
        "NSE, 2024-01-06T05:00:00Z, 5, false", // Saturday
        "NYSE, 2024-03-08T14:30:00Z, 30, true", // winter: 09:30
        "NYSE, 2024-03-11T13:30:00Z, 30, true", // summer: 09:30
        "NYSE, 2024-03-11T20:00:00Z, 30, false",
        "UTC 00:00-24:00, 2024-01-06T00:00:00Z, 1440, true",
        "UTC 22:00-06:00, 2024-01-06T23:30:00Z, 60, true", // over midnight
        "UTC 22:00-06:00, 2024-01-06T05:00:00Z, 60, true",
        "UTC 22:00-06:00, 2024-01-06T05:30:00Z, 60, false",
        "NSE, 2024-01-26T05:00:00Z, 5, false", // Republic Day
        "NSE 09:15-15:20, 2026-11-24T03:45:00Z, 5, false", // Guru Nanak Jayanti
        "NYSE, 2024-07-03T16:55:00Z, 5, true", // closes at 13:00
        "NYSE, 2024-07-03T16:55:00Z, 10, false",
        "US-PRE, 2024-07-03T08:00:00Z, 60, true",
        "US-PRE, 2024-07-04T08:00:00Z, 60, false",
        "US-PRE, 2024-07-05T13:00:00Z, 60, false", // opens at 13:30
        "US-EXTENDED, 2024-07-05T13:00:00Z, 60, true",
        "US-POST, 2024-07-05T23:00:00Z, 60, true",
        "24/7, 2024-01-06T00:00:00Z, 2880, true",
        "24/7, 2024-01-06T23:00:00Z, 120, true",
        "FX, 2024-01-05T21:00:00Z, 60, true", // Friday, 16:00 in New York
        "FX, 2024-01-05T22:00:00Z, 60, false",
        "FX, 2024-01-06T12:00:00Z, 60, false",
        "FX, 2024-01-07T21:00:00Z, 60, false",
        "FX, 2024-01-07T22:00:00Z, 60, true", // Sunday, 17:00 in New York
        "FX, 2024-01-08T20:00:00Z, 240, true", // over the border of two days
        "FX, 2024-01-05T20:00:00Z, 240, false",
        "XETRA 22:00-06:00, 2024-01-06T03:00:00Z, 60, true", // Friday's night
        "XETRA 22:00-06:00, 2024-01-08T03:00:00Z, 60, false" // there is none on Sunday
    })
    void aBarCountsWhenItLiesInsideAsAWhole(String session, String open, int minutes, boolean expected) {
        assertThat(covers(session, open, minutes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NSX 09:15-15:20 | NSX is neither an exchange we know (24/7, BSE, FX, LSE, NASDAQ, NSE, NYSE, US, US-EXTENDED, US-POST, US-PRE, XETRA) nor a time zone",
                "UTC             | a time zone needs hours, such as UTC 09:00-17:00",
                "NSE 9-15        | write an exchange or a time zone, then from-to",
                "NSE 09:60-15:20 | 09:60 is no time of day",
                "NSE 09:00-24:01 | 24:01 is no time of day",
                "NSE 09:00-09:00 | it begins when it ends",
                "UTC 24:00-01:00 | or at 24:00",
                "FX 08:00-17:00  | name a place, such as Europe/London 08:00-17:00"
            })
    void whatIsNoSessionIsNamedWithItsFix(String text, String error) {
        assertThatThrownBy(() -> Session.parse(text))
                .hasMessageContaining("\"" + text + "\" is not a session")
                .hasMessageContaining(error);
    }

    @Test
    void whoeverKnowsMoreHolidaysSaysThem() {
        Session london = Session.parse("LSE").closedOn("2026-12-25", "2026-12-24 12:30 # half a day");
        SessionClock clock = new SessionClock(london);
        long minute = 60 * SECOND;
        long christmas = Instant.parse("2026-12-25T10:00:00Z").getEpochSecond() * SECOND;
        long eve = Instant.parse("2026-12-24T12:29:00Z").getEpochSecond() * SECOND;

        assertThat(clock.covers(christmas, christmas + minute)).isFalse();
        assertThat(clock.covers(eve, eve + minute)).isTrue();
        assertThat(clock.covers(eve + minute, eve + 2 * minute)).isFalse();
        assertThatThrownBy(() -> london.closedOn("2026-12-25 at noon")).hasMessageContaining("is not a holiday");
        assertThatThrownBy(() -> Holidays.parse("2026-12-25\n2026-12-25 13:00"))
                .hasMessageContaining("write a date once");
    }

    @Test
    void theClockFindsTheSessionOfAMomentOrTheNextOne() {
        SessionClock clock = new SessionClock(Session.parse("NSE"));
        assertThat(clock.moveTo(at("2026-11-23T05:00:00Z"))).isTrue();
        assertThat(clock.opens()).isEqualTo(at("2026-11-23T03:45:00Z"));
        assertThat(clock.closes()).isEqualTo(at("2026-11-23T10:00:00Z"));
        assertThat(clock.moveTo(at("2026-11-23T10:00:00Z"))).isFalse();
        assertThat(clock.opens()).as("a holiday lies between").isEqualTo(at("2026-11-25T03:45:00Z"));
    }

    private static long at(String time) {
        return Instant.parse(time).getEpochSecond() * SECOND;
    }

    @Test
    void theClockAgreesWithTheCalendarAtEveryMoment() {
        ZoneId[] zones = {ZoneId.of("America/New_York"), ZoneId.of("Europe/London"), ZoneId.of("Asia/Kolkata")};
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ZoneId zone = zones[random.nextInt(zones.length)];
            Session session = new Session(zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 34_200, 57_600);
            SessionClock clock = new SessionClock(session);
            long time = 1_600_000_000L + random.nextLong(200_000_000L) / 300 * 300;
            for (int i = 0; i < 50; i++) {
                ZonedDateTime opens = Instant.ofEpochSecond(time).atZone(zone);
                LocalTime open = opens.toLocalTime();
                boolean expected = opens.getDayOfWeek().getValue() <= 5
                        && !open.isBefore(LocalTime.of(9, 30))
                        && !open.plusMinutes(5).isAfter(LocalTime.of(16, 0))
                        && open.isBefore(LocalTime.of(23, 0));
                assertThat(clock.covers(time * SECOND, (time + 300) * SECOND))
                        .as("seed %s: %s", seed, opens)
                        .isEqualTo(expected);
                time += random.nextInt(4) == 0 ? 86_400L * random.nextInt(-20, 20) : 1_800;
            }
        }
    }
}
