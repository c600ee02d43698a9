package io.fulmar.venue.kit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Checks the bytes of a JSON object, value by value. Each method is told where something begins and answers where it ends, or
 * {@link #WRONG}: places stay in registers that way. A closing brace stands at {@code last}, so that whatever runs over digits or blanks
 * stops there; nothing behind it is believed.
 */
final class JsonCursor {
    static final int WRONG = -1;
    private static final int DIGITS_MAX = 18;
    private static final int NUMBER_LENGTH_MAX = 500;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    int last;

    /** Of the decimal or whole number that was read last: {@code mantissa / 10^scale}. */
    long mantissa;

    int scale;

    /** What is wrong, where that is more than the form. */
    Flaw flaw = Flaw.NONE;

    private final Keys keys = new Keys();
    private final JsonNest nest = new JsonNest(this, keys);
    private final LevelBytes levels = new LevelBytes(this);

    /** Behind the brace that opens the object in {@code [from, to)}, blanks around it allowed. */
    int enter(byte[] b, int from, int to) {
        flaw = Flaw.NONE;
        keys.clear();
        int end = to - 1;
        while (end > from && isBlank(b[end])) {
            end--;
        }
        int first = from;
        while (first < end && isBlank(b[first])) {
            first++;
        }
        last = end;
        return first < end && b[first] == '{' && b[end] == '}' ? first + 1 : WRONG;
    }

    /** Notes a name of the outermost object; false when it was there before. */
    boolean isNew(byte[] b, int from, int length) {
        flaw = keys.add(b, from, length, 0);
        return flaw == Flaw.NONE;
    }

    /** Any value, only checked. */
    int skip(byte[] b, int at) {
        return b[at] == '{' || b[at] == '[' ? nest.skip(b, at) : scalar(b, at);
    }

    /** Levels of a book into a list; wrong when it is something else, which may still be JSON. */
    int levels(byte[] b, int bracket, LevelList into) {
        return levels.read(b, bracket, into);
    }

    int scalar(byte[] b, int at) {
        byte c = b[at];
        return switch (c) {
            case '"' -> text(b, at + 1, true);
            case 't', 'f', 'n' -> literal(b, at);
            default -> c == '-' || (c >= '0' && c <= '9') ? number(b, at) : WRONG;
        };
    }

    // ---- numbers ----

    /** A plain decimal in quotes, at most 18 digits, into {@link #mantissa} and {@link #scale}. */
    int decimal(byte[] b, int quote) {
        int at = quote + 1;
        if (at + 2 * Digits.WORD > b.length) {
            return decimalSlowly(b, at);
        }
        long word = Digits.word(b, at);
        long others = Digits.others(word);
        long later = others & (others - 1);
        int point = Digits.place(others);
        if (later == 0) {
            return decimalOfTwoWords(b, at, word, point);
        }
        int end = Digits.place(later);
        if (point > 0 && end > point + Byte.SIZE && Digits.is(word, point, '.') && Digits.is(word, end, '"')) {
            mantissa = Digits.number(Digits.without(word, point), end - Byte.SIZE);
            scale = ((end - point) >>> 3) - 1;
            return at + (end >>> 3) + 1;
        }
        return decimalSlowly(b, at);
    }

    /** The point is in the first word, the closing quote in the second. */
    private int decimalOfTwoWords(byte[] b, int at, long word, int point) {
        long more = Digits.word(b, at + Digits.WORD);
        long others = Digits.others(more);
        int end = Digits.place(others);
        int decimals = (Long.SIZE - Byte.SIZE - point + end) >>> 3;
        if (others == 0 || point == 0 || decimals <= 0 || !Digits.is(word, point, '.') || !Digits.is(more, end, '"')) {
            return decimalSlowly(b, at);
        }
        long seven = Digits.without(word, point);
        scale = decimals;
        mantissa = end <= Byte.SIZE
                ? Digits.number(seven | (more << (Long.SIZE - Byte.SIZE)), Long.SIZE - Byte.SIZE + end)
                : Digits.number(seven, Long.SIZE - Byte.SIZE) * Digits.power(end) + Digits.number(more, end);
        return at + Digits.WORD + (end >>> 3) + 1;
    }

    /** The same, digit by digit: also where there are many, or the bytes end. */
    private int decimalSlowly(byte[] b, int from) {
        int at = from;
        long number = 0;
        int decimals = 0;
        boolean point = false;
        for (byte c = b[at]; c != '"'; c = b[++at]) {
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                decimals += point ? 1 : 0;
            } else {
                return WRONG;
            }
        }
        int digits = at - from - (point ? 1 : 0);
        boolean plain = digits - decimals > 0 && (decimals > 0 || !point) && digits <= DIGITS_MAX;
        mantissa = number;
        scale = decimals;
        return plain ? at + 1 : WRONG;
    }

    /** A whole number of at most 18 digits into {@link #mantissa}. */
    int whole(byte[] b, int from) {
        if (from + 2 * Digits.WORD >= b.length) {
            return wholeSlowly(b, from);
        }
        long word = Digits.word(b, from);
        long others = Digits.others(word);
        int digits = Digits.place(others);
        long number;
        if (others == 0) {
            long more = Digits.word(b, from + Digits.WORD);
            int place = Digits.place(Digits.others(more));
            if (place == Long.SIZE) {
                return wholeSlowly(b, from);
            }
            digits += place;
            number = Digits.number(word) * Digits.power(place) + Digits.numberOrZero(more, place);
        } else {
            number = Digits.number(word, digits);
        }
        int end = from + (digits >>> 3);
        int first = b[from] - '1';
        boolean plain = first >= 0 && first < 9 && (b[end] == ',' || b[end] == '}');
        mantissa = number;
        return plain ? end : wholeSlowly(b, from);
    }

    /** The same, digit by digit. */
    private int wholeSlowly(byte[] b, int from) {
        int digits = digits(b, from);
        int end = from + digits;
        byte c = b[end];
        if (digits == 0 || digits > DIGITS_MAX || c == '.' || c == 'e' || c == 'E' || (digits > 1 && b[from] == '0')) {
            return WRONG;
        }
        mantissa = 0;
        for (int i = from; i < end; i++) {
            mantissa = 10 * mantissa + (b[i] - '0');
        }
        return end;
    }

    private int number(byte[] b, int from) {
        int at = b[from] == '-' ? from + 1 : from;
        int digits = digits(b, at);
        if (digits == 0 || (digits > 1 && b[at] == '0')) {
            return WRONG;
        }
        at += digits;
        if (b[at] == '.') {
            digits = digits(b, at + 1);
            at += 1 + digits;
        }
        if (digits > 0 && (b[at] == 'e' || b[at] == 'E')) {
            at++;
            at += b[at] == '+' || b[at] == '-' ? 1 : 0;
            digits = digits(b, at);
            at += digits;
        }
        if (at - from > NUMBER_LENGTH_MAX) {
            flaw = Flaw.TOO_LARGE;
            return WRONG;
        }
        return digits > 0 ? at : WRONG;
    }

    private static int digits(byte[] b, int from) {
        int at = from;
        while (b[at] >= '0' && b[at] <= '9') {
            at++;
        }
        return at - from;
    }

    // ---- words ----

    /** True, false or null. */
    int literal(byte[] b, int at) {
        return word(b, at, b[at] == 't' ? TRUE : b[at] == 'f' ? FALSE : NULL);
    }

    private int word(byte[] b, int at, byte[] word) {
        int end = at + word.length;
        return end <= last && Arrays.equals(b, at, end, word, 0, word.length) ? end : WRONG;
    }

    /** Text from behind its opening quote on, well-formed UTF-8; escapes are checked where they are allowed. */
    int text(byte[] b, int from, boolean escapes) {
        int at = from;
        while (at < last) {
            if (at + Long.BYTES <= last) {
                int plain = TextBytes.plain(b, at);
                at += plain;
                if (plain == Long.BYTES) {
                    continue;
                }
            }
            byte c = b[at];
            if (c == '"') {
                return at + 1;
            }
            int length = 1;
            if (c < 0) {
                length = TextBytes.length(b, at, last);
            } else if (c == '\\') {
                length = escapes ? TextBytes.escape(b, at, last) : 0;
            } else if (c < ' ') {
                length = 0;
            }
            if (length == 0) {
                return WRONG;
            }
            at += length;
        }
        return WRONG;
    }

    /** Text that begins with a digit and is no decimal we take: whether it is digits and points all the same, and so no word. */
    static boolean isNumeric(byte[] b, int from, int to) {
        int at = from;
        while (at < to && (b[at] == '.' || (b[at] >= '0' && b[at] <= '9'))) {
            at++;
        }
        return at == to && to > from;
    }

    // ---- what stands between ----

    /** Behind the colon after a name, and the blanks around it. */
    int colon(byte[] b, int from) {
        int at = blanks(b, from);
        return b[at] == ':' ? blanks(b, at + 1) : WRONG;
    }

    static int blanks(byte[] b, int from) {
        int at = from;
        while (b[at] <= ' ' && isBlank(b[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
