package io.fulmar.research.data;

import io.fulmar.research.backtest.CsvSource;
import io.fulmar.research.backtest.DataException;
import io.fulmar.research.backtest.DataFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * JSON of the form {@code [[time,open,high,low,close,volume],...]}, as Freqtrade keeps candles and venues answer with them, handed on
 * as lines of cells: one parser of numbers and times is enough. What is no such JSON is refused.
 */
final class JsonArrays extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final Path name;
    private final InputStream json;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private int depth;
    private boolean quoted;
    private boolean ended;
    private long row = 1;

    private JsonArrays(Path name, InputStream json) {
        this.name = name;
        this.json = json;
    }

    static CsvSource lines(CsvSource json) {
        return new CsvSource(
                json.name(), () -> new JsonArrays(json.name(), json.opener().open()), json.sizer());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        int p = from;
        while (p < from + length) {
            if (position == filled && !refill()) {
                break;
            }
            int next = next(buffer[position++]);
            if (next >= 0) {
                out[p++] = (byte) next;
            }
        }
        if (p == from && length > 0) {
            if (!ended) {
                throw DataException.in(name, DataFault.ARCHIVE_DAMAGED, "ends inside row " + row);
            }
            return -1;
        }
        return p - from;
    }

    private boolean refill() throws IOException {
        filled = Math.max(0, json.read(buffer));
        position = 0;
        return filled > 0;
    }

    /** What this byte becomes, or -1 for nothing. */
    private int next(byte b) {
        if (quoted || b == '"') {
            quoted = quoted ? b != '"' : depth == 2;
            if (b == '\n' || b == '\\' || depth != 2) {
                throw shape("a text");
            }
            return b;
        }
        return switch (b) {
            case '[' -> {
                if (ended || ++depth > 2) {
                    throw shape("an array inside a row");
                }
                yield -1;
            }
            case ']' -> {
                depth--;
                ended = depth <= 0;
                row += depth == 1 ? 1 : 0;
                yield depth == 1 ? '\n' : -1;
            }
            case ',' -> depth == 2 ? ',' : -1;
            case ' ', '\t', '\r', '\n' -> -1;
            default -> {
                if (depth != 2 || b == '{' || b == '}' || b == ':') {
                    throw shape("\"" + (char) (b & 0x7f) + "\"");
                }
                yield b;
            }
        };
    }

    private DataException shape(String found) {
        return DataException.in(
                name,
                DataFault.FILE_SHAPE,
                found + " stands at row " + row + " where rows are [[time,open,high,low,close,volume],...]");
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
