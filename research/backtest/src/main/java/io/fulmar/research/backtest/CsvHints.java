package io.fulmar.research.backtest;

import java.util.List;
import java.util.Locale;

/**
 * What somebody says about a file's shape; what is empty is found out by looking.
 *
 * @param columns by place, such as {@code time,open,high,low,close,volume,-}, or by name, such as {@code time=Gmt time,open=Bid}
 * @param delimiter one character
 * @param times {@code s}, {@code ms}, {@code us}, {@code ns} or {@code iso}
 * @param base the base currency, which some programs name a column of volumes after
 * @param quote the quote currency
 */
public record CsvHints(List<String> columns, String delimiter, String times, String base, String quote) {
    public static final List<String> DELIMITERS = List.of(",", ";", "|", "\t");
    public static final List<String> TIMES = List.of("s", "ms", "us", "ns", "iso");

    /** Nothing is said. */
    public static final CsvHints NONE = new CsvHints(List.of(), "", "", "", "");

    public CsvHints {
        columns = List.copyOf(columns);
        base = base.toLowerCase(Locale.ROOT);
        quote = quote.toLowerCase(Locale.ROOT);
    }

    /** Whether columns are told by their names in the header. */
    boolean named() {
        return columns.stream().anyMatch(column -> column.indexOf('=') > 0);
    }

    CsvTime.Form form() {
        return switch (times) {
            case "s" -> CsvTime.Form.SECONDS;
            case "ms" -> CsvTime.Form.MILLIS;
            case "us" -> CsvTime.Form.MICROS;
            case "ns" -> CsvTime.Form.NANOS;
            case "iso" -> CsvTime.Form.ISO;
            default -> CsvTime.Form.UNKNOWN;
        };
    }
}
