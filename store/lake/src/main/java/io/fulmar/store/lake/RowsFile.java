package io.fulmar.store.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** One Feather file of rows for whoever wants it outside the lake: there as a whole when it is finished, and not before. */
public final class RowsFile implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final Disk.Growing out;
    private final BatchWriter batches;
    private final Rows some;

    private RowsFile(Path file, Kind kind, Map<String, String> words, Compression compression) throws IOException {
        this.file = file;
        unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        out = Disk.REAL.open(unfinished);
        batches = new BatchWriter(out, kind, words, compression);
        some = Rows.growing(kind);
        batches.beginFile();
    }

    /** Begins the file; {@code words} are kept in its schema. */
    public static RowsFile create(Path file, Kind kind, Map<String, String> words, Compression compression) {
        try {
            return new RowsFile(file, kind, words, compression);
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        }
    }

    /** Writes rows; a batch that is whole and not packed is copied as it lies. */
    public void write(ColumnBatch rows) {
        try {
            Optional<LyingBatch> lying = rows.lying().filter(batches::takes);
            if (lying.isPresent()) {
                batches.write(lying.get());
            } else {
                rows.copy(some);
                batches.write(some, 0, some.size());
            }
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        }
    }

    /** Puts the file in its place, where another may have been. */
    public void finish() {
        try {
            batches.finish();
            out.close();
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        }
    }

    @Override
    public void close() {
        try {
            batches.close();
            out.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw LakeException.disk(file, e);
        }
    }
}
