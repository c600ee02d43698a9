package io.fulmar.store.sql;

import io.fulmar.store.lake.ArrowField;
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
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/**
 * Datasets of a lake as a table of DuckDB's: read where they lie, dataset by dataset on DuckDB's threads, and of their columns only those
 * that a query names, of their rows only those of its time. Memory is DuckDB's chunk of 2,048 rows a thread.
 */
final class LakeTable implements DuckDBTableFunction<LakeTable, LakeTable.Scan, LakeTable.Place> {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The number of the dataset in the list, which the view turns into what it is called. */
    private static final ArrowField DATASET = new ArrowField("dataset", ArrowField.Type.INT32);

    private final Lake lake;
    private final View view;
    private final List<ArrowField> fields;
    private final List<Dataset> datasets;
    private final Narrowing narrowing;
    private final long rows;
    private final AtomicInteger filesOpened;

    /** @param filesOpened counts them */
    LakeTable(Lake lake, View view, List<Dataset> datasets, Narrowing narrowing, long rows, AtomicInteger filesOpened) {
        this.lake = lake;
        this.view = view;
        this.fields =
                Stream.concat(Stream.of(DATASET), view.kind().fields().stream()).toList();
        this.datasets = datasets;
        this.narrowing = narrowing;
        this.rows = rows;
        this.filesOpened = filesOpened;
    }

    void register(Connection connection, String name) throws SQLException {
        try (var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(name)
                    .withParameters(new Class<?>[0])
                    .withProjectionPushdown()
                    .withFunction(this)
                    .register(connection);
        }
    }

    /** One reading of the table: which dataset is next, and the columns that are wanted. */
    static final class Scan {
        private final AtomicInteger next = new AtomicInteger();
        private final List<ArrowField> columns;

        Scan(List<ArrowField> columns) {
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
    public LakeTable bind(DuckDBTableFunctionBindInfo info) {
        for (ArrowField field : fields) {
            info.addResultColumn(field.name(), type(field));
        }
        info.setCardinality(rows, true);
        return this;
    }

    private static DuckDBColumnType type(ArrowField field) {
        return switch (field.type()) {
            case INT8 -> DuckDBColumnType.TINYINT;
            case INT32 -> DuckDBColumnType.INTEGER;
            case INT64, TIMESTAMP -> DuckDBColumnType.BIGINT;
            case FLOAT64 -> DuckDBColumnType.DOUBLE;
            case INT16, FLOAT32, BOOL, UTF8, LARGE_UTF8, NULL -> throw foreign(field);
            case TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> throw foreign(field);
        };
    }

    private static IllegalArgumentException foreign(ArrowField field) {
        return new IllegalArgumentException("no kind has a column of " + field.type());
    }

    @Override
    public Scan init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), datasets.size())));
        ArrowField[] columns = new ArrowField[(int) info.getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = fields.get((int) info.getColumnIndex(i));
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
            ArrowField column = scan.columns.get(i);
            if (column.equals(DATASET)) {
                for (int k = 0; k < count; k++) {
                    out.vector(i).setInt(k, place.dataset);
                }
            } else {
                fill(out.vector(i), column, batch.column(column.name()), place.row, count);
            }
        }
        place.row += count;
        return count;
    }

    private boolean nextDataset(Scan scan, Place place) {
        place.reader.ifPresent(reader -> {
            filesOpened.addAndGet(reader.filesOpened());
            reader.close();
        });
        place.reader = Optional.empty();
        place.dataset = scan.next.getAndIncrement();
        if (place.dataset >= datasets.size()) {
            return false;
        }
        place.reader = Optional.of(lake.read(datasets.get(place.dataset), narrowing.from(), narrowing.to()));
        return true;
    }

    private void fill(DuckDBWritableVector out, ArrowField field, MemorySegment column, int row, int count) {
        switch (field.type()) {
            case TIMESTAMP -> {
                long unit = view.timeUnit();
                for (int i = 0; i < count; i++) {
                    out.setLong(i, Math.floorDiv(column.get(LONG, (row + i) * 8L), unit));
                }
            }
            case INT64 -> {
                for (int i = 0; i < count; i++) {
                    out.setLong(i, column.get(LONG, (row + i) * 8L));
                }
            }
            case INT8 -> {
                for (int i = 0; i < count; i++) {
                    out.setByte(i, column.get(ValueLayout.JAVA_BYTE, row + i));
                }
            }
            case INT32 -> counts(out, column, row, count);
            case FLOAT64 -> numbers(out, column, row, count);
            case INT16, FLOAT32, BOOL, UTF8, LARGE_UTF8, NULL -> throw foreign(field);
            case TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> throw foreign(field);
        }
    }

    /** Numbers of trades; those that nobody counted are null. */
    private static void counts(DuckDBWritableVector out, MemorySegment counts, int row, int count) {
        for (int i = 0; i < count; i++) {
            int value = counts.get(INT, (row + i) * 4L);
            if (value < 0) {
                out.setNull(i);
            } else {
                out.setInt(i, value);
            }
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
