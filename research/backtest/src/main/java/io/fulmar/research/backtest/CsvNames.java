package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that programs and venues give their columns of bars, and which of a file's columns are meant. */
final class CsvNames {
    /** By role; of several names that a file has, the first of the list is taken. */
    private static final List<List<String>> KNOWN = List.of(
            List.of("open", "o", "open_price", "price_open", "first_price"),
            List.of("high", "h", "high_price", "price_high", "max"),
            List.of("low", "l", "low_price", "price_low", "min"),
            List.of("close", "c", "close_price", "price_close", "last_price"),
            List.of(
                    "volume",
                    "v",
                    "vol",
                    "base_volume",
                    "volume_base",
                    "volume_traded",
                    "amount",
                    "tick_volume",
                    "tickvol"),
            List.of("time", "open_time", "opentime", "timestamp", "ts", "t", "unix", "unix_timestamp", "epoch").stream()
                    .flatMap(CsvNames::andInUnits)
                    .toList());

    private static final List<String> DATES = List.of(
            "datetime",
            "date_time",
            "date",
            "start",
            "start_time",
            "starttime",
            "gmt_time",
            "utc_time",
            "time_utc",
            "period_start");

    private static final List<String> QUOTE_VOLUMES =
            List.of("quote_volume", "quote_asset_volume", "quotevolume", "volume_quote", "turnover", "value_traded");
    private static final List<String> TRADES = List.of(
            "trades", "count", "number_of_trades", "num_trades", "trade_count", "tradecount", "trades_count", "n");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBERS = Pattern.compile("[-+.:/0-9eEtTzZ ]+");

    private CsvNames() {}

    private static java.util.stream.Stream<String> andInUnits(String name) {
        return java.util.stream.Stream.of("", "_ms", "_us", "_ns", "_s").map(name::concat);
    }

    /** A name without quotes, brackets and capitals. */
    static String plain(String name) {
        var plain = NO_WORD.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
        int from = plain.startsWith("_") ? 1 : 0;
        int to = plain.endsWith("_") && plain.length() > from ? plain.length() - 1 : plain.length();
        return plain.substring(from, to);
    }

    /** Whether the cells are values and no names. */
    static boolean areValues(List<String> cells) {
        return cells.stream().filter(cell -> NUMBERS.matcher(cell).matches()).count() * 2 > cells.size();
    }

    /** The role of every column, as far as its name is known. */
    static int[] roles(List<String> header, CsvHints hints) {
        var names = header.stream().map(CsvNames::plain).toList();
        int[] roles = new int[names.size()];
        Arrays.fill(roles, CsvHeader.IGNORED);
        for (int role = CsvHeader.OPEN; role <= CsvHeader.TIME; role++) {
            take(names, known(role, hints), role, roles);
        }
        take(names, more(QUOTE_VOLUMES, hints.quote()), CsvHeader.QUOTE_VOLUME, roles);
        take(names, TRADES, CsvHeader.TRADES, roles);
        return roles;
    }

    private static List<String> known(int role, CsvHints hints) {
        return switch (role) {
            case CsvHeader.VOLUME -> more(KNOWN.get(role), hints.base());
            case CsvHeader.TIME -> joined(KNOWN.get(role), DATES);
            default -> KNOWN.get(role);
        };
    }

    /** Some name a volume after its currency. */
    private static List<String> more(List<String> names, String currency) {
        return currency.isEmpty() ? names : joined(names, List.of("volume_" + currency, currency + "_volume"));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void take(List<String> names, List<String> known, int role, int[] roles) {
        for (String name : known) {
            int column = names.indexOf(name);
            if (column >= 0 && roles[column] == CsvHeader.IGNORED) {
                roles[column] = role;
                return;
            }
        }
    }

    /** Whether a name is that of a column which holds dates only, if times of day stand beside it. */
    static boolean isDate(String name) {
        return plain(name).equals("date");
    }
}
