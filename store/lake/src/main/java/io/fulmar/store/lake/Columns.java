package io.fulmar.store.lake;

import java.util.List;
import java.util.stream.Stream;

/** The columns of each kind, and which of them are exact decimals. */
final class Columns {
    /** What a number in a column promises. */
    enum Exactness {
        /** As given. */
        NONE,
        /** The double nearest to a decimal with the dataset's decimals of prices, of quantities, of rates. */
        PRICE,
        QUANTITY,
        RATE
    }

    record Column(ArrowField field, Exactness exactness) {}

    static final String TIME = "time";

    private static final List<Column> CANDLES = columns(
            price("open"),
            price("high"),
            price("low"),
            price("close"),
            number("volume"),
            number("quote_volume"),
            new Column(new ArrowField("trades", ArrowField.Type.INT32, true), Exactness.NONE),
            whole("flags", ArrowField.Type.INT8));
    /** What is seen of a bar comes first, as of candles; then when it was known, and what was traded while it was made. */
    private static final List<Column> NAMED_BARS = Stream.concat(
                    CANDLES.stream(),
                    Stream.of(
                            whole("close_time", ArrowField.Type.TIMESTAMP),
                            price("traded_open"),
                            price("traded_high"),
                            price("traded_low"),
                            price("traded_close")))
            .toList();

    private static final List<Column> TRADES = columns(
            whole("received", ArrowField.Type.TIMESTAMP),
            price("price"),
            quantity("quantity"),
            whole("side", ArrowField.Type.INT8),
            whole("id", ArrowField.Type.INT64));
    private static final List<Column> QUOTES = columns(
            whole("received", ArrowField.Type.TIMESTAMP),
            price("bid"),
            quantity("bid_quantity"),
            price("ask"),
            quantity("ask_quantity"));
    private static final List<Column> BOOKS = columns(
            whole("received", ArrowField.Type.TIMESTAMP),
            whole("event", ArrowField.Type.INT8),
            price("price"),
            quantity("quantity"),
            whole("sequence", ArrowField.Type.INT64));
    private static final List<Column> FUNDING =
            columns(new Column(new ArrowField("rate", ArrowField.Type.FLOAT64), Exactness.RATE), price("mark"));
    private static final List<Column> MARK = columns(price("mark"), price("index"));

    private Columns() {}

    static List<Column> of(Kind kind) {
        return switch (kind) {
            case Kind.Candles _ -> CANDLES;
            case Kind.NamedBars _ -> NAMED_BARS;
            case Kind.Events events ->
                switch (events) {
                    case TRADES -> TRADES;
                    case QUOTES -> QUOTES;
                    case BOOKS -> BOOKS;
                    case FUNDING -> FUNDING;
                    case MARK -> MARK;
                };
        };
    }

    /** The columns whose least and greatest values the catalogue knows: the low and the high of bars, else the first price. */
    static int lowest(Kind kind) {
        return kind instanceof Kind.Events ? firstPrice(kind) : indexOf(kind, "low");
    }

    static int highest(Kind kind) {
        return kind instanceof Kind.Events ? firstPrice(kind) : indexOf(kind, "high");
    }

    private static int firstPrice(Kind kind) {
        List<Column> columns = of(kind);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).exactness == Exactness.PRICE) {
                return i;
            }
        }
        throw new IllegalArgumentException(kind + " has no price");
    }

    static int indexOf(Kind kind, String name) {
        List<Column> columns = of(kind);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field.name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(kind.word() + " has no column " + name);
    }

    private static List<Column> columns(Column... after) {
        return Stream.concat(Stream.of(whole(TIME, ArrowField.Type.TIMESTAMP)), Stream.of(after))
                .toList();
    }

    private static Column price(String name) {
        return new Column(new ArrowField(name, ArrowField.Type.FLOAT64), Exactness.PRICE);
    }

    private static Column quantity(String name) {
        return new Column(new ArrowField(name, ArrowField.Type.FLOAT64), Exactness.QUANTITY);
    }

    private static Column number(String name) {
        return new Column(new ArrowField(name, ArrowField.Type.FLOAT64), Exactness.NONE);
    }

    private static Column whole(String name, ArrowField.Type type) {
        return new Column(new ArrowField(name, type), Exactness.NONE);
    }
}
