package io.fulmar.market;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the day at some place in the world: {@code NSE}, {@code NYSE 10:00-15:30}, {@code Europe/Berlin 22:00-06:00}. A named exchange
 * brings its time zone, its weekdays and its regular hours; a time zone alone means every day. Holidays are not known: on those there are
 * no bars.
 *
 * @param zone where its clock hangs, summer time included
 * @param days on which it may begin
 * @param fromSecond of the day
 * @param toSecond of the day; beyond midnight it is more than a day
 */
public record Session(ZoneId zone, Set<DayOfWeek> days, int fromSecond, int toSecond) {
    static final int DAY_SECONDS = 86_400;
    private static final Pattern FORM = Pattern.compile("(\\S+)(?:\\s+(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d))?");
    private static final Set<DayOfWeek> WEEKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final Map<String, Session> EXCHANGES = new TreeMap<>(Map.of(
            "NSE", regular("Asia/Kolkata", 9, 15, 15, 30),
            "BSE", regular("Asia/Kolkata", 9, 15, 15, 30),
            "NYSE", regular("America/New_York", 9, 30, 16, 0),
            "NASDAQ", regular("America/New_York", 9, 30, 16, 0),
            "LSE", regular("Europe/London", 8, 0, 16, 30),
            "XETRA", regular("Europe/Berlin", 9, 0, 17, 30)));

    public Session {
        days = Set.copyOf(days);
        boolean sane = fromSecond >= 0 && fromSecond < DAY_SECONDS && toSecond > fromSecond;
        if (!sane || toSecond - fromSecond > DAY_SECONDS) {
            throw new IllegalArgumentException("a session from second " + fromSecond + " to " + toSecond
                    + " of the day: it must be 0 to 24 hours");
        }
    }

    private static Session regular(String zone, int hour, int minute, int toHour, int toMinute) {
        return new Session(ZoneId.of(zone), WEEKDAYS, seconds(hour, minute), seconds(toHour, toMinute));
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
        return new Session(zone, days, from, to > from ? to : to + DAY_SECONDS);
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
