package io.fulmar.store.sql;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
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
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A lake as DuckDB sees it: a {@link View} for each kind of data, and nothing else within reach. */
final class LakeSql implements AutoCloseable {
    private static final String MEMORY = "1GB";
    private static final String SPILL_MAX = "20GB";

    private final Path spill;
    private final Connection connection;
    private final AtomicInteger filesOpened = new AtomicInteger();
    private int shows;

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

    /** Makes the views, of those datasets and times that the query can be about; what was shown before goes. */
    void show(Lake lake, String query) throws SQLException {
        show(lake, lake.catalogue(), query);
    }

    void show(Lake lake, List<DatasetState> catalogue, String query) throws SQLException {
        shows++;
        for (View view : View.values()) {
            Narrowing narrowing = Narrowing.of(query, view);
            List<DatasetState> states = catalogue.stream()
                    .filter(state -> view.holds(state.dataset().kind()))
                    .filter(state -> narrowing.allows("venue", state.dataset().venue()))
                    .filter(state ->
                            narrowing.allows("symbol", state.dataset().symbol().toString()))
                    .filter(state -> narrowing.allows("timeframe", View.timeframe(state.dataset())))
                    .filter(state ->
                            state.rows() > 0 && state.first() < narrowing.to() && state.last() >= narrowing.from())
                    .toList();
            List<Dataset> datasets = states.stream().map(DatasetState::dataset).toList();
            long rows = states.stream().mapToLong(DatasetState::rows).sum();
            String function = "lake_" + view.word() + "_" + shows;
            new LakeTable(lake, view, datasets, narrowing, rows, filesOpened).register(connection, function);
            run(view.sql(function, datasets));
        }
    }

    /** How many files of lakes were opened for what was asked; those of a dataset count when it has been read to its end. */
    int filesOpened() {
        return filesOpened.get();
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
