package io.fulmar.store.lake;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a dataset within a stretch of time, batch after batch, oldest first: files are mapped as they are reached and stay so
 * until the reader is closed. What is committed meanwhile it does not see.
 */
public final class DatasetReader implements AutoCloseable {
    /** Rows of the largest batch we write, unpacked: eight bytes a value at most. */
    private static final long UNPACKED_COLUMN = 2L * Rows.BATCH * Long.BYTES;

    /** A file, and the part that it must be; a stream has none. */
    private record Source(Path path, Optional<Part> part, AwayFiles away) {}

    private record Opened(MemorySegment file, Ipc ipc) {}

    private final Manifest manifest;
    private final List<Source> sources;
    private final long from;
    private final long to;
    private final Arena arena = Arena.ofShared();
    private final List<Opened> opened = new ArrayList<>();
    private MemorySegment unpacked = MemorySegment.NULL;
    private int source;
    private int batch;

    private DatasetReader(Manifest manifest, List<Source> sources, long from, long to) {
        this.manifest = manifest;
        this.sources = sources;
        this.from = from;
        this.to = to;
    }

    /** Rows with times in {@code [from, to)}. */
    static DatasetReader of(DatasetFolder folder, Manifest manifest, long from, long to) {
        List<Source> sources = new ArrayList<>();
        for (Part part : manifest.parts()) {
            if (part.overlaps(from, to)) {
                sources.add(source(folder, part));
            }
        }
        manifest.segment().ifPresent(name -> sources.add(segment(folder, name)));
        return new DatasetReader(manifest, sources, from, to);
    }

