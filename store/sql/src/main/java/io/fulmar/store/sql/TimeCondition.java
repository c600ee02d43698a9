package io.fulmar.store.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times that one condition of a WHERE lets through at most, {@code [from, to)}: a comparison of {@code time} with a date or a moment
 * written out. A microsecond more is let through on each side, because the views round to that; DuckDB itself decides.
 */
record TimeCondition(long from, long to) {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long MICRO = 1_000;
    private static final Pattern MOMENT = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)Z?)?");

    static Optional<TimeCondition> of(List<String> condition) {
        if (startsWith(condition, "time", "::", "date", "=")) {
            return moment(condition.subList(4, condition.size())).map(day -> within(day, day + DAY));
        }
        if (!condition.getFirst().equals("time")) {
            return Optional.empty();
        }
        String how = condition.get(1);
        if (how.equals("between")) {
            int and = condition.indexOf("and");
            return and < 0
                    ? Optional.empty()
                    : moment(condition.subList(2, and))
                            .flatMap(first -> moment(condition.subList(and + 1, condition.size()))
                                    .map(last -> within(first, last + 1)));
        }
        return moment(condition.subList(2, condition.size())).flatMap(time -> switch (how) {
            case "=" -> Optional.of(within(time, time + 1));
            case ">", ">=" -> Optional.of(new TimeCondition(time - MICRO, Long.MAX_VALUE));
            case "<", "<=" -> Optional.of(new TimeCondition(Long.MIN_VALUE, time + MICRO + 1));
            default -> Optional.empty();
        });
    }

    private static TimeCondition within(long from, long to) {
        return new TimeCondition(from - MICRO, to + MICRO);
    }

    private static boolean startsWith(List<String> tokens, String... words) {
        return tokens.size() > words.length && tokens.subList(0, words.length).equals(List.of(words));
    }

    /** {@code '2024-03-05'}, {@code '2024-03-05 12:00'}, with {@code date} or {@code timestamp} before or behind; {@code make_timestamp(N)}. */
    private static Optional<Long> moment(List<String> tokens) {
        if (tokens.size() == 1 && Narrowing.isText(tokens.getFirst())) {
            return nanos(Narrowing.text(tokens.getFirst()));
        }
        if (tokens.size() == 2 && isType(tokens.get(0)) && Narrowing.isText(tokens.get(1))) {
            return nanos(Narrowing.text(tokens.get(1)));
        }
        if (tokens.size() == 3
                && tokens.get(1).equals("::")
                && isType(tokens.get(2))
                && Narrowing.isText(tokens.get(0))) {
            return nanos(Narrowing.text(tokens.get(0)));
        }
        boolean made =
                tokens.size() == 4 && tokens.get(1).equals("(") && tokens.get(3).equals(")");
        if (!made || !tokens.get(2).matches("[0-9]{1,18}|[1-8][0-9]{18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(tokens.get(2));
        return switch (tokens.getFirst()) {
            case "make_timestamp" ->
                number > Long.MAX_VALUE / 2 / MICRO ? Optional.empty() : Optional.of(number * MICRO);
            case "make_timestamp_ns" -> Optional.of(number);
            default -> Optional.empty();
        };
    }

    private static boolean isType(String token) {
        return token.equals("date") || token.equals("timestamp");
    }

    private static Optional<Long> nanos(String text) {
        Matcher match = MOMENT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(String.valueOf(match.group(1)));
            if (day.getYear() < 1700 || day.getYear() > 2200) {
                return Optional.empty(); // the nanoseconds of others do not fit, with a day more or less
            }
            String time = Optional.ofNullable(match.group(2)).orElse("00:00");
            Instant moment = LocalDateTime.parse(day + "T" + time).toInstant(ZoneOffset.UTC);
            return Optional.of(moment.getEpochSecond() * SECOND + moment.getNano());
        } catch (DateTimeException e) {
            return Optional.empty(); // DuckDB says what is wrong with it
        }
    }
}
