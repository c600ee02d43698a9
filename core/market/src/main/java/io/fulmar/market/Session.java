package io.fulmar.market;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the day at some place in the world: {@code NSE}, {@code NYSE 10:00-15:30}, {@code Europe/Berlin 22:00-06:00}. A named exchange
 * brings its time zone, its weekdays, its regular hours and the holidays we know of; a time zone alone means every day.
 *
 * @param zone where its clock hangs, summer time included
 * @param days on which it may begin
 * @param fromSecond of the day
 * @param toSecond of the day; beyond midnight it is more than a day
 * @param holidays days on which it does not begin, or ends early
 */
public record Session(ZoneId zone, Set<DayOfWeek> days, int fromSecond, int toSecond, Holidays holidays) {
    static final int DAY_SECONDS = 86_400;
    private static final Pattern FORM = Pattern.compile("(\\S+)(?:\\s+(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d))?");
    private static final String NEW_YORK = "America/New_York";
    private static final Set<DayOfWeek> WEEKDAYS = Set.copyOf(EnumSet.range(MONDAY, FRIDAY));
    private static final Set<DayOfWeek> FOREX_DAYS = EnumSet.of(SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY);
    private static final Map<String, Session> EXCHANGES = exchanges();

    public Session {
        days = Set.copyOf(days);
        boolean sane = fromSecond >= 0 && fromSecond < DAY_SECONDS && toSecond > fromSecond;
        if (!sane || toSecond - fromSecond > DAY_SECONDS) {
            throw new IllegalArgumentException("a session from second " + fromSecond + " to " + toSecond
                    + " of the day: it must be 0 to 24 hours");
        }
    }

    public Session(ZoneId zone, Set<DayOfWeek> days, int fromSecond, int toSecond) {
        this(zone, days, fromSecond, toSecond, Holidays.NONE);
    }

    private static Map<String, Session> exchanges() {
        Map<String, Session> known = new TreeMap<>();
        Holidays india = Holidays.parse(KnownHolidays.INDIA);
        Holidays us = Holidays.parse(KnownHolidays.US);
        known.put("NSE", regular("Asia/Kolkata", seconds(9, 15), seconds(15, 30), india));
        known.put("BSE", regular("Asia/Kolkata", seconds(9, 15), seconds(15, 30), india));
        for (String name : List.of("NYSE", "NASDAQ", "US")) {
            known.put(name, regular(NEW_YORK, seconds(9, 30), seconds(16, 0), us));
        }
        known.put("US-PRE", regular(NEW_YORK, seconds(4, 0), seconds(9, 30), us));
        known.put("US-POST", regular(NEW_YORK, seconds(16, 0), seconds(20, 0), us));
        known.put("US-EXTENDED", regular(NEW_YORK, seconds(4, 0), seconds(20, 0), us));
        known.put("LSE", regular("Europe/London", seconds(8, 0), seconds(16, 30), Holidays.NONE));
        known.put("XETRA", regular("Europe/Berlin", seconds(9, 0), seconds(17, 30), Holidays.NONE));
        // From Sunday's evening in New York to Friday's: five days that touch.
        known.put("FX", new Session(ZoneId.of(NEW_YORK), FOREX_DAYS, seconds(17, 0), seconds(41, 0)));
        known.put("24/7", new Session(ZoneId.of("UTC"), EnumSet.allOf(DayOfWeek.class), 0, DAY_SECONDS));
        return known;
    }

    private static Session regular(String zone, int from, int to, Holidays holidays) {
        return new Session(ZoneId.of(zone), WEEKDAYS, from, to, holidays);
    }

    private static int seconds(int hour, int minute) {
        return 60 * (60 * hour + minute);
    }

    /** Reads {@code EXCHANGE}, {@code EXCHANGE 09:15-15:20} or {@code ZONE 09:15-15:20}. */
    public static Session parse(String text) {
        Matcher match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw wrong(text, "write an exchange or a time zone, then from-to, such as NSE 09:15-15:20");
        }
        String name = match.group(1);
        boolean hours = match.group(2) != null;
        Session known = EXCHANGES.get(name);
        if (known != null && !hours) {
            return known;
        }
        if (known != null && known.nanos() == DAY_SECONDS * SessionClock.SECOND) {
            throw wrong(text, name + " has no hours of its own: name a place, such as Europe/London 08:00-17:00");
        }
        ZoneId zone = known != null ? known.zone : zone(text, name);
        if (!hours) {
            throw wrong(text, "a time zone needs hours, such as " + name + " 09:00-17:00");
        }
        int from = time(text, match.group(2), match.group(3));
        int to = time(text, match.group(4), match.group(5));
        if (from == to || from == DAY_SECONDS) {
            throw wrong(text, "it begins when it ends, or at 24:00; the whole day is 00:00-24:00");
        }
        Set<DayOfWeek> days = known != null ? known.days : EnumSet.allOf(DayOfWeek.class);
        Holidays holidays = known != null ? known.holidays : Holidays.NONE;
        return new Session(zone, days, from, to > from ? to : to + DAY_SECONDS, holidays);
    }

    private static ZoneId zone(String text, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a session: " + name + " is neither an exchange we know ("
                            + String.join(", ", EXCHANGES.keySet()) + ") nor a time zone such as UTC or Asia/Tokyo",
                    e);
        }
    }

    private static int time(String text, String hour, String minute) {
        int seconds = seconds(Integer.parseInt(hour), Integer.parseInt(minute));
        if (seconds > DAY_SECONDS || Integer.parseInt(minute) > 59) {
            throw wrong(text, hour + ":" + minute + " is no time of day");
        }
        return seconds;
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is not a session: " + why);
    }

    /** The same without these days as well: {@code 2026-12-25}, or {@code 2026-12-24 13:00} where it ends early. */
    public Session closedOn(String... days) {
        return new Session(
                zone, this.days, fromSecond, toSecond, holidays.and(Holidays.parse(String.join("\n", days))));
    }

    /** How long it lasts. */
    public long nanos() {
        return (toSecond - fromSecond) * SessionClock.SECOND;
    }

    @Override
    public String toString() {
        return zone + " " + clock(fromSecond) + "-" + clock(toSecond > DAY_SECONDS ? toSecond - DAY_SECONDS : toSecond);
    }

    private static String clock(int second) {
        return "%02d:%02d".formatted(second / 3600, second / 60 % 60);
    }
}