    static DatasetReader ofParts(DatasetFolder folder, Manifest manifest, List<Part> parts) {
        List<Source> sources = parts.stream().map(part -> source(folder, part)).toList();
        return new DatasetReader(manifest, sources, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static DatasetReader ofSegment(DatasetFolder folder, Manifest manifest) {
        Source segment = segment(folder, manifest.segment().orElseThrow());
        return new DatasetReader(manifest, List.of(segment), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Source source(DatasetFolder folder, Part part) {
        return new Source(folder.path().resolve(part.file()), Optional.of(part), folder.away());
    }

    private static Source segment(DatasetFolder folder, String name) {
        return new Source(folder.path().resolve(name), Optional.empty(), folder.away());
    }

    public Dataset dataset() {
        return manifest.dataset();
    }

    public Scales scales() {
        return manifest.scales();
    }

    /** Runs name it: other rows at the same times are another revision. */
    public long revision() {
        return manifest.revision();
    }

    /** Back to the first row; what is mapped stays mapped. */
    public void rewind() {
        source = 0;
        batch = 0;
    }

    /** The next rows where they lie; empty at the end. */
    public Optional<ColumnBatch> next() {
        while (source < sources.size()) {
            Opened file = opened(source);
            while (batch < file.ipc.batches().size()) {
                Ipc.Batch next = file.ipc.batches().get(batch);
                boolean inside = sources.get(source).part().map(this::isWanted).orElse(true);
                batch++;
                if (inside && next.rows() > 0) {
                    ColumnBatch rows = within(file, next);
                    if (rows.rows() > 0) {
                        return Optional.of(rows);
                    }
                }
            }
            source++;
            batch = 0;
        }
        return Optional.empty();
    }

    private boolean isWanted(Part part) {
        Part.Stretch stretch = part.batches().get(batch);
        return stretch.first() < to && stretch.last() >= from;
    }

    /** Copies the next rows in the place of what is there; false at the end. */
    public boolean next(Rows into) {
        Optional<ColumnBatch> next = next();
        next.ifPresent(rows -> rows.copy(into));
        return next.isPresent();
    }

    private Opened opened(int number) {
        if (number == opened.size()) {
            opened.add(open(sources.get(number)));
        }
        return opened.get(number);
    }

    private Opened open(Source wanted) {
        Path path = wanted.path();
        try (FileChannel channel = FileChannel.open(AwayNote.located(path, wanted.away()))) {
            long size = channel.size();
            if (wanted.part().isPresent() && size != wanted.part().get().bytes()) {
                throw LakeException.damaged(
                        path,
                        "it has " + size + " bytes instead of "
                                + wanted.part().get().bytes());
            }
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            Ipc ipc = wanted.part().isPresent() ? Ipc.file(file) : Ipc.stream(file);
            boolean complete = wanted.part().map(part -> holds(ipc, part)).orElse(true);
            boolean ours = ipc.fields().equals(dataset().kind().fields())
                    || (wanted.part().isEmpty() && ipc.fields().isEmpty());
            if (!complete || !ours) {
                throw LakeException.damaged(path, "its columns or batches are not those of the manifest");
            }
            return new Opened(file, ipc);
        } catch (IOException e) {
            throw LakeException.disk(path, e);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw LakeException.damaged(path, "it is no Arrow file, or not whole: " + e.getMessage());
        }
    }

    private static boolean holds(Ipc ipc, Part part) {
        boolean holds = part.batches().size() == ipc.batches().size();
        for (int i = 0; i < ipc.batches().size() && holds; i++) {
            holds = part.batches().get(i).rows() == ipc.batches().get(i).rows();
        }
        return holds;
    }

    /** The rows of a batch that are wanted; what its description says may be anything, where its file is damaged. */
    private ColumnBatch within(Opened file, Ipc.Batch of) {
        try {
            return columns(file, of);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw LakeException.damaged(sources.get(source).path(), String.valueOf(e.getMessage()));
        }
    }

    private ColumnBatch columns(Opened file, Ipc.Batch of) {
        List<ArrowField> fields = file.ipc.fields();
        if (!of.isLaidByUs(fields)) {
            throw new IllegalArgumentException("its description of a batch is not what was written");
        }
        SegmentAllocator room = room(of, fields.size());
        MemorySegment body = file.file.asSlice(of.body(), of.bodyLength());
        List<MemorySegment> columns = new ArrayList<>();
        int rows = Math.toIntExact(of.rows());
        int first = 0;
        int end = rows;
        for (int i = 0; i < fields.size(); i++) {
            long at = of.buffers()[4 * i + 2];
            MemorySegment values = Codecs.unpacked(body.asSlice(at, of.buffers()[4 * i + 3]), of.codec(), room);
            if (i == 0) {
                first = from == Long.MIN_VALUE ? 0 : firstAtOrAfter(values, rows, from);
                end = to == Long.MAX_VALUE ? rows : firstAtOrAfter(values, rows, to);
            }
            int bytes = fields.get(i).type().bytes;
            columns.add(values.asSlice((long) first * bytes, (long) Math.max(0, end - first) * bytes));
        }
        boolean isWhole = first == 0 && end == rows && of.codec() == ArrowMetadata.NOT_COMPRESSED;
        Optional<LyingBatch> lying =
                isWhole ? Optional.of(LyingBatch.of(sources.get(source).path(), body, of)) : Optional.empty();
        return new ColumnBatch(dataset().kind(), columns, Math.max(0, end - first), lying);
    }

    /** Where batches are unpacked, one in the place of the other. */
    private SegmentAllocator room(Ipc.Batch of, int columns) {
        if (of.codec() == ArrowMetadata.NOT_COMPRESSED) {
            return arena;
        }
        if (unpacked.byteSize() == 0) {
            unpacked = arena.allocate(columns * UNPACKED_COLUMN, Long.BYTES);
        }
        return SegmentAllocator.slicingAllocator(unpacked);
    }

    private static int firstAtOrAfter(MemorySegment times, int rows, long time) {
        int low = 0;
        int high = rows;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(Ipc.LONG, (long) middle * Long.BYTES) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether every batch is what its writer wrote; reads all of them. The problem is a {@link LakeException}. */
    public void verify() {
        for (int i = 0; i < sources.size(); i++) {
            Opened file = opened(i);
            for (int k = 0; k < file.ipc.batches().size(); k++) {
                int sum = Checksums.of(file.file, file.ipc.batches().get(k));
                int number = k;
                boolean expected = sources.get(i)
                        .part()
                        .map(part -> part.batches().get(number).sum() == sum)
                        .orElse(true);
                if (!expected) {
                    throw LakeException.damaged(
                            sources.get(i).path(), "the checksum of batch " + (k + 1) + " does not hold");
                }
            }
        }
    }

    /**
     * All bars as exact numbers, so many that they fit into memory. A price that is no decimal of the dataset's scale is a {@link
     * LakeException}.
     */
    public ExactCandles candles() {
        rewind();
        ExactColumns columns = new ExactColumns(dataset(), scales().price(), room());
        for (Optional<ColumnBatch> rows = next(); rows.isPresent(); rows = next()) {
            columns.add(rows.get());
        }
        return columns.candles();
    }

    /** The next bars as exact numbers, a batch of them at most; empty at the end. */
    public Optional<ExactCandles> someCandles() {
        return next().map(rows -> {
            ExactColumns columns = new ExactColumns(dataset(), scales().price(), rows.rows());
            columns.add(rows);
            return columns.candles();
        });
    }

    /** At least as many as there are rows. */
    private int room() {
        long rows = 0;
        for (int i = 0; i < sources.size(); i++) {
            rows += opened(i).ipc.batches().stream().mapToLong(Ipc.Batch::rows).sum();
        }
        return Math.toIntExact(rows);
    }

    /** How many files were reached: of others nothing is read. */
    public int filesOpened() {
        return opened.size();
    }

    /** Of the files that were reached. */
    long bytes() {
        return opened.stream().mapToLong(file -> file.file.byteSize()).sum();
    }

    @Override
    public void close() {
        arena.close();
        opened.clear();
    }
}
