package io.fulmar.research.data;

import io.fulmar.research.backtest.CsvSource;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that somebody else wrote, told apart by what it holds and not by its name. */
sealed interface DataFile {
    /** Text, and each text of an archive: CSV, or JSON rows handed on as such. */
    record Text(List<CsvSource> parts) implements DataFile {}

    /** Arrow IPC, which Feather of version 2 is. */
    record Feather(Path file) implements DataFile {}

    /** Parquet, which only DuckDB reads. */
    record Parquet(Path file) implements DataFile {}

    int PROBE = 4096;

    static DataFile open(Path file) {
        byte[] head = head(file);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("ARROW1")) {
            return new Feather(file);
        }
        if (start.startsWith("PAR1")) {
            return new Parquet(file);
        }
        if (start.startsWith("FEA1")) {
            throw DataException.in(file, DataFault.FILE_SHAPE, "is Feather of version 1, which nobody writes any more");
        }
        if (start.startsWith("PK")) {
            return new Text(ZipArchive.texts(file));
        }
        boolean packed = start.startsWith("\u001f\u008b");
        CsvSource whole = packed ? GzipText.of(file) : CsvSource.file(file);
        String text = packed ? new String(GzipText.head(file, PROBE), StandardCharsets.ISO_8859_1) : start;
        return new Text(List.of(text.stripLeading().startsWith("[") ? JsonArrays.lines(whole) : whole));
    }

    private static byte[] head(Path file) {
        if (Files.isDirectory(file)) {
            throw DataException.in(file, DataFault.FILE_NOT_REGULAR, "is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PROBE);
        } catch (NoSuchFileException e) {
            throw DataException.in(file, DataFault.FILE_MISSING, "there is no such file");
        } catch (AccessDeniedException e) {
            throw DataException.in(file, DataFault.FILE_UNREADABLE, "may not be read");
        } catch (IOException e) {
            throw DataException.in(file, DataFault.FILE_UNREADABLE, "cannot be read (" + e.getMessage() + ")");
        }
    }
}
