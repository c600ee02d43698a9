package io.fulmar.store.sql;

import io.fulmar.store.lake.ColumnBatch;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Lake;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/**
 * Candles of a lake as a table of DuckDB's: read where they lie, dataset by dataset on DuckDB's threads, and of their columns only those
 * that a query names. Memory is DuckDB's chunk of 2,048 rows a thread.
 */
final class CandleTable implements DuckDBTableFunction<CandleTable, CandleTable.Scan, CandleTable.Place> {
    static final String NAME = "lake_candles";

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final List<String> COLUMNS =
            List.of("dataset", "time", "open", "high", "low", "close", "volume", "quote_volume", "trades", "flags");
    private static final long NANOS_A_MICRO = 1000;

    private final Lake lake;
    private final List<Dataset> datasets;
    private final long rows;

    CandleTable(Lake lake, List<Dataset> datasets, long rows) {
        this.lake = lake;
        this.datasets = datasets;
        this.rows = rows;
    }

    void register(Connection connection) throws SQLException {
        try (var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME)
                    .withParameters(new Class<?>[0])
                    .withProjectionPushdown()
                    .withFunction(this)
                    .register(connection);
        }
    }

    /** One reading of the table: which dataset is next, and the columns that are wanted. */
    static final class Scan {
        private final AtomicInteger next = new AtomicInteger();
        private final List<String> columns;

        Scan(List<String> columns) {
            this.columns = columns;
        }
    }

    /** Where one thread is. */
    static final class Place {
        private int dataset = -1;
        private Optional<DatasetReader> reader = Optional.empty();
        private Optional<ColumnBatch> batch = Optional.empty();
        private int row;
    }

    @Override
    public CandleTable bind(DuckDBTableFunctionBindInfo info) {
        for (String column : COLUMNS) {
            info.addResultColumn(column, type(column));
        }
        info.setCardinality(rows, true);
        return this;
    }

    private static DuckDBColumnType type(String column) {
        return switch (column) {
            case "dataset", "trades" -> DuckDBColumnType.INTEGER;
            case "time" -> DuckDBColumnType.BIGINT;
            case "flags" -> DuckDBColumnType.TINYINT;
            default -> DuckDBColumnType.DOUBLE;
        };
    }

    @Override
    public Scan init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), datasets.size())));
        String[] columns = new String[(int) info.getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = COLUMNS.get((int) info.getColumnIndex(i));
        }
        return new Scan(List.of(columns));
    }

    @Override
    public Place localInit(DuckDBTableFunctionInitInfo info) {
        return new Place();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
        Scan scan = info.getInitData();
        Place place = info.getLocalInitData();
        while (place.batch.isEmpty() || place.row == place.batch.get().rows()) {
            place.row = 0;
            place.batch = place.reader.flatMap(DatasetReader::next);
            if (place.batch.isEmpty() && !nextDataset(scan, place)) {
                return 0;
            }
        }
        ColumnBatch batch = place.batch.get();
        int count = (int) Math.min(out.capacity(), batch.rows() - place.row);
        for (int i = 0; i < scan.columns.size(); i++) {
            fill(out.vector(i), scan.columns.get(i), place, batch, count);
        }
        place.row += count;
        return count;
    }

    private boolean nextDataset(Scan scan, Place place) {
        place.reader.ifPresent(DatasetReader::close);
        place.reader = Optional.empty();
        place.dataset = scan.next.getAndIncrement();
        if (place.dataset >= datasets.size()) {
            return false;
        }
        place.reader = Optional.of(lake.read(datasets.get(place.dataset)));
        return true;
    }

    private static void fill(DuckDBWritableVector out, String column, Place place, ColumnBatch batch, int count) {
        switch (column) {
            case "dataset" -> {
                for (int i = 0; i < count; i++) {
                    out.setInt(i, place.dataset);
                }
            }
            case "time" -> {
                MemorySegment times = batch.column("time");
                for (int i = 0; i < count; i++) {
                    out.setLong(i, Math.floorDiv(times.get(LONG, (place.row + i) * 8L), NANOS_A_MICRO));
                }
            }
            case "trades" -> {
                MemorySegment trades = batch.column(column);
                for (int i = 0; i < count; i++) {
                    int value = trades.get(INT, (place.row + i) * 4L);
                    if (value < 0) {
                        out.setNull(i);
                    } else {
                        out.setInt(i, value);
                    }
                }
            }
            case "flags" -> {
                MemorySegment flags = batch.column(column);
                for (int i = 0; i < count; i++) {
                    out.setByte(i, flags.get(ValueLayout.JAVA_BYTE, place.row + i));
                }
            }
            default -> numbers(out, batch.column(column), place.row, count);
        }
    }

    private static void numbers(DuckDBWritableVector out, MemorySegment numbers, int row, int count) {
        for (int i = 0; i < count; i++) {
            double value = numbers.get(DOUBLE, (row + i) * 8L);
            if (Double.isNaN(value)) {
                out.setNull(i);
            } else {
                out.setDouble(i, value);
            }
        }
    }
}
