package io.fulmar.store.lake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A table of a FlatBuffers message, read in place; the other side of {@link FlatBuffer}. */
record FlatTable(ByteBuffer bytes, int at) {

    static FlatTable root(ByteBuffer bytes) {
        return new FlatTable(bytes, bytes.getInt(0));
    }

    /** Where the slot's value lies; 0 when it has none. */
    private int slot(int number) {
        int vtable = at - bytes.getInt(at);
        int place = (number + 2) * Short.BYTES;
        int inside = place < bytes.getShort(vtable) ? bytes.getShort(vtable + place) : 0;
        return inside == 0 ? 0 : at + inside;
    }

    boolean holds(int number) {
        return slot(number) != 0;
    }

    int byteAt(int number) {
        int place = slot(number);
        return place == 0 ? 0 : bytes.get(place);
    }

    int shortAt(int number) {
        int place = slot(number);
        return place == 0 ? 0 : bytes.getShort(place);
    }

    int intAt(int number) {
        int place = slot(number);
        return place == 0 ? 0 : bytes.getInt(place);
    }

    long longAt(int number) {
        int place = slot(number);
        return place == 0 ? 0 : bytes.getLong(place);
    }

    FlatTable tableAt(int number) {
        int place = slot(number);
        return new FlatTable(bytes, place + bytes.getInt(place));
    }

    String textAt(int number) {
        int place = slot(number);
        int text = place + bytes.getInt(place);
        int length = bytes.getInt(text);
        if (length < 0 || length > bytes.limit()) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        byte[] utf8 = new byte[length];
        bytes.get(text + Integer.BYTES, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    int lengthAt(int number) {
        int place = slot(number);
        return place == 0 ? 0 : bytes.getInt(place + bytes.getInt(place));
    }

    FlatTable element(int number, int index) {
        int place = elements(number) + index * Integer.BYTES;
        return new FlatTable(bytes, place + bytes.getInt(place));
    }

    /** Where the vector's elements begin. */
    int elements(int number) {
        int place = slot(number);
        return place + bytes.getInt(place) + Integer.BYTES;
    }
}
