package io.fulmar.research.sweep;

import io.fulmar.store.lake.ArrowField;
import io.fulmar.store.lake.ArrowWriter;
import io.fulmar.store.lake.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code results.arrow}: a row a combination, by rising number, with the parameters that vary as columns. Neither the number of
 * workers nor the order of their work nor interruptions nor the folder leave a trace in it.
 */
final class ResultsFile {
    private static final int BUFFER = 1 << 18;

    private final SweepFolder folder;
    private final Manifest manifest;
    private final Space space;
    private final Map<Long, Double> finals = new HashMap<>();
    private final List<Integer> varied = new ArrayList<>();

    ResultsFile(SweepFolder folder, Manifest manifest, Space space, List<Closing.Finalist> shortlist) {
        shortlist.forEach(one -> finals.put(one.combination(), one.score()));
        this.folder = folder;
        this.manifest = manifest;
        this.space = space;
        for (int axis = 0; axis < space.axes().size(); axis++) {
            if (space.axes().get(axis).size() > 1) {
                varied.add(axis);
            }
        }
    }

    void write(List<UnitsLog.Place> places) throws IOException {
        ParetoFront front = new ParetoFront();
        Mapped.inOrder(folder.units(), places, front::add);
        try (Disk.Growing file = folder.disk().open(folder.unfinishedResults())) {
            file.cut(0);
            ArrowWriter writer = new ArrowWriter(new Buffered(file), fields(), words());
            Mapped.inOrder(folder.units(), places, row -> put(writer, row, front.holds(row)));
            writer.finish();
            file.force();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        folder.disk().rename(folder.unfinishedResults(), folder.results());
        folder.disk().forceFolder(folder.folder());
    }

    private List<ArrowField> fields() {
        List<ArrowField> fields = new ArrayList<>();
        fields.add(new ArrowField("combination", ArrowField.Type.INT64));
        for (int axis : varied) {
            fields.add(new ArrowField(
                    space.axes().get(axis).name(), type(space.axes().get(axis))));
        }
        fields.add(new ArrowField("eligible", ArrowField.Type.BOOL));
        fields.add(new ArrowField("reasons", ArrowField.Type.UTF8));
        fields.add(new ArrowField("score", ArrowField.Type.FLOAT64));
        fields.add(new ArrowField("finalScore", ArrowField.Type.FLOAT64));
        fields.add(new ArrowField("growth", ArrowField.Type.FLOAT64));
        fields.add(new ArrowField("trades", ArrowField.Type.INT32));
        fields.add(new ArrowField("openTrades", ArrowField.Type.INT32));
        fields.add(new ArrowField("netReturn", ArrowField.Type.FLOAT64));
        fields.add(new ArrowField("maxDrawdown", ArrowField.Type.FLOAT64));
        fields.add(new ArrowField("fees", ArrowField.Type.FLOAT64));
        fields.add(new ArrowField("pareto", ArrowField.Type.BOOL));
        fields.add(new ArrowField("tier", ArrowField.Type.UTF8));
        return fields;
    }

    private static ArrowField.Type type(Axis axis) {
        Class<?> type = axis.spec().type();
        if (type == int.class || type == long.class) {
            return ArrowField.Type.INT64;
        }
        return type == double.class
                ? ArrowField.Type.FLOAT64
                : type == boolean.class ? ArrowField.Type.BOOL : ArrowField.Type.UTF8;
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("sweep", manifest.id());
        words.put("strategy", manifest.strategy().name());
        words.put("codeHash", manifest.strategy().codeHash());
        words.put("dataHash", manifest.dataHash());
        words.put("spaceHash", manifest.search().spaceHash());
        words.put("sampler", manifest.search().sampler());
        words.put("objective", manifest.search().objective());
        words.put("paths", Integer.toString(manifest.search().paths()));
        words.put("seed", Long.toString(manifest.search().seed()));
        words.put("currency", manifest.markets().getFirst().currency());
        return words;
    }

    private void put(ArrowWriter writer, Row row, boolean pareto) {
        int column = 0;
        writer.put(column++, row.combination());
        for (int axis : varied) {
            Object value = space.axes().get(axis).values().get(space.index(row.combination(), axis));
            switch (value) {
                case Integer number -> writer.put(column++, number.longValue());
                case Long number -> writer.put(column++, number.longValue());
                case Double number -> writer.put(column++, number.doubleValue());
                case Boolean flag -> writer.put(column++, flag.booleanValue());
                default -> writer.put(column++, String.valueOf(value));
            }
        }
        writer.put(column++, row.eligible());
        writer.put(column++, String.join(",", row.gates()));
        writer.put(column++, row.score());
        writer.put(column++, finals.getOrDefault(row.combination(), Double.NaN).doubleValue());
        writer.put(column++, row.growth());
        writer.put(column++, (long) row.trades());
        writer.put(column++, (long) row.openTrades());
        writer.put(column++, row.netReturn());
        writer.put(column++, row.maxDrawdown());
        writer.put(
                column++,
                row.fees() / StrictMath.pow(10, manifest.markets().getFirst().digits()));
        writer.put(column++, pareto);
        writer.put(column, row.tier().name());
        try {
            writer.endRow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers what the writer says in small pieces. */
    private static final class Buffered extends OutputStream {
        private final Disk.Growing file;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

        Buffered(Disk.Growing file) {
            this.file = file;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            int left = count;
            while (left > 0) {
                int fits = Math.min(left, buffer.remaining());
                buffer.put(bytes, from + count - left, fits);
                left -= fits;
                if (!buffer.hasRemaining()) {
                    flush();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            file.append(buffer.flip());
            buffer.clear();
        }
    }
}
