package io.fulmar.store.lake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Builds one message in the FlatBuffers format, which Arrow describes its data with: from the back to the front, children before
 * their parents. An offset counts from the end of the message. See https://flatbuffers.dev/internals.
 */
final class FlatBuffer {
    private static final int SLOTS_MAX = 16;
    private static final int ALIGNMENT = 8;

    private byte[] bytes = new byte[1024];
    private ByteBuffer view = view(bytes);
    private int head = bytes.length;
    private final int[] slots = new int[SLOTS_MAX];
    private int tableEnd;
    private int slotCount;

    private static ByteBuffer view(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int offset() {
        return bytes.length - head;
    }

    /** Makes room so that after {@code more} further bytes a value of that size lies aligned, and steps over the padding. */
    private void prepare(int size, int more) {
        int padding = -(offset() + more) & (size - 1);
        while (head < padding + size + more) {
            byte[] wider = new byte[2 * bytes.length];
            System.arraycopy(bytes, head, wider, head + bytes.length, bytes.length - head);
            head += bytes.length;
            bytes = wider;
            view = view(bytes);
        }
        Arrays.fill(bytes, head - padding, head, (byte) 0);
        head -= padding;
    }

    private void putByte(int value) {
        prepare(Byte.BYTES, 0);
        bytes[--head] = (byte) value;
    }

    private void putShort(int value) {
        prepare(Short.BYTES, 0);
        head -= Short.BYTES;
        view.putShort(head, (short) value);
    }

    private void putInt(int value) {
        prepare(Integer.BYTES, 0);
        head -= Integer.BYTES;
        view.putInt(head, value);
    }

    private void putLong(long value) {
        prepare(Long.BYTES, 0);
        head -= Long.BYTES;
        view.putLong(head, value);
    }

    private void putOffset(int target) {
        prepare(Integer.BYTES, 0);
        putInt(offset() - target + Integer.BYTES);
    }

    int text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        prepare(Integer.BYTES, utf8.length + 1);
        bytes[--head] = 0;
        head -= utf8.length;
        System.arraycopy(utf8, 0, bytes, head, utf8.length);
        putInt(utf8.length);
        return offset();
    }

    int vector(List<Integer> offsets) {
        prepare(Integer.BYTES, Integer.BYTES * offsets.size());
        for (int target : offsets.reversed()) {
            putOffset(target);
        }
        putInt(offsets.size());
        return offset();
    }

    /** A vector of structs that are {@code width} longs each. */
    int structs(long[] longs, int width) {
        prepare(Long.BYTES, Long.BYTES * longs.length);
        for (int i = longs.length - 1; i >= 0; i--) {
            putLong(longs[i]);
        }
        putInt(longs.length / width);
        return offset();
    }

    void table(int count) {
        slotCount = count;
        Arrays.fill(slots, 0);
        tableEnd = offset();
    }

    FlatBuffer slotByte(int slot, int value) {
        putByte(value);
        slots[slot] = offset();
        return this;
    }

    FlatBuffer slotShort(int slot, int value) {
        putShort(value);
        slots[slot] = offset();
        return this;
    }

    FlatBuffer slotInt(int slot, int value) {
        putInt(value);
        slots[slot] = offset();
        return this;
    }

    FlatBuffer slotLong(int slot, long value) {
        putLong(value);
        slots[slot] = offset();
        return this;
    }

    FlatBuffer slotOffset(int slot, int target) {
        putOffset(target);
        slots[slot] = offset();
        return this;
    }

    /** Ends the table and says where it is. */
    int end() {
        putInt(0);
        int table = offset();
        for (int slot = slotCount - 1; slot >= 0; slot--) {
            putShort(slots[slot] == 0 ? 0 : table - slots[slot]);
        }
        putShort(table - tableEnd);
        putShort((slotCount + 2) * Short.BYTES);
        view.putInt(bytes.length - table, offset() - table);
        return table;
    }

    /** The whole message with that table as its root; its length is a multiple of eight. */
    byte[] finish(int root) {
        prepare(ALIGNMENT, Integer.BYTES);
        putOffset(root);
        return Arrays.copyOfRange(bytes, head, bytes.length);
    }
}
