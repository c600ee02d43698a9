package io.fulmar.research.backtest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One pass over a file of bars into {@link CsvColumns}: cells are read, signs and the order of times are checked. */
final class CsvRows {
    private static final int CELL_SHOWN_MAX = 40;
    private static final int CAPACITY_MAX = 1 << 24;

    private final CsvInput input;
    private final byte[] bytes;
    private final int[] roles;
    private final long headerLine;
    private final CsvNumber number = new CsvNumber();
    private final CsvTime time = new CsvTime();
    private final CsvColumns columns;
    private final boolean keepTimes;

    /** A cell without quotes and spaces around it, and a line feed behind it. */
    private byte[] trimmed = new byte[256];

    private int trimmedLength;
    private int rowStart;
    private long timeLast = Long.MIN_VALUE;

    private CsvRows(CsvInput input, boolean keepTimes) {
        this.input = input;
        this.keepTimes = keepTimes;
        bytes = input.bytes;
        input.openText();
        long line = 1;
        while (blankUntil(input.position) > 0) {
            input.position = blankUntil(input.position);
            line++;
            if (!input.hasLine(line)) {
                throw DataException.in(input.file, DataFault.FILE_EMPTY, "is empty");
            }
        }
        headerLine = line;
        int end = lineFeed(input.position);
        if (end - input.position > CsvInput.LINE_BYTES_MAX) {
            throw input.tooLong(line);
        }
        int textEnd = end > input.position && bytes[end - 1] == '\r' ? end - 1 : end;
        roles = CsvHeader.roles(input.file, line, bytes, input.position, textEnd);
        input.position = end + 1;
        columns = new CsvColumns(capacity());
        columns.firstLine = line + 1;
    }

    static CsvColumns read(Path file) {
        try (var input = new CsvInput(file)) {
            return new CsvRows(input, false).readRows();
        }
    }

    /** The same, and the text of every time cell. */
    static CsvColumns readKeepingTimes(Path file) {
        try (var input = new CsvInput(file)) {
            return new CsvRows(input, true).readRows();
        }
    }

    private CsvColumns readRows() {
        while (input.hasLine(columns.line(columns.size))) {
            int limit = input.limit;
            int p = input.position;
            while (p < limit) {
                int blank = blankUntil(p);
                if (blank > 0) {
                    columns.blankLine();
                    p = blank;
                } else {
                    columns.requireRoom();
                    rowStart = p;
                    p = row(p);
                    if (p - 1 - rowStart > CsvInput.LINE_BYTES_MAX) {
                        throw input.tooLong(line());
                    }
                    columns.size++;
                }
            }
            input.position = limit;
        }
        if (columns.size == 0) {
            throw DataException.in(input.file, DataFault.ROWS_MISSING, "has a header but no rows");
        }
        return columns;
    }

    /** Reads the row that begins here; the position of the next line. */
    private int row(int from) {
        int p = from;
        int last = roles.length - 1;
        for (int column = 0; ; column++) {
            int role = roles[column];
            if (role == CsvHeader.TIME) {
                p = time(p);
            } else if (role <= CsvHeader.CLOSE) {
                p = price(role, p);
            } else if (role == CsvHeader.VOLUME) {
                p = volume(p);
            } else {
                p = skip(p);
            }
            if (bytes[p] == ',' && column < last) {
                p++;
            } else if (column == last && bytes[p] != ',') {
                return lineEnd(p);
            } else {
                throw cellCount();
            }
        }
    }

    private int time(int from) {
        int p = time.read(bytes, from);
        if (p < 0) {
            p = trim(from);
            switch (time.readTrimmed(trimmed, 0, trimmedLength)) {
                case TIME -> {}
                case UNREADABLE -> throw at(CsvHeader.TIME, DataFault.TIME_UNREADABLE, shown() + " is not a time");
                case MIXED ->
                    throw at(
                            CsvHeader.TIME,
                            DataFault.TIME_UNITS_MIXED,
                            shown() + " looks like " + time.formSeen.words + ", the rows before are "
                                    + time.form.words);
            }
        }
        long nanos = time.nanos;
        if (nanos <= timeLast && columns.size > 0) {
            boolean twice = nanos == timeLast;
            trim(from);
            throw at(
                    CsvHeader.TIME,
                    twice ? DataFault.TIME_TWICE : DataFault.TIME_BACKWARDS,
                    shown() + (twice ? " is the time of the row before" : " is earlier than the row before"));
        }
        if (columns.size > 0) {
            columns.step(nanos - timeLast);
        }
        timeLast = nanos;
        columns.times[columns.size] = nanos;
        if (keepTimes) {
            trim(from);
            columns.timeTexts.add(new String(trimmed, 0, trimmedLength, StandardCharsets.UTF_8));
        }
        return p;
    }

    private int price(int role, int from) {
        int p = number.readPlain(bytes, from);
        if (p < 0) {
            p = slowNumber(role, from);
        }
        long mantissa = number.mantissa;
        if (mantissa <= 0) {
            trim(from);
            throw at(role, DataFault.PRICE_NOT_POSITIVE, "the price " + shown() + " is not above 0");
        }
        int scale = number.scale;
        if (scale > columns.decimalsMax) {
            number.strip();
            columns.decimalsMax = Math.max(columns.decimalsMax, number.scale);
        }
        columns.scaleLowest = Math.min(columns.scaleLowest, scale);
        columns.scaleHighest = Math.max(columns.scaleHighest, scale);
        columns.mantissas[role][columns.size] = mantissa;
        columns.scales[role][columns.size] = (byte) scale;
        if (role == CsvHeader.HIGH && mantissa > columns.highestByScale[scale]) {
            columns.highestByScale[scale] = mantissa;
        }
        return p;
    }

