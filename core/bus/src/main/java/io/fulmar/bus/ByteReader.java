package io.fulmar.bus;

import io.fulmar.bus.BusException.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads one record where it lies and never beyond its end: what is missing or impossible is an error, not a value. */
final class ByteReader {
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int at;
    private int limit;
    private int end;

    /** Fixed fields up to {@code blockEnd}, strings up to {@code end}. */
    void open(ByteBuffer record, int start, int blockEnd, int recordEnd) {
        bytes = record;
        at = start;
        limit = blockEnd;
        end = recordEnd;
    }

    /** Leaves the fixed fields; those that a newer version added are passed over. */
    void endOfBlock() {
        at = limit;
        limit = end;
    }

    boolean atEnd() {
        return at == end;
    }

    long int64() {
        int from = advance(Long.BYTES);
        return bytes.getLong(from);
    }

    int int32() {
        int from = advance(Integer.BYTES);
        return bytes.getInt(from);
    }

    int int8() {
        int from = advance(1);
        return bytes.get(from) & 0xff;
    }

    boolean flag() {
        int value = int8();
        if (value > 1) {
            throw corrupt("a yes or no of " + value);
        }
        return value == 1;
    }

    double float64() {
        return Double.longBitsToDouble(int64());
    }

    <E extends Enum<E>> E word(E[] words) {
        int place = int8();
        if (place >= words.length) {
            throw corrupt("word " + place + " of " + words.length);
        }
        return words[place];
    }

    String string() {
        int start = advance(Short.BYTES);
        int length = bytes.getShort(start) & 0xffff;
        int from = advance(length);
        byte[] text = new byte[length];
        bytes.get(from, text);
        return ascii(text) ? new String(text, StandardCharsets.ISO_8859_1) : utf8(text);
    }

    /** Nearly every string is; making a decoder for each would take longer than the rest of a record. */
    private static boolean ascii(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String utf8(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BusException(Fault.CORRUPT, "a string that is not UTF-8", e);
        }
    }

    static BusException corrupt(String what) {
        return new BusException(Fault.CORRUPT, what);
    }

    private int advance(int count) {
        int from = at;
        if (limit - from < count) {
            throw new BusException(
                    Fault.TRUNCATED, (limit - from) + " bytes left in the record where " + count + " are needed");
        }
        at = from + count;
        return from;
    }
}
