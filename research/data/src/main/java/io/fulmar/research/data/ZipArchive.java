package io.fulmar.research.data;

import io.fulmar.research.backtest.CsvSource;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip of text files, such as Binance's public archive hands out. Nothing is unpacked to the disk. An archive may not claim more than
 * {@link #RATIO_MAX} times its size, and each of its files is held to its claim and its checksum.
 */
final class ZipArchive {
    private static final int ENTRIES_MAX = 10_000;
    private static final int NAME_MAX = 200;

    /** Text of prices packs ten times; a bomb, a thousand. */
    private static final int RATIO_MAX = 100;

    private static final long ALWAYS_ALLOWED = 16L << 20;

    private ZipArchive() {}

    /** The text files inside, each opened when it is read. */
    static List<CsvSource> texts(Path file) {
        var sources = new ArrayList<CsvSource>();
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > ENTRIES_MAX) {
                throw DataException.in(file, DataFault.ARCHIVE_TOO_LARGE, "holds " + zip.size() + " files");
            }
            long packed = file.toFile().length();
            long total = 0;
            for (ZipEntry entry : zip.stream().filter(ZipArchive::isText).toList()) {
                total += Math.max(0, entry.getSize());
                if (total > ALWAYS_ALLOWED && total / RATIO_MAX > packed) {
                    throw DataException.in(
                            file,
                            DataFault.ARCHIVE_TOO_LARGE,
                            "claims to hold " + total + " bytes in " + packed + " packed ones");
                }
                sources.add(source(file, entry));
            }
        } catch (IOException e) {
            throw damaged(file, e);
        }
        if (sources.isEmpty()) {
            throw DataException.in(file, DataFault.ARCHIVE_EMPTY, "holds no .csv, .txt or .json file");
        }
        return sources;
    }

    private static boolean isText(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean hidden = name.startsWith("__macosx/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
        return !entry.isDirectory()
                && !hidden
                && (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".json"));
    }

    private static CsvSource source(Path file, ZipEntry entry) {
        String plain = entry.getName().replaceAll("[\\p{Cntrl}\\\\]", "?");
        Path name =
                file.resolveSibling(file.getFileName() + "!" + plain.substring(0, Math.min(NAME_MAX, plain.length())));
        CsvSource text = new CsvSource(name, () -> open(file, entry.getName()), () -> Math.max(1, entry.getSize()));
        return entry.getName().toLowerCase(Locale.ROOT).endsWith(".json") ? JsonArrays.lines(text) : text;
    }

    private static InputStream open(Path file, String name) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("no entry " + name + " any more");
            }
            return new Checked(zip, entry, zip.getInputStream(entry));
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    static DataException damaged(Path file, IOException e) {
        return DataException.in(file, DataFault.ARCHIVE_DAMAGED, "is no whole archive (" + e.getMessage() + ")");
    }

    /** Holds an entry to the size and checksum that the archive's directory gives it. */
    private static final class Checked extends FilterInputStream {
        private final ZipFile zip;
        private final ZipEntry entry;
        private final CRC32 checksum = new CRC32();
        private long count;

        Checked(ZipFile zip, ZipEntry entry, InputStream in) {
            super(in);
            this.zip = zip;
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] out, int from, int length) throws IOException {
            int got = super.read(out, from, length);
            if (got > 0) {
                checksum.update(out, from, got);
                count += got;
            }
            boolean over = entry.getSize() >= 0 && count > entry.getSize();
            if (over || (got < 0 && (count != entry.getSize() || checksum.getValue() != entry.getCrc()))) {
                throw new IOException(
                        entry.getName() + " is not what the archive's directory says: size or checksum differ");
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                super.close();
            }
        }
    }
}