    private int volume(int from) {
        int p = number.readPlain(bytes, from);
        if (p < 0) {
            p = slowNumber(CsvHeader.VOLUME, from);
        }
        if (number.mantissa < 0) {
            trim(from);
            throw at(CsvHeader.VOLUME, DataFault.VOLUME_NEGATIVE, "the volume " + shown() + " is below 0");
        }
        columns.volumes[columns.size] = number.toDouble() + 0.0; // no -0.0
        return p;
    }

    private int slowNumber(int role, int from) {
        int p = trim(from);
        switch (number.read(trimmed, 0, trimmedLength)) {
            case NUMBER -> {}
            case NOT_A_NUMBER ->
                throw at(
                        role,
                        DataFault.NUMBER_UNREADABLE,
                        trimmedLength == 0 ? "the cell is empty" : shown() + " is not a number");
            case NOT_FINITE -> throw at(role, DataFault.NUMBER_NOT_FINITE, shown() + " stands for a missing value");
            case TOO_LARGE -> throw at(role, DataFault.NUMBER_TOO_LARGE, shown() + " is too large");
        }
        return p;
    }

    /** Copies the cell that begins here without quotes and spaces; the position of the comma or line end behind it. */
    private int trim(int from) {
        int end = skip(from);
        int start = from;
        int stop = end;
        while (start < stop && isSpace(bytes[start])) {
            start++;
        }
        while (stop > start && isSpace(bytes[stop - 1])) {
            stop--;
        }
        if (stop - start >= 2 && bytes[start] == '"' && bytes[stop - 1] == '"') {
            start++;
            stop--;
        }
        trimmedLength = stop - start;
        if (trimmed.length < trimmedLength + 16) {
            trimmed = new byte[trimmedLength * 2 + 16];
        }
        System.arraycopy(bytes, start, trimmed, 0, trimmedLength);
        trimmed[trimmedLength] = '\n';
        return end;
    }

    /** The position of the comma or line end behind the cell that begins here. */
    private int skip(int from) {
        int p = from;
        while (isSpace(bytes[p])) {
            p++;
        }
        if (bytes[p] == '"') {
            p++;
            while (bytes[p] != '"' || bytes[p + 1] == '"') {
                if (bytes[p] == '\n') {
                    throw at(DataFault.QUOTE_OPEN, "a quote is not closed");
                }
                p += bytes[p] == '"' ? 2 : 1;
            }
        }
        while (bytes[p] != ',' && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        return p;
    }

    /** The start of the next line, given the position of a carriage return or line feed. */
    private int lineEnd(int from) {
        int p = bytes[from] == '\r' ? from + 1 : from;
        if (bytes[p] != '\n') {
            throw at(DataFault.LINE_END, "a carriage return stands inside the line");
        }
        return p + 1;
    }

    /** The start of the next line if this one holds nothing, else -1. */
    private int blankUntil(int from) {
        int p = from;
        while (isSpace(bytes[p]) || bytes[p] == '\r') {
            p++;
        }
        return bytes[p] == '\n' ? p + 1 : -1;
    }

    private int lineFeed(int from) {
        int p = from;
        while (bytes[p] != '\n') {
            p++;
        }
        return p;
    }

    /** What the file's size and the first line promise; growing later costs a copy, guessing high costs memory. */
    private int capacity() {
        if (!input.hasLine(headerLine + 1)) {
            return 0;
        }
        int lineLength = lineFeed(input.position) + 1 - input.position;
        long rows = input.size() / lineLength;
        return (int) Math.min(CAPACITY_MAX, rows + rows / 16 + 16);
    }

    private DataException cellCount() {
        int p = skip(rowStart);
        int cells = 1;
        while (bytes[p] == ',') {
            p = skip(p + 1);
            cells++;
        }
        return at(
                DataFault.CELL_COUNT,
                "the row has " + cells + (cells == 1 ? " cell" : " cells") + ", the header " + roles.length);
    }

    private DataException at(DataFault fault, String problem) {
        return rowTooLong() ? input.tooLong(line()) : DataException.at(input.file, line(), fault, problem);
    }

    private DataException at(int role, DataFault fault, String problem) {
        return rowTooLong()
                ? input.tooLong(line())
                : DataException.at(input.file, line(), CsvHeader.name(role), fault, problem);
    }

    /** A line that is too long is refused for that, whatever else is wrong with it. */
    private boolean rowTooLong() {
        return lineFeed(rowStart) - rowStart > CsvInput.LINE_BYTES_MAX;
    }

    private long line() {
        return columns.line(columns.size);
    }

    private String shown() {
        int length = Math.min(trimmedLength, CELL_SHOWN_MAX);
        var text = new String(trimmed, 0, length, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\uFFFD]", "?");
        return "\"" + text + (length < trimmedLength ? "..." : "") + "\"";
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }
}
