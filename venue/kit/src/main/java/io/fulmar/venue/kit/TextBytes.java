package io.fulmar.venue.kit;

/** Whether bytes of a text are what they may be: well-formed UTF-8, nothing overlong and no surrogates, and JSON's escapes. */
final class TextBytes {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;

    private TextBytes() {}

    /** With how many letters that mean themselves the eight bytes from there begin. */
    static int plain(byte[] bytes, int at) {
        long word = Digits.bytes(bytes, at);
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        long odd = ((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - BLANKS) & ~word) | word;
        return Long.numberOfTrailingZeros(odd & HIGH_BITS) >>> 3;
    }

    /** How many bytes the character has that begins there with a byte from 0x80 on; 0 when there is none. */
    static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** How many bytes the escape has that begins there with a backslash; 0 when it is none. */
    static int escape(byte[] b, int at, int last) {
        return switch (b[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> at + 6 <= last && hex(b, at + 2) && hex(b, at + 4) ? 6 : 0;
            default -> 0;
        };
    }

    private static boolean hex(byte[] b, int at) {
        return Character.digit(b[at], 16) >= 0 && Character.digit(b[at + 1], 16) >= 0;
    }
}
