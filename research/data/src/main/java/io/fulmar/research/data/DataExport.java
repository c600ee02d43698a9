package io.fulmar.research.data;

import io.fulmar.domain.Exact;
import io.fulmar.store.lake.ArrowField;
import io.fulmar.store.lake.ColumnBatch;
import io.fulmar.store.lake.Compression;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.RowsFile;
import io.fulmar.store.lake.Scales;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a dataset, or a stretch of it, out of the lake into one file. The file is there as a whole or not at all. */
public final class DataExport {
    private static final int BUFFER = 1 << 16;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final Lake lake;
    private final Dataset dataset;
    private final long from;
    private final long to;

    /** Rows with times in {@code [from, to)}, in nanoseconds. */
    public DataExport(Lake lake, Dataset dataset, long from, long to) {
        this.lake = lake;
        this.dataset = dataset;
        this.from = from;
        this.to = to;
    }

    /** Writes Arrow IPC, uncompressed, which pandas, polars and pyarrow open as Feather; the number of rows. */
    public long feather(Path file) {
        try (DatasetReader reader = lake.read(dataset, from, to);
                RowsFile out = RowsFile.create(file, dataset.kind(), words(reader), Compression.NONE)) {
            long count = 0;
            for (Optional<ColumnBatch> rows = reader.next(); rows.isPresent(); rows = reader.next()) {
                out.write(rows.get());
                count += rows.get().rows();
            }
            out.finish();
            return count;
        }
    }

    private Map<String, String> words(DatasetReader reader) {
        Map<String, String> words = new LinkedHashMap<>(); // in this order, so that the same rows give the same bytes
        words.put("fulmar.dataset", dataset.toString());
        words.put("fulmar.scale.price", Integer.toString(reader.scales().price()));
        words.put("fulmar.revision", Long.toString(reader.revision()));
        return words;
    }

    /** Writes CSV that an import and a backtest read as the same rows; the number of rows. */
    public long csv(Path file) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try {
            long count;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
                count = csv(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return count;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private long csv(OutputStream out) throws IOException {
        List<ArrowField> fields = dataset.kind().fields();
        StringBuilder line = new StringBuilder(
                String.join(",", fields.stream().map(ArrowField::name).toList()));
        out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        long count = 0;
        try (DatasetReader reader = lake.read(dataset, from, to)) {
            Rows rows = new Rows(dataset.kind());
            Cells cells = new Cells(dataset.kind(), reader.scales());
            while (reader.next(rows)) {
                for (int row = 0; row < rows.size(); row++) {
                    line.setLength(0);
                    for (int column = 0; column < fields.size(); column++) {
                        cells.put(line.append(column == 0 ? "" : ","), rows, column, row);
                    }
                    out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
                }
                count += rows.size();
            }
        }
        return count;
    }

    /** One value as text. */
    private static final class Cells {
        private final List<ArrowField> fields;
        private final int[] decimals;
        private long day = Long.MIN_VALUE;
        private String date = "";

        Cells(Kind kind, Scales scales) {
            fields = kind.fields();
            decimals = fields.stream()
                    .mapToInt(field -> switch (field.name()) {
                        case "open", "high", "low", "close", "price", "bid", "ask", "mark", "index" -> scales.price();
                        case "quantity", "bid_quantity", "ask_quantity" -> scales.quantity();
                        case "rate" -> scales.rate();
                        default -> -1;
                    })
                    .toArray();
        }

        void put(StringBuilder out, Rows rows, int column, int row) {
            ArrowField field = fields.get(column);
            if (field.type() == ArrowField.Type.TIMESTAMP) {
                time(out, rows.wholes(column)[row]);
            } else if (field.type() == ArrowField.Type.FLOAT64) {
                number(out, rows.numbers(column)[row], decimals[column]);
            } else if (field.name().equals("side")) {
                long side = rows.wholes(column)[row];
                out.append(side > 0 ? "buy" : side < 0 ? "sell" : "");
            } else if (!field.nullable() || rows.wholes(column)[row] >= 0) {
                out.append(rows.wholes(column)[row]);
            }
        }

        private void time(StringBuilder out, long nanos) {
            long now = Math.floorDiv(nanos, DAY);
            if (now != day) {
                day = now;
                date = LocalDate.ofEpochDay(now) + "T";
            }
            long rest = Math.floorMod(nanos, DAY);
            int seconds = (int) (rest / SECOND);
            padded(out.append(date), seconds / 3600, 2);
            padded(out.append(':'), seconds / 60 % 60, 2);
            padded(out.append(':'), seconds % 60, 2);
            if (rest % SECOND != 0) {
                padded(out.append('.'), rest % SECOND, 9);
            }
            out.append('Z');
        }

        /** A decimal as one; what is none in the fewest digits that read back as the same double. */
        private static void number(StringBuilder out, double number, int decimals) {
            if (Double.isNaN(number)) {
                return;
            }
            if (decimals < 0) {
                boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
                out.append(whole ? Long.toString((long) number) : Double.toString(number));
                return;
            }
            long power = Exact.powerOfTen(decimals);
            long mantissa = (long) Math.rint(number * power);
            if (mantissa < 0) {
                out.append('-');
            }
            out.append(Math.abs(mantissa) / power);
            if (decimals > 0) {
                padded(out.append('.'), Math.abs(mantissa) % power, decimals);
            }
        }

        private static void padded(StringBuilder out, long value, int digits) {
            String text = Long.toString(value);
            out.repeat('0', digits - text.length()).append(text);
        }
    }
}
