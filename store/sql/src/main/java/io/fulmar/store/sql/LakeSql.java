package io.fulmar.store.sql;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lake as DuckDB sees it: one view {@code candles}, and nothing else within reach. */
final class LakeSql implements AutoCloseable {
    private static final String MEMORY = "1GB";
    private static final String SPILL_MAX = "20GB";

    private final Path spill;
    private final Connection connection;

    private LakeSql(Path spill, Connection connection) {
        this.spill = spill;
        this.connection = connection;
    }

    /** An empty database in memory that may spill, and downloads nothing. */
    static LakeSql open() throws SQLException, IOException {
        Path spill = Files.createTempDirectory("fulmar-sql-");
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        LakeSql sql = new LakeSql(spill, connection);
        sql.run("SET autoinstall_known_extensions=false");
        sql.run("SET autoload_known_extensions=false");
        sql.run("SET TimeZone='UTC'");
        sql.run("SET memory_limit='" + MEMORY + "'");
        sql.run("SET temp_directory=" + text(spill.toString()));
        sql.run("SET max_temp_directory_size='" + SPILL_MAX + "'");
        return sql;
    }

    /** Makes the view, of those datasets that the query can be about. */
    void show(Lake lake, String query) throws SQLException {
        Map<String, Set<String>> bound = Narrowing.of(query);
        List<DatasetState> states = lake.catalogue().stream()
                .filter(state -> !(state.dataset().kind() instanceof Kind.Events))
                .filter(state -> among(bound, "venue", state.dataset().venue()))
                .filter(state -> among(bound, "symbol", state.dataset().symbol().toString()))
                .filter(state -> among(bound, "timeframe", timeframe(state.dataset())))
                .toList();
        List<Dataset> datasets = states.stream().map(DatasetState::dataset).toList();
        new CandleTable(
                        lake,
                        datasets,
                        states.stream().mapToLong(DatasetState::rows).sum())
                .register(connection);
        run("CREATE VIEW candles AS SELECT "
                + named(datasets, Dataset::venue) + " AS venue, "
                + named(datasets, dataset -> dataset.symbol().toString()) + " AS symbol, "
                + named(datasets, LakeSql::timeframe) + " AS timeframe, "
                + "make_timestamp(time) AS time, open, high, low, close, volume, quote_volume, trades, flags FROM "
                + CandleTable.NAME + "()");
    }

    private static boolean among(Map<String, Set<String>> bound, String column, String value) {
        return !bound.containsKey(column) || bound.get(column).contains(value);
    }

    private static String timeframe(Dataset dataset) {
        return dataset.kind().word().substring(Kind.CANDLES.length());
    }

    /** From a dataset's number to what it is called. */
    private static String named(List<Dataset> datasets, Function<Dataset, String> name) {
        return datasets.stream()
                .map(dataset -> text(name.apply(dataset)))
                .collect(Collectors.joining(",", "list_extract([", "]::VARCHAR[], dataset + 1)"));
    }

    /** From now on no file, no network, no setting. */
    void shut() throws SQLException {
        run("SET enable_external_access=false");
        run("SET lock_configuration=true");
    }

    void run(String statement) throws SQLException {
        try (Statement each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    /** What a statement answers; it may be nothing. */
    interface Answer {
        void take(ResultSet rows) throws SQLException, IOException;
    }

    void ask(String query, Answer answer) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(query)) {
                try (ResultSet rows = statement.getResultSet()) {
                    answer.take(rows);
                }
            }
        }
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        try (Stream<Path> left = Files.list(spill)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(spill);
    }
}
