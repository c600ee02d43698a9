package io.fulmar.venue.kit;

import java.nio.charset.StandardCharsets;

/** One to eight letters that are looked for at once, as {@link Digits#bytes} reads them. */
record Letters(long word, long mask, int count) {
    Letters(String letters) {
        this(word(letters), -1L >>> (Long.SIZE - Byte.SIZE * letters.length()), letters.length());
    }

    private static long word(String letters) {
        byte[] padded = new byte[Digits.WORD];
        byte[] ascii = letters.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, padded, 0, ascii.length);
        return Digits.bytes(padded, 0);
    }

    /** Whether eight bytes begin with them. */
    boolean begin(long bytes) {
        return (bytes & mask) == word;
    }
}
