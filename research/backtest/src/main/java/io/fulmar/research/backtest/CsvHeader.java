package io.fulmar.research.backtest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What each column of the file is to us. */
final class CsvHeader {
    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int VOLUME = 4;
    static final int TIME = 5;
    static final int IGNORED = 6;

    /** Of the two below no backtest knows; an import keeps them. */
    static final int QUOTE_VOLUME = 7;

    static final int TRADES = 8;

    private static final List<String> NAMES = List.of("open", "high", "low", "close", "volume", "time");

    /** Words that other programs use for a bar's open time; named in the message, not guessed. */
    private static final List<String> TIME_ALIASES =
            List.of("timestamp", "date", "datetime", "open_time", "open time", "opentime", "ts", "unix");

    private CsvHeader() {}

    static String name(int role) {
        return role == QUOTE_VOLUME ? "quote_volume" : role == TRADES ? "trades" : NAMES.get(role);
    }

    /** The role of every column, from the header's line without its end. */
    static int[] roles(Path file, long line, byte[] bytes, int from, int to) {
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\r') >= 0) {
            throw DataException.at(file, line, DataFault.LINE_END, "a carriage return stands inside the line");
        }
        var names = new ArrayList<String>();
        for (String cell : text.split(",", -1)) {
            var trimmed = cell.strip();
            boolean quoted = trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
            names.add((quoted ? trimmed.substring(1, trimmed.length() - 1).strip() : trimmed).toLowerCase(Locale.ROOT));
        }
        if (names.size() == 1 && (text.indexOf(';') >= 0 || text.indexOf('\t') >= 0)) {
            var found = text.indexOf(';') >= 0 ? "semicolons" : "tabs";
            throw DataException.at(file, line, DataFault.SEPARATOR, "the columns are separated by " + found);
        }
        int[] roles = new int[names.size()];
        Arrays.fill(roles, IGNORED);
        for (int role = 0; role < NAMES.size(); role++) {
            int column = names.indexOf(NAMES.get(role));
            if (column < 0) {
                throw missing(file, line, NAMES.get(role), names);
            }
            if (column != names.lastIndexOf(NAMES.get(role))) {
                throw DataException.at(
                        file, line, NAMES.get(role), DataFault.COLUMN_TWICE, "two columns have this name");
            }
            roles[column] = role;
        }
        return roles;
    }

    private static DataException missing(Path file, long line, String name, List<String> names) {
        if (names.stream().allMatch(cell -> cell.matches("[-+.0-9e:tz ]+"))) {
            throw DataException.at(
                    file, line, name, DataFault.COLUMN_MISSING, "the first line is a row of numbers, not a header");
        }
        var alias = name.equals("time")
                ? TIME_ALIASES.stream().filter(names::contains).findFirst().map(a -> ", but there is \"" + a + "\"")
                : names.stream().filter(n -> n.startsWith(name)).findFirst().map(n -> ", but there is \"" + n + "\"");
        return DataException.at(file, line, name, DataFault.COLUMN_MISSING, "the column is missing" + alias.orElse(""));
    }
}
