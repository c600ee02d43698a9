package io.fulmar.store.sql;

import io.fulmar.store.lake.ArrowField;
import io.fulmar.store.lake.ArrowWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parquet, written from the view and read into Feather, which all else reads. */
final class ParquetFiles {
    private static final long SECOND = 1_000_000_000L;

    private ParquetFiles() {}

    /** Writes what the query answers; the file is there as a whole or not at all. */
    static void write(LakeSql sql, String query, Path file) throws SQLException, IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try {
            sql.run("COPY (" + query + ") TO " + LakeSql.text(unfinished.toString())
                    + " (FORMAT PARQUET, COMPRESSION ZSTD)");
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Rewrites a Parquet file as Feather; columns that are neither numbers, times nor texts are left out. */
    static void toFeather(LakeSql sql, Path parquet, Path feather) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(feather))) {
            sql.ask("SELECT * FROM read_parquet(" + LakeSql.text(parquet.toString()) + ")", rows -> {
                ResultSetMetaData columns = rows.getMetaData();
                List<ArrowField> fields = new ArrayList<>();
                List<Integer> kept = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    int column = i;
                    type(columns.getColumnType(i)).ifPresent(type -> {
                        kept.add(column);
                        fields.add(new ArrowField(name(columns, column), type));
                    });
                }
                ArrowWriter arrow = new ArrowWriter(out, fields, Map.of());
                while (rows.next()) {
                    for (int i = 0; i < fields.size(); i++) {
                        put(arrow, i, fields.get(i).type(), rows, kept.get(i));
                    }
                    arrow.endRow();
                }
                arrow.finish();
            });
        }
    }

    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano());
    }

    private static String name(ResultSetMetaData columns, int column) {
        try {
            return columns.getColumnName(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<ArrowField.Type> type(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(ArrowField.Type.INT64);
            case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC ->
                Optional.of(ArrowField.Type.FLOAT64);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(ArrowField.Type.TIMESTAMP);
            case Types.VARCHAR -> Optional.of(ArrowField.Type.UTF8);
            default -> Optional.empty();
        };
    }

    private static void put(ArrowWriter arrow, int column, ArrowField.Type type, ResultSet rows, int from)
            throws SQLException {
        switch (type) {
            case FLOAT64 -> {
                double number = rows.getDouble(from);
                arrow.put(column, rows.wasNull() ? Double.NaN : number);
            }
            case TIMESTAMP -> {
                LocalDateTime time = rows.getObject(from, LocalDateTime.class);
                arrow.put(column, time == null ? 0 : nanos(time.toInstant(ZoneOffset.UTC)));
            }
            case UTF8 -> {
                String text = rows.getString(from);
                arrow.put(column, text == null ? "" : text);
            }
            case INT8, INT16, INT32, INT64, FLOAT32, BOOL, LARGE_UTF8, NULL -> {
                long whole = rows.getLong(from);
                arrow.put(column, rows.wasNull() ? -1 : whole);
            }
            case TIMESTAMP_SECONDS, TIMESTAMP_MILLIS, TIMESTAMP_MICROS ->
                throw new IllegalArgumentException("times are written in nanoseconds");
        }
    }
}
