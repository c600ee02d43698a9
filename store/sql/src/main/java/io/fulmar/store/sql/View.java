package io.fulmar.store.sql;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The views of a lake, one a kind of data; candles of all timeframes and kinds of bars are in one. */
enum View {
    CANDLES,
    TRADES,
    QUOTES,
    BOOKS,
    FUNDING,
    MARK;

    /** A kind with the columns of all that are in the view. */
    Kind kind() {
        return switch (this) {
            case CANDLES -> new Kind.NamedBars("any");
            case TRADES -> Kind.Events.TRADES;
            case QUOTES -> Kind.Events.QUOTES;
            case BOOKS -> Kind.Events.BOOKS;
            case FUNDING -> Kind.Events.FUNDING;
            case MARK -> Kind.Events.MARK;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<View> called(String word) {
        return Stream.of(values()).filter(view -> view.word().equals(word)).findFirst();
    }

    boolean holds(Kind other) {
        return switch (other) {
            case Kind.Candles _, Kind.NamedBars _ -> this == CANDLES;
            case Kind.Events events -> events == kind();
        };
    }

    /** What makes the view of a table function with the columns of {@link LakeTable}. */
    String sql(String function, List<Dataset> datasets) {
        String columns = kind().fields().stream()
                .map(field -> switch (field.name()) {
                    case "time", "received" -> moment() + "(" + field.name() + ") AS " + field.name();
                    default -> '"' + field.name() + '"';
                })
                .collect(Collectors.joining(", "));
        return "CREATE OR REPLACE VIEW " + word() + " AS SELECT "
                + named(datasets, Dataset::venue) + " AS venue, "
                + named(datasets, dataset -> dataset.symbol().toString()) + " AS symbol, "
                + (this == CANDLES ? named(datasets, View::timeframe) + " AS timeframe, " : "")
                + columns + " FROM " + function + "()";
    }

    /** Bars open at whole microseconds, which most functions of DuckDB's are for; events happen between them. */
    private String moment() {
        return this == CANDLES ? "make_timestamp" : "make_timestamp_ns";
    }

    /** Nanoseconds of one of the whole numbers that a time is made of. */
    long timeUnit() {
        return this == CANDLES ? 1000 : 1;
    }

    static String timeframe(Dataset dataset) {
        return dataset.kind() instanceof Kind.Events
                ? ""
                : dataset.kind().word().substring(Kind.CANDLES.length());
    }

    /** From a dataset's number to what it is called. */
    private static String named(List<Dataset> datasets, Function<Dataset, String> name) {
        return datasets.stream()
                .map(dataset -> LakeSql.text(name.apply(dataset)))
                .collect(Collectors.joining(",", "list_extract([", "]::VARCHAR[], dataset + 1)"));
    }
}
