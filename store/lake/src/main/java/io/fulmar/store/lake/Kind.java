package io.fulmar.store.lake;

import io.fulmar.domain.Timeframe;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a dataset holds, and so which columns it has. */
public sealed interface Kind {
    /** Bars of a timeframe. */
    record Candles(Timeframe timeframe) implements Kind {
        @Override
        public String word() {
            return CANDLES + timeframe;
        }
    }

    /** Bars that close by something other than the clock, or by a calendar: {@code renko-0.5%}, {@code ticks-100}, {@code 1M}. */
    record NamedBars(String name) implements Kind {
        public NamedBars {
            if (!NAME.matcher(name).matches() || isTimeframe(name)) {
                throw new IllegalArgumentException(
                        "\"" + name
                                + "\" names no kind of bars: up to 40 letters, digits, %.:_- after a letter or digit, and no timeframe");
            }
        }

        @Override
        public String word() {
            return CANDLES + name;
        }
    }

    /** What happens, one row an event. Several may happen at once, except funding and mark prices. */
    enum Events implements Kind {
        TRADES,
        QUOTES,
        BOOKS,
        FUNDING,
        MARK;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String CANDLES = "candles-";
    Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9%.:_-]{0,39}");

    /** As it stands in paths and is typed: {@code candles-1m}, {@code candles-renko-0.5%}, {@code trades}. */
    String word();

    /** Reads what {@link #word} writes. */
    static Kind parse(String word) {
        if (word.startsWith(CANDLES)) {
            String name = word.substring(CANDLES.length());
            return isTimeframe(name) ? new Candles(Timeframe.parse(name)) : new NamedBars(name);
        }
        for (Events events : Events.values()) {
            if (events.word().equals(word)) {
                return events;
            }
        }
        throw new IllegalArgumentException(
                "\"" + word
                        + "\" is no kind of data: it is candles-TIMEFRAME, candles-NAME, trades, quotes, books, funding or mark");
    }

    private static boolean isTimeframe(String name) {
        try {
            Timeframe.parse(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // then it is a name
        }
    }

    /** Whether a moment has one row at most. */
    default boolean unique() {
        return switch (this) {
            case Candles _ -> true;
            case NamedBars _ -> false;
            case Events events -> events == Events.FUNDING || events == Events.MARK;
        };
    }

    /** Its columns; the first is the time. */
    default List<ArrowField> fields() {
        return Columns.of(this).stream().map(Columns.Column::field).toList();
    }
}
