package io.fulmar.research.data;

import io.fulmar.research.backtest.CsvSource;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A text packed by gzip, such as {@code trades.csv.gz}: unpacked as it is read, never onto the disk, and held to a ratio. */
final class GzipText {
    private static final int BUFFER = 1 << 16;

    /** Text of prices packs ten times; a bomb, a thousand. */
    private static final int RATIO_MAX = 100;

    private static final long ALWAYS_ALLOWED = 16L << 20;

    /** What the text is taken to be larger by: it is only known at its end. */
    private static final int RATIO_USUAL = 4;

    private GzipText() {}

    static CsvSource of(Path file) {
        return new CsvSource(file, () -> open(file), () -> RATIO_USUAL * Files.size(file));
    }

    /** How the text begins. */
    static byte[] head(Path file, int bytes) {
        try (InputStream in = open(file)) {
            return in.readNBytes(bytes);
        } catch (IOException e) {
            throw DataException.in(file, DataFault.ARCHIVE_DAMAGED, "is no whole gzip (" + e.getMessage() + ")");
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new Held(file, new GZIPInputStream(in, BUFFER), Files.size(file));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Ends what claims too much. */
    private static final class Held extends FilterInputStream {
        private final Path file;
        private final long most;
        private long count;

        Held(Path file, InputStream in, long packed) {
            super(in);
            this.file = file;
            this.most = Math.max(ALWAYS_ALLOWED, RATIO_MAX * packed);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] out, int from, int length) throws IOException {
            int got;
            try {
                got = super.read(out, from, length);
            } catch (IOException e) {
                throw DataException.in(file, DataFault.ARCHIVE_DAMAGED, "is no whole gzip (" + e.getMessage() + ")");
            }
            count += Math.max(0, got);
            if (count > most) {
                throw DataException.in(
                        file, DataFault.ARCHIVE_TOO_LARGE, "unpacks to more than " + RATIO_MAX + " times its size");
            }
            return got;
        }
    }
}
