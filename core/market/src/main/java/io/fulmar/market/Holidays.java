package io.fulmar.market;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The days on which an exchange is shut, or shuts early, as data. A line says {@code 2026-12-25} or {@code 2026-12-24 13:00}, the time at which
 * it shuts, in the exchange's time; what follows a # is for people.
 *
 * @param ends by day since 1970: the second of the day at which trading ends, 0 on a day without any
 */
public record Holidays(Map<Long, Integer> ends) {
    public static final Holidays NONE = new Holidays(Map.of());

    public Holidays {
        ends = Map.copyOf(ends);
    }

    public static Holidays parse(String lines) {
        Map<Long, Integer> ends = new LinkedHashMap<>();
        for (String line : lines.split("\n", -1)) {
            String text = line.replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                add(text, ends);
            }
        }
        return new Holidays(ends);
    }

    private static void add(String text, Map<Long, Integer> ends) {
        String[] words = text.split("\\s+", -1);
        try {
            long day = LocalDate.parse(words[0]).toEpochDay();
            int end = words.length == 1 ? 0 : LocalTime.parse(words[1]).toSecondOfDay();
            if (words.length <= 2 && ends.putIfAbsent(day, end) == null) {
                return;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(wrong(text), e);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static String wrong(String text) {
        return "\"" + text
                + "\" is not a holiday: write a date once, such as 2026-12-25, and after it the time at which"
                + " trading ends if there is some, such as 2026-12-24 13:00";
    }

    /** These and those. */
    public Holidays and(Holidays more) {
        Map<Long, Integer> all = new LinkedHashMap<>(ends);
        more.ends.forEach((day, end) -> all.merge(day, end, Math::min));
        return new Holidays(all);
    }

    /** When a session that would end at a second of the day does end on that day. */
    int end(long day, int second) {
        Integer end = ends.get(day);
        return end == null ? second : Math.min(second, end);
    }
}
