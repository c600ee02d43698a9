package io.fulmar.research.backtest;

import java.nio.charset.StandardCharsets;

/** One cell of a line: where it ends, and its content without quotes and spaces around it. Reused from cell to cell. */
final class CsvCell {
    private static final int SHOWN_MAX = 40;

    /** The content, and a line feed behind it. */
    byte[] trimmed = new byte[256];

    int length;

    private final byte[] bytes;

    CsvCell(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the cell that begins here; the position of the comma or line end behind it, -1 if a quote is not closed. */
    int trim(int from) {
        int end = end(from);
        int start = from;
        int stop = end;
        while (start < stop && isSpace(bytes[start])) {
            start++;
        }
        while (stop > start && isSpace(bytes[stop - 1])) {
            stop--;
        }
        if (stop - start >= 2 && bytes[start] == '"' && bytes[stop - 1] == '"') {
            start++;
            stop--;
        }
        length = Math.max(0, stop - start);
        if (trimmed.length < length + 16) {
            trimmed = new byte[length * 2 + 16];
        }
        System.arraycopy(bytes, start, trimmed, 0, length);
        trimmed[length] = '\n';
        return end;
    }

    /** The position of the comma or line end behind the cell that begins here, -1 if a quote is not closed. */
    int end(int from) {
        int p = from;
        while (isSpace(bytes[p])) {
            p++;
        }
        if (bytes[p] == '"') {
            p++;
            while (bytes[p] != '"' || bytes[p + 1] == '"') {
                if (bytes[p] == '\n') {
                    return -1;
                }
                p += bytes[p] == '"' ? 2 : 1;
            }
        }
        while (bytes[p] != ',' && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        return p;
    }

    String text() {
        return new String(trimmed, 0, length, StandardCharsets.UTF_8);
    }

    /** For a message. */
    String shown() {
        int most = Math.min(length, SHOWN_MAX);
        var text = new String(trimmed, 0, most, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\uFFFD]", "?");
        return "\"" + text + (most < length ? "..." : "") + "\"";
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }
}
