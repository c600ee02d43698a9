package io.fulmar.research.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file as a window of whole lines: {@link #bytes} between {@link #position} and {@link #limit} always ends with a line feed, so
 * that a scanner needs no bounds of its own. Plain arrays, because the first rows run in the interpreter.
 */
final class CsvInput implements AutoCloseable {
    static final int LINE_BYTES_MAX = 1 << 20;
    private static final int CHUNK = 1 << 18;

    /** Scanners may look this far past a line's end. */
    private static final int SLACK = 64;

    private static final int BINARY_PROBE = 512;
    private static final int PROMISE_MAX = 1 << 24;

    final Path file;
    final byte[] bytes = new byte[LINE_BYTES_MAX + CHUNK + SLACK];

    /** Where the next line begins; the scanner moves it. */
    int position;

    /** One past the last line feed in the window. */
    int limit;

    /** How many bytes stood before the window. */
    private long before;

    private final InputStream stream;
    private int filled;
    private boolean ended;

    /** What stands between cells, read as a comma; a comma is then read as a decimal point. */
    private byte delimiter = ',';

    private final CsvSource source;

    CsvInput(CsvSource source) {
        this.source = source;
        file = source.name();
        if (Files.isDirectory(file)) {
            throw DataException.in(file, DataFault.FILE_NOT_REGULAR, "is a directory");
        }
        try {
            stream = source.opener().open();
        } catch (NoSuchFileException e) {
            throw DataException.in(file, DataFault.FILE_MISSING, "there is no such file");
        } catch (AccessDeniedException e) {
            throw DataException.in(file, DataFault.FILE_UNREADABLE, "may not be read");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whether a line begins at {@link #position}, after reading more if need be. {@code line} is its number, for the message. */
    boolean hasLine(long line) {
        while (position == limit) {
            if (!refill(line)) {
                return false;
            }
        }
        return true;
    }

    /** Skips the mark that some programs put before UTF-8, and refuses what is no text at all. */
    void openText() {
        if (!hasLine(1)) {
            throw DataException.in(file, DataFault.FILE_EMPTY, "is empty");
        }
        int probe = Math.min(filled, BINARY_PROBE);
        for (int i = 0; i < probe; i++) {
            if (bytes[i] >= 0 && bytes[i] < '\t') {
                throw DataException.in(file, DataFault.FILE_NOT_TEXT, "is not UTF-8 text");
            }
        }
        if (bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** The file's size, or what was read so far where a size is not known (a pipe). */
    long size() {
        try {
            return Math.max(filled, source.sizer().size());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** About how many lines there are if all are as long as the next one. Too few cost whoever makes room a copy, too many memory. */
    int linesPromised() {
        return promised(size() / (lineFeed(position) + 1 - position));
    }

    /** The same for the lines from here on, if they are as long as those before; half as many again where the size was told too low. */
    int linesPromised(int from, int linesBefore) {
        long taken = before + from;
        long left = size() - taken;
        return left <= 0 || taken == 0 ? linesBefore / 2 : promised((long) ((double) left / taken * linesBefore));
    }

    private static int promised(long lines) {
        return (int) Math.min(PROMISE_MAX, lines + lines / 8 + 16);
    }

    /** From here on cells are separated by this. */
    void separatedBy(byte separator) {
        delimiter = separator;
        translate(position, filled);
    }

    private void translate(int from, int to) {
        if (delimiter == ',') {
            return;
        }
        byte separator = delimiter;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            bytes[i] = b == separator ? (byte) ',' : b == ',' ? (byte) '.' : b;
        }
    }

    /** The start of the next line if the one that begins here holds nothing, else -1. */
    int blankUntil(int from) {
        int p = from;
        while (CsvCell.isSpace(bytes[p]) || bytes[p] == '\r') {
            p++;
        }
        return bytes[p] == '\n' ? p + 1 : -1;
    }

    int lineFeed(int from) {
        int p = from;
        while (bytes[p] != '\n') {
            p++;
        }
        return p;
    }

    private boolean refill(long line) {
        if (ended) {
            return false;
        }
        System.arraycopy(bytes, limit, bytes, 0, filled - limit);
        filled -= limit;
        before += limit;
        position = 0;
        limit = 0;
        while (limit == 0 && !ended) {
            if (filled > LINE_BYTES_MAX) {
                throw tooLong(line);
            }
            int count = read();
            if (count < 0) {
                ended = true;
                if (filled > 0) {
                    bytes[filled++] = '\n';
                    limit = filled;
                }
            } else {
                int start = filled;
                filled += count;
                limit = afterLastLineFeed(start);
            }
        }
        return limit > 0;
    }

    DataException tooLong(long line) {
        return DataException.at(file, line, DataFault.LINE_TOO_LONG, "the line is longer than 1 MiB");
    }

    private int afterLastLineFeed(int start) {
        for (int i = filled; i > start; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    private int read() {
        try {
            int count = stream.read(bytes, filled, Math.min(CHUNK, bytes.length - SLACK - filled));
            translate(filled, filled + Math.max(0, count));
            return count;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private DataException unreadable(IOException e) {
        return DataException.in(file, DataFault.FILE_UNREADABLE, "cannot be read (" + e.getMessage() + ")");
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
