package io.fulmar.research.backtest;

import java.nio.file.Path;

/** One pass over a file of bars into {@link CsvColumns}: cells are read, signs and the order of times are checked. */
final class CsvRows {
    private final CsvInput input;
    private final byte[] bytes;
    private final int[] roles;
    private final CsvNumber number = new CsvNumber();
    private final CsvTime time = new CsvTime();
    private final CsvColumns columns;
    private final boolean keepTimes;
    private final CsvCell cell;
    private final boolean wide;
    private boolean again;
    private int rowStart;
    private long timeLast = Long.MIN_VALUE;

    private CsvRows(CsvInput input, CsvLayout layout, boolean keepTimes) {
        this.input = input;
        this.keepTimes = keepTimes;
        bytes = input.bytes;
        cell = new CsvCell(bytes);
        roles = layout.roles;
        time.widen(layout.times);
        wide = layout.times.wide();
        columns = new CsvColumns(input.hasLine(layout.line) ? input.linesPromised() : 0);
        columns.firstLine = layout.line;
        if (layout.has(CsvHeader.QUOTE_VOLUME)) {
            columns.quoteVolumes = new double[columns.times.length];
        }
        if (layout.has(CsvHeader.TRADES)) {
            columns.trades = new int[columns.times.length];
        }
    }

    static CsvColumns read(Path file) {
        try (var input = new CsvInput(CsvSource.file(file))) {
            return new CsvRows(input, CsvLayout.strict(input), false).readRows();
        }
    }

    /** The same, and the text of every time cell. */
    static CsvColumns readKeepingTimes(Path file) {
        try (var input = new CsvInput(CsvSource.file(file))) {
            return new CsvRows(input, CsvLayout.strict(input), true).readRows();
        }
    }

    /** Rows of any shape. */
    static CsvColumns read(CsvInput input, CsvLayout layout) {
        return new CsvRows(input, layout, false).readRows();
    }

    private CsvColumns readRows() {
        while (input.hasLine(columns.line(columns.size))) {
            int limit = input.limit;
            int p = input.position;
            while (p < limit) {
                int blank = input.blankUntil(p);
                if (blank > 0) {
                    columns.blankLine();
                    p = blank;
                } else {
                    if (columns.isFull()) {
                        columns.grow(input.linesPromised(p, columns.size));
                    }
                    rowStart = p;
                    p = row(p);
                    if (p - 1 - rowStart > CsvInput.LINE_BYTES_MAX) {
                        throw input.tooLong(line());
                    }
                    if (again) {
                        columns.duplicate();
                        again = false;
                    } else {
                        columns.size++;
                    }
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
                p = role == CsvHeader.IGNORED ? skip(p) : extra(role, p);
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
            switch (time.readTrimmed(cell.trimmed, 0, cell.length)) {
                case TIME -> {}
                case UNREADABLE -> throw at(CsvHeader.TIME, DataFault.TIME_UNREADABLE, cell.shown() + " is not a time");
                case MIXED ->
                    throw at(
                            CsvHeader.TIME,
                            DataFault.TIME_UNITS_MIXED,
                            cell.shown() + " looks like " + time.formSeen.words + ", the rows before are "
                                    + time.form.words);
            }
        }
        long nanos = time.nanos;
        if (wide && nanos == timeLast && columns.size > 0) {
            again = true;
            return p;
        }
        if (nanos <= timeLast && columns.size > 0) {
            boolean twice = nanos == timeLast;
            trim(from);
            throw at(
                    CsvHeader.TIME,
                    twice ? DataFault.TIME_TWICE : DataFault.TIME_BACKWARDS,
                    cell.shown() + (twice ? " is the time of the row before" : " is earlier than the row before"));
        }
        if (columns.size > 0) {
            columns.step(nanos - timeLast);
        }
        timeLast = nanos;
        columns.times[columns.size] = nanos;
        if (keepTimes) {
            trim(from);
            columns.timeTexts.add(cell.text());
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
            throw at(role, DataFault.PRICE_NOT_POSITIVE, "the price " + cell.shown() + " is not above 0");
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
            throw at(CsvHeader.VOLUME, DataFault.VOLUME_NEGATIVE, "the volume " + cell.shown() + " is below 0");
        }
        columns.volumes[columns.size] = number.toDouble() + 0.0; // no -0.0
        return p;
    }

    /** What some files have beside the bars: the volume in quote currency and how many trades there were, each unless empty. */
    private int extra(int role, int from) {
        boolean counts = role == CsvHeader.TRADES;
        int p = number.readPlain(bytes, from);
        if (p < 0) {
            p = trim(from);
            if (cell.length == 0) {
                note(counts, -1, Double.NaN);
                return p;
            }
            p = slowNumber(role, from);
        }
        if (counts) {
            number.strip();
        }
        if (number.mantissa < 0 || (counts && (number.scale != 0 || number.mantissa > Integer.MAX_VALUE))) {
            trim(from);
            throw at(role, DataFault.EXTRA_UNUSABLE, "the value " + cell.shown() + " is none such");
        }
        note(counts, number.mantissa, counts ? 0 : number.toDouble() + 0.0);
        return p;
    }

    private void note(boolean counts, long trades, double quoteVolume) {
        if (counts) {
            columns.trades[columns.size] = (int) trades;
        } else {
            columns.quoteVolumes[columns.size] = quoteVolume;
        }
    }

    private int slowNumber(int role, int from) {
        int p = trim(from);
        switch (number.read(cell.trimmed, 0, cell.length)) {
            case NUMBER -> {}
            case NOT_A_NUMBER ->
                throw at(
                        role,
                        DataFault.NUMBER_UNREADABLE,
                        cell.length == 0 ? "the cell is empty" : cell.shown() + " is not a number");
            case NOT_FINITE ->
                throw at(role, DataFault.NUMBER_NOT_FINITE, cell.shown() + " stands for a missing value");
            case TOO_LARGE -> throw at(role, DataFault.NUMBER_TOO_LARGE, cell.shown() + " is too large");
        }
        return p;
    }

    /** Leaves the cell that begins here in {@link #cell}; the position of the comma or line end behind it. */
    private int trim(int from) {
        int end = cell.trim(from);
        if (end < 0) {
            throw at(DataFault.QUOTE_OPEN, "a quote is not closed");
        }
        return end;
    }

    private int skip(int from) {
        int end = cell.end(from);
        if (end < 0) {
            throw at(DataFault.QUOTE_OPEN, "a quote is not closed");
        }
        return end;
    }

    /** The start of the next line, given the position of a carriage return or line feed. */
    private int lineEnd(int from) {
        int p = bytes[from] == '\r' ? from + 1 : from;
        if (bytes[p] != '\n') {
            throw at(DataFault.LINE_END, "a carriage return stands inside the line");
        }
        return p + 1;
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
        return input.lineFeed(rowStart) - rowStart > CsvInput.LINE_BYTES_MAX;
    }

    private long line() {
        return columns.line(columns.size);
    }
}
