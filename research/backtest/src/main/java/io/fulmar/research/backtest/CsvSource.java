package io.fulmar.research.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the text of a file comes from: the file itself, or what was packed into it.
 *
 * @param name what messages call it
 * @param sizer about how many bytes there are; a wrong answer costs time or memory, nothing else
 */
public record CsvSource(Path name, Opener opener, Sizer sizer) {
    /** Begins to read. */
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** Tells how much there is. */
    public interface Sizer {
        long size() throws IOException;
    }

    public static CsvSource file(Path file) {
        return new CsvSource(file, () -> Files.newInputStream(file), () -> Files.size(file));
    }
}
