package io.fulmar.research.backtest;

import java.util.Locale;

/**
 * Reads trades from text of any shape, one after the other: a month of trades is larger than memory. Sides are words, or whether the
 * buyer was the maker, as Binance says it.
 */
public final class TradeFile {
    /** What is done with each trade; {@code side} is 1 where a buyer took, -1 where a seller did, 0 where the file does not say. */
    public interface Sink {
        void trade(long time, double price, double quantity, int side, long id);
    }

    /**
     * What a file has.
     *
     * @param priceDecimals the most decimals of any price
     */
    public record Summary(long rows, int priceDecimals, int quantityDecimals) {}

    /** A trade without a number of its own. */
    public static final long NO_ID = -1;

    private static final int DECIMALS_MAX = 18;

    private final CsvInput input;
    private final CsvCell cell;
    private final CsvTime time = new CsvTime();
    private final CsvNumber number = new CsvNumber();
    private final TradeColumns columns;
    private final Sink sink;
    private long line;
    private long rows;
    private long timeLast = Long.MIN_VALUE;
    private double price;
    private double quantity;
    private int side;
    private long id;
    private int priceDecimals;
    private int quantityDecimals;

    private TradeFile(CsvInput input, CsvHints hints, Sink sink) {
        this.input = input;
        this.sink = sink;
        cell = new CsvCell(input.bytes);
        columns = TradeColumns.look(input, hints);
        line = columns.line;
        time.widen(new CsvTimes(true, false, hints.form()));
    }

    /** All trades of the file, in its order, which is that of time. */
    public static Summary read(CsvSource source, CsvHints hints, Sink sink) {
        try (var input = new CsvInput(source)) {
            return new TradeFile(input, hints, sink).rows();
        }
    }

    private Summary rows() {
        while (input.hasLine(line)) {
            int blank = input.blankUntil(input.position);
            if (blank > 0) {
                input.position = blank;
            } else {
                row();
            }
            line++;
        }
        if (rows == 0) {
            throw DataException.in(input.file, DataFault.ROWS_MISSING, "has no rows");
        }
        return new Summary(rows, priceDecimals, quantityDecimals);
    }

    private void row() {
        int[] roles = columns.roles;
        side = 0;
        id = NO_ID;
        int p = input.position;
        int last = roles.length - 1;
        for (int column = 0; column <= last; column++) {
            p = cell(roles[column], p);
            boolean more = input.bytes[p] == ',';
            if (more == (column == last)) {
                throw at("row", DataFault.CELL_COUNT, "the row has not the header's number of cells");
            }
            p += more ? 1 : 0;
        }
        p += input.bytes[p] == '\r' ? 1 : 0;
        if (input.bytes[p] != '\n') {
            throw at("row", DataFault.LINE_END, "a carriage return stands inside the line");
        }
        input.position = p + 1;
        rows++;
        sink.trade(timeLast, price, quantity, side, id);
    }

    private int cell(int role, int from) {
        return switch (role) {
            case TradeColumns.TIME -> time(from);
            case TradeColumns.PRICE -> {
                int p = positive(from, "price");
                price = number.toDouble();
                priceDecimals = Math.max(priceDecimals, decimals(priceDecimals));
                yield p;
            }
            case TradeColumns.QUANTITY -> {
                int p = positive(from, "quantity");
                quantity = number.toDouble();
                quantityDecimals = Math.max(quantityDecimals, decimals(quantityDecimals));
                yield p;
            }
            case TradeColumns.SIDE -> side(from, "buy", "sell");
            case TradeColumns.BUYER_IS_MAKER -> side(from, "false", "true");
            case TradeColumns.ID -> id(from);
            default -> trim(from);
        };
    }

    private int decimals(int known) {
        if (number.scale <= known) {
            return known;
        }
        number.strip();
        return Math.min(DECIMALS_MAX, number.scale);
    }

    private int time(int from) {
        int p = time.read(input.bytes, from);
        if (p < 0) {
            p = trim(from);
            if (time.readTrimmed(cell.trimmed, 0, cell.length) != CsvTime.Outcome.TIME) {
                throw at("time", DataFault.TIME_UNREADABLE, cell.shown() + " is not a time like those before");
            }
        }
        if (time.nanos < timeLast) {
            trim(from);
            throw at("time", DataFault.TIME_BACKWARDS, cell.shown() + " is earlier than the row before");
        }
        timeLast = time.nanos;
        return p;
    }

    private int positive(int from, String name) {
        int p = number.readPlain(input.bytes, from);
        if (p < 0) {
            p = trim(from);
            if (number.read(cell.trimmed, 0, cell.length) != CsvNumber.Outcome.NUMBER) {
                throw at(name, DataFault.NUMBER_UNREADABLE, cell.shown() + " is not a number");
            }
        }
        if (number.mantissa <= 0) {
            trim(from);
            throw at(name, DataFault.PRICE_NOT_POSITIVE, "the " + name + " " + cell.shown() + " is not above 0");
        }
        return p;
    }

    private int side(int from, String buyerTook, String sellerTook) {
        int p = trim(from);
        String word = cell.text().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return p; // nobody knows
        }
        side = word.equals(buyerTook) || word.equals(buyerTook.substring(0, 1)) ? 1 : -1;
        if (side < 0 && !word.equals(sellerTook) && !word.equals(sellerTook.substring(0, 1))) {
            throw at("side", DataFault.SIDE_UNKNOWN, cell.shown() + " is none");
        }
        return p;
    }

    private int id(int from) {
        int p = number.readPlain(input.bytes, from);
        if (p < 0) {
            return trim(from); // a name, not a number: the lake keeps numbers
        }
        id = number.scale == 0 ? number.mantissa : NO_ID;
        return p;
    }

    private int trim(int from) {
        int end = cell.trim(from);
        if (end < 0) {
            throw at("row", DataFault.QUOTE_OPEN, "a quote is not closed");
        }
        return end;
    }

    private DataException at(String column, DataFault fault, String problem) {
        return DataException.at(input.file, line, column, fault, problem);
    }
}
