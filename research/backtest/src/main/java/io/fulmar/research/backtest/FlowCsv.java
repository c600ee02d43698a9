package io.fulmar.research.backtest;

import io.fulmar.market.Flow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the rows of a file of trades, quotes or levels; docs/flow-files.md is its contract. What is wrong is told with file and line. */
final class FlowCsv {
    private static final int ROWS_MAX = 200_000_000;
    private static final int SCALE_MAX = 18;

    private final Path file;
    private final FlowRows rows = new FlowRows();
    private final CsvTime time = new CsvTime();
    private final CsvTime receipt = new CsvTime();
    private final CsvNumber number = new CsvNumber();
    private final List<String> header = new ArrayList<>();
    private byte[] bytes = {};
    private int[] from = {};
    private int[] to = {};
    private int line;

    private FlowCsv(Path file) {
        this.file = file;
    }

    static FlowRows trades(Path file) {
        return new FlowCsv(file).read(FlowCsv::trade, "time", "side", "price", "quantity");
    }

    static FlowRows quotes(Path file) {
        return new FlowCsv(file).read(FlowCsv::quote, "time", "bid", "bid_quantity", "ask", "ask_quantity");
    }

    static FlowRows levels(Path file) {
        return new FlowCsv(file).read(FlowCsv::level, "time", "kind", "price", "quantity");
    }

    private interface RowReader {
        void read(FlowCsv csv);
    }

    private FlowRows read(RowReader reader, String... needed) {
        try (CsvInput input = new CsvInput(CsvSource.file(file))) {
            input.openText();
            while (input.hasLine(line + 1L)) {
                line++;
                split(input);
                if (header.isEmpty()) {
                    head(needed);
                } else if (to.length > 1 || to[0] > from[0]) {
                    row(reader);
                }
            }
        }
        if (rows.size == 0) {
            throw DataException.in(file, DataFault.ROWS_MISSING, "has no rows");
        }
        return rows;
    }

    private void split(CsvInput input) {
        bytes = input.bytes;
        int begin = input.position;
        int end = begin;
        int cells = 1;
        while (bytes[end] != '\n') {
            cells += bytes[end] == ',' ? 1 : 0;
            end++;
        }
        input.position = end + 1;
        if (cells != from.length) {
            from = new int[cells];
            to = new int[cells];
        }
        int cell = 0;
        int start = begin;
        for (int p = begin; p <= end; p++) {
            if (p == end || bytes[p] == ',') {
                trim(cell++, start, p);
                start = p + 1;
            }
        }
    }

