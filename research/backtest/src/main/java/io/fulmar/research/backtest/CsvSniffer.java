package io.fulmar.research.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at a file's first lines and finds out how its rows are laid out. What cannot be told for certain is refused with what was
 * seen: a guess would put wrong numbers into the lake, and nobody would notice.
 */
final class CsvSniffer {
    /** Titles and remarks that may stand before the header. */
    private static final int PREAMBLE_MAX = 20;

    private static final int DELIMITERS_LEAST = 4;
    private static final Pattern TIME_OF_DAY = Pattern.compile("[0-9]{2}:[0-9]{2}.*");

    /** Rows without a header: ours, and those of Binance's archive. */
    private static final List<String> SIX = List.of("time", "open", "high", "low", "close", "volume");

    private static final List<String> BINANCE =
            List.of("time", "open", "high", "low", "close", "volume", "-", "quote_volume", "trades", "-", "-", "-");

    private final CsvInput input;
    private final CsvHints hints;
    private long line = 1;

    CsvSniffer(CsvInput input, CsvHints hints) {
        this.input = input;
        this.hints = hints;
    }

    static CsvLayout look(CsvInput input, CsvHints hints) {
        return new CsvSniffer(input, hints).look();
    }

    /** The cells of the first line that has so many of them and more; the input stands at that line. */
    List<String> firstCells(int delimitersLeast) {
        input.openText();
        skipPreamble(delimitersLeast);
        return cells();
    }

    long line() {
        return line;
    }

    private CsvLayout look() {
        List<String> first = firstCells(DELIMITERS_LEAST);
        int[] roles;
        if (CsvNames.areValues(first)) {
            roles = byPlace(first.size(), hints.columns().isEmpty() ? usual(first.size()) : hints.columns());
        } else {
            next();
            roles = hints.columns().isEmpty()
                    ? CsvNames.roles(first, hints)
                    : hints.named() ? byName(first) : byPlace(first.size(), hints.columns());
            skipBlank();
            var dates = joinedWithTime(first, roles);
            requireAll(roles, first);
            return new CsvLayout(dates.length == 0 ? roles : dates, line, times(dates.length > 0));
        }
        requireAll(roles, first);
        return new CsvLayout(roles, line, times(false));
    }

    private CsvTimes times(boolean joined) {
        return new CsvTimes(true, joined, hints.form());
    }

    private void skipPreamble(int least) {
        for (int skipped = 0; ; skipped++) {
            skipBlank();
            char found = delimiter(least);
            if (found != 0 && input.bytes[input.position] != '#') {
                input.separatedBy((byte) found);
                return;
            }
            if (skipped == PREAMBLE_MAX) {
                throw unknown("among the first lines there is none of rows of cells");
            }
            next();
        }
    }

    private void skipBlank() {
        while (input.hasLine(line) && input.blankUntil(input.position) > 0) {
            input.position = input.blankUntil(input.position);
            line++;
        }
        if (!input.hasLine(line)) {
            throw DataException.in(input.file, DataFault.ROWS_MISSING, "has no rows");
        }
    }

    void next() {
        input.position = end() + 1;
        line++;
    }

    private int end() {
        int end = input.lineFeed(input.position);
        if (end - input.position > CsvInput.LINE_BYTES_MAX) {
            throw input.tooLong(line);
        }
        return end;
    }

    /** What separates the cells of this line, 0 if nothing does. A comma may be a decimal mark, so it is asked last. */
    private char delimiter(int least) {
        if (!hints.delimiter().isEmpty()) {
            return count(hints.delimiter().charAt(0)) > 0 ? hints.delimiter().charAt(0) : 0;
        }
        for (char candidate : new char[] {'\t', ';', '|', ','}) {
            if (count(candidate) >= least) {
                return candidate;
            }
        }
        return 0;
    }

    private int count(char separator) {
        int count = 0;
        int end = end();
        for (int p = input.position; p < end; p++) {
            count += input.bytes[p] == separator ? 1 : 0;
        }
        return count;
    }

    /** The cells of this line. */
    private List<String> cells() {
        var cells = new ArrayList<String>();
        var cell = new CsvCell(input.bytes);
        int p = input.position;
        do {
            p = cell.trim(p);
            if (p < 0) {
                throw DataException.at(input.file, line, DataFault.QUOTE_OPEN, "a quote is not closed");
            }
            cells.add(cell.text());
        } while (input.bytes[p++] == ',');
        return cells;
    }

    private List<String> usual(int count) {
        return switch (count) {
            case 6 -> SIX;
            case 12 -> BINANCE;
            default -> throw unknown("the first line is a row of " + count + " numbers, not a header");
        };
    }

    private int[] byPlace(int count, List<String> columns) {
        int[] roles = new int[count];
        Arrays.fill(roles, CsvHeader.IGNORED);
        if (columns.size() > count || hints.named()) {
            throw unknown("the rows have " + count + " cells and no header, the mapping names " + columns.size());
        }
        for (int column = 0; column < columns.size(); column++) {
            roles[column] = role(columns.get(column).strip());
        }
        return roles;
    }

    private int[] byName(List<String> header) {
        int[] roles = new int[header.size()];
        Arrays.fill(roles, CsvHeader.IGNORED);
        for (String pair : hints.columns()) {
            int equals = pair.indexOf('=');
            String name = pair.substring(equals + 1).strip();
            int column = header.stream().map(String::strip).toList().indexOf(name);
            if (equals < 0 || column < 0) {
                throw unknown("the mapping says " + pair.strip() + ", the header has " + String.join(", ", header));
            }
            roles[column] = role(pair.substring(0, equals).strip());
        }
        return roles;
    }

    private int role(String name) {
        for (int role = CsvHeader.OPEN; role <= CsvHeader.TRADES; role++) {
            if (role != CsvHeader.IGNORED && CsvHeader.name(role).equals(name)) {
                return role;
            }
        }
        if (name.equals("-")) {
            return CsvHeader.IGNORED;
        }
        throw unknown("the mapping names \"" + name + "\", which is none of time, open, high, low, close, volume, "
                + "quote_volume, trades and -");
    }

    /** A date with the time of day in the next column are one cell to us; empty if it is not so. */
    private int[] joinedWithTime(List<String> header, int[] roles) {
        var row = cells();
        for (int i = 0;
                i + 1 < header.size() && i + 1 < row.size() && hints.columns().isEmpty();
                i++) {
            boolean dayAndHour = CsvNames.isDate(header.get(i))
                    && CsvNames.plain(header.get(i + 1)).equals("time")
                    && TIME_OF_DAY.matcher(row.get(i + 1)).matches();
            if (dayAndHour) {
                int[] joined = new int[roles.length - 1];
                System.arraycopy(roles, i + 1, joined, i, joined.length - i);
                System.arraycopy(roles, 0, joined, 0, i);
                joined[i] = CsvHeader.TIME;
                return joined;
            }
        }
        return new int[0];
    }

    private void requireAll(int[] roles, List<String> first) {
        for (int role = CsvHeader.OPEN; role <= CsvHeader.TRADES; role++) {
            int wanted = role;
            long count = Arrays.stream(roles).filter(each -> each == wanted).count();
            boolean needed = role <= CsvHeader.CLOSE || role == CsvHeader.TIME;
            if (role != CsvHeader.IGNORED && (count > 1 || (needed && count == 0))) {
                throw unknown((count > 1 ? "two columns are " : "no column is ") + CsvHeader.name(role) + " among "
                        + String.join(", ", first));
            }
        }
    }

    private DataException unknown(String problem) {
        return DataException.at(input.file, line, DataFault.SHAPE_UNKNOWN, problem);
    }
}