    private void trim(int cell, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && (bytes[first] == ' ' || bytes[first] == '"')) {
            first++;
        }
        while (last > first && (bytes[last - 1] == ' ' || bytes[last - 1] == '"' || bytes[last - 1] == '\r')) {
            last--;
        }
        from[cell] = first;
        to[cell] = last;
    }

    private String text(int cell) {
        return new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }

    private void head(String... needed) {
        for (int cell = 0; cell < from.length; cell++) {
            header.add(text(cell));
        }
        for (String name : needed) {
            if (!header.contains(name)) {
                throw DataException.at(file, line, name, DataFault.FLOW_COLUMN_MISSING, "the column is missing");
            }
            if (header.indexOf(name) != header.lastIndexOf(name)) {
                throw DataException.at(file, line, name, DataFault.COLUMN_TWICE, "two columns have this name");
            }
        }
        rows.numbered = header.contains("sequence");
    }

    private void row(RowReader reader) {
        if (from.length != header.size()) {
            throw DataException.at(
                    file,
                    line,
                    DataFault.CELL_COUNT,
                    "%d cells, the header has %d".formatted(from.length, header.size()));
        }
        if (rows.size >= ROWS_MAX) {
            throw DataException.at(file, line, DataFault.LINE_TOO_LONG, "more than " + ROWS_MAX + " rows");
        }
        reader.read(this);
    }

    // ---- the three kinds of rows ----

    private void trade() {
        String side = text(header.indexOf("side"));
        if (!side.equals("buy") && !side.equals("sell")) {
            throw DataException.at(file, line, "side", DataFault.SIDE_UNKNOWN, "\"" + side + "\" is no side");
        }
        int row = begin(side.equals("buy") ? Flow.BUY : Flow.SELL);
        price(row, "price");
        quantity(row, "quantity", true);
    }

    private void quote() {
        int bid = begin(Flow.BID);
        price(bid, "bid");
        quantity(bid, "bid_quantity", true);
        int ask = begin(Flow.ASK);
        price(ask, "ask");
        quantity(ask, "ask_quantity", true);
        if (Double.compare(
                        decimal(rows.prices[bid], rows.priceScales[bid]),
                        decimal(rows.prices[ask], rows.priceScales[ask]))
                >= 0) {
            throw DataException.at(file, line, "bid", DataFault.QUOTE_CROSSED, "the bid is not below the ask");
        }
    }

    private static double decimal(long mantissa, int scale) {
        return mantissa / (double) CsvNumber.power(scale);
    }

    private void level() {
        String kind = text(header.indexOf("kind"));
        int row = begin(
                switch (kind) {
                    case "bid" -> Flow.BID;
                    case "ask" -> Flow.ASK;
                    case "buy" -> Flow.BUY;
                    case "sell" -> Flow.SELL;
                    case "snapshot-bid" -> Flow.BID | FlowRows.SNAPSHOT;
                    case "snapshot-ask" -> Flow.ASK | FlowRows.SNAPSHOT;
                    default ->
                        throw DataException.at(
                                file, line, "kind", DataFault.KIND_UNKNOWN, "\"" + kind + "\" is no kind of row");
                });
        price(row, "price");
        quantity(row, "quantity", rows.trade(row) || rows.snapshot(row));
    }

    // ---- cells ----

    private int begin(int kind) {
        int row = rows.add();
        rows.lines[row] = line;
        rows.kinds[row] = (byte) kind;
        rows.times[row] = timeOf(time, "time");
        rows.received[row] = header.contains("received") ? timeOf(receipt, "received") : rows.times[row];
        rows.sequences[row] = rows.numbered ? sequence() : 0;
        if (row > 0 && rows.times[row] < rows.times[row - 1]) {
            throw DataException.at(file, line, "time", DataFault.TIME_BACKWARDS, "the time is before the row above's");
        }
        boolean early =
                rows.received[row] < rows.times[row] || (row > 0 && rows.received[row] < rows.received[row - 1]);
        if (early) {
            throw DataException.at(
                    file,
                    line,
                    "received",
                    DataFault.RECEIVED_TOO_EARLY,
                    "received before it was made, or out of order");
        }
        if (row > 0 && rows.sequences[row] < rows.sequences[row - 1] && !rows.snapshot(row)) {
            throw DataException.at(
                    file,
                    line,
                    "sequence",
                    DataFault.SEQUENCE_BACKWARDS,
                    rows.sequences[row] + " after " + rows.sequences[row - 1]);
        }
        return row;
    }

    private long timeOf(CsvTime reader, String column) {
        int cell = header.indexOf(column);
        byte[] alone = new byte[to[cell] - from[cell] + 64];
        System.arraycopy(bytes, from[cell], alone, 0, to[cell] - from[cell]);
        alone[to[cell] - from[cell]] = '\n';
        return switch (reader.readTrimmed(alone, 0, to[cell] - from[cell])) {
            case TIME -> reader.nanos;
            case UNREADABLE ->
                throw DataException.at(
                        file, line, column, DataFault.TIME_UNREADABLE, "\"" + text(cell) + "\" is no time");
            case MIXED ->
                throw DataException.at(
                        file, line, column, DataFault.TIME_UNITS_MIXED, "\"" + text(cell) + "\" after another form");
        };
    }

    private long sequence() {
        int cell = header.indexOf("sequence");
        long value = 0;
        for (int p = from[cell]; p < to[cell]; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9 || to[cell] - from[cell] > 18) {
                throw unnumbered(cell);
            }
            value = value * 10 + digit;
        }
        if (to[cell] == from[cell]) {
            throw unnumbered(cell);
        }
        return value;
    }

    private DataException unnumbered(int cell) {
        return DataException.at(
                file, line, "sequence", DataFault.SEQUENCE_UNREADABLE, "\"" + text(cell) + "\" is no whole number");
    }

    private void price(int row, String column) {
        number(column);
        if (number.mantissa <= 0) {
            throw DataException.at(file, line, column, DataFault.PRICE_NOT_POSITIVE, "the price is not above 0");
        }
        rows.prices[row] = number.mantissa;
        rows.priceScales[row] = (byte) number.scale;
        rows.priceDecimals = Math.max(rows.priceDecimals, number.scale);
    }

    private void quantity(int row, String column, boolean some) {
        number(column);
        if (number.mantissa < 0 || (some && number.mantissa == 0)) {
            throw unusable(column, DataFault.QUANTITY_UNUSABLE);
        }
        rows.quantities[row] = number.mantissa;
        rows.quantityScales[row] = (byte) number.scale;
        rows.quantityDecimals = Math.max(rows.quantityDecimals, number.scale);
    }

    private void number(String column) {
        int cell = header.indexOf(column);
        switch (number.read(bytes, from[cell], to[cell])) {
            case NUMBER -> number.strip();
            case NOT_A_NUMBER -> throw unusable(column, DataFault.NUMBER_UNREADABLE);
            case NOT_FINITE -> throw unusable(column, DataFault.NUMBER_NOT_FINITE);
            case TOO_LARGE -> throw unusable(column, DataFault.NUMBER_TOO_LARGE);
        }
        if (number.scale > SCALE_MAX) {
            throw unusable(column, DataFault.NUMBER_UNREADABLE);
        }
    }

    private DataException unusable(String column, DataFault fault) {
        return DataException.at(file, line, column, fault, "\"" + text(header.indexOf(column)) + "\"");
    }
}
