package io.fulmar.venue.kit;

/**
 * Reads one JSON object as venues send market data: fields named with one letter, or a few with two, that hold decimals as text, whole
 * numbers, words and levels of a book. What else there is is checked and passed over. Nothing is allocated, nothing is rounded, and nothing
 * of a message is believed before its last byte was seen.
 *
 * <p>It is stricter than JSON: names have no escapes and no field comes twice, at any depth. Whoever reads a slot must ask for its type
 * first; what is there is valid until the next message.
 */
final class FlatJson {
    // ---- what a slot holds ----

    static final int ABSENT = 0;

    /** Text that is a plain decimal: {@code "0.0100"}. It has bounds, too. */
    static final int DECIMAL = 1;

    /** Other text without escapes. */
    static final int TEXT = 2;

    /** A whole number of at most 18 digits. */
    static final int WHOLE = 3;

    static final int TRUE = 4;
    static final int FALSE = 5;

    /** An array of pairs of plain decimals, of field a or b. */
    static final int LEVELS = 6;

    /** Anything else. */
    static final int OTHER = 7;

    private static final int WRONG = JsonCursor.WRONG;
    private static final int LETTERS = 'z' - 'A' + 1;

    /** Four bytes that are {@code "x":}, whatever x is. */
    private static final int NAME = '"' | ('"' << (2 * Byte.SIZE)) | (':' << (3 * Byte.SIZE));

    private static final int NAME_MASK = ~(0xff << Byte.SIZE);

    private final short[] pairs;
    private final byte[] types = new byte[Long.SIZE];
    private final long[] values = new long[Long.SIZE];
    private final byte[] scales = new byte[Long.SIZE];
    private final int[] starts = new int[Long.SIZE];
    private final int[] ends = new int[Long.SIZE];
    private final LevelList bids = new LevelList();
    private final LevelList asks = new LevelList();
    private final JsonCursor json = new JsonCursor();

    /** The slots that were met in this message, as bits. */
    private long seen;

    /** The slot of the last name of two letters. */
    private int named;

    /** These names of two letters have slots as well, at most six. */
    FlatJson(String... twoLetters) {
        pairs = new short[twoLetters.length];
        if (pairs.length > Long.SIZE - LETTERS) {
            throw new IllegalArgumentException("at most " + (Long.SIZE - LETTERS) + " names of two letters");
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = pair((byte) twoLetters[i].charAt(0), (byte) twoLetters[i].charAt(1));
        }
    }

    private static short pair(byte first, byte second) {
        return (short) (first << 8 | second);
    }

    /** The slot of a field named with one letter. */
    static int slot(char letter) {
        return letter - 'A';
    }

    /** The slot of a name of two letters, by its place in the constructor. */
    static int slot(int pair) {
        return LETTERS + pair;
    }

    int type(int slot) {
        return (seen >>> slot & 1) == 0 ? ABSENT : types[slot];
    }

    /** A decimal's digits, or a whole number. */
    long value(int slot) {
        return values[slot];
    }

    int scale(int slot) {
        return scales[slot];
    }

    int start(int slot) {
        return starts[slot];
    }

    int end(int slot) {
        return ends[slot];
    }

    /** Of field b. */
    LevelList bids() {
        return bids;
    }

    /** Of field a. */
    LevelList asks() {
        return asks;
    }

    /** Reads the object that fills {@code [from, to)}, blanks around it allowed. */
    Flaw read(byte[] bytes, int from, int to) {
        seen = 0;
        bids.clear();
        asks.clear();
        int at = json.enter(bytes, from, to);
        boolean whole = at != WRONG && fields(bytes, at);
        return whole ? Flaw.NONE : json.flaw == Flaw.NONE ? Flaw.MALFORMED : json.flaw;
    }

    private boolean fields(byte[] b, int from) {
        int last = json.last;
        int at = JsonCursor.blanks(b, from);
        if (at == last) {
            return true;
        }
        long met = 0;
        while (at + 4 <= last && b[at] == '"') {
            int slot;
            int head = Digits.four(b, at);
            int letter = head >>> Byte.SIZE & 0xff;
            if ((head & NAME_MASK) == NAME && letter >= 'A' && letter <= 'z' && letter != '\\' && b[at + 4] > ' ') {
                slot = letter - 'A';
                at += 4;
            } else {
                at = name(b, at + 1);
                if (at == WRONG) {
                    return false;
                }
                slot = named;
                at = json.colon(b, at);
            }
            if (at == WRONG || (slot >= 0 && (met >>> slot & 1) != 0)) {
                json.flaw = at == WRONG ? json.flaw : Flaw.DUPLICATE_FIELD;
                return false;
            }
            met |= slot >= 0 ? 1L << slot : 0;
            at = slot < 0 ? json.skip(b, at) : value(b, at, slot);
            if (at == WRONG) {
                return false;
            }
            at = JsonCursor.blanks(b, at);
            if (b[at] != ',') {
                seen = met;
                return at == last;
            }
            at = JsonCursor.blanks(b, at + 1);
        }
        return false;
    }

    /** Behind a name that is not one letter; {@code named} is its slot, or -1. */
    private int name(byte[] b, int from) {
        int end = json.text(b, from, false);
        if (end == WRONG) {
            return end;
        }
        int length = end - 1 - from;
        named = -1;
        if (length == 1 && b[from] >= 'A' && b[from] <= 'z') {
            named = b[from] - 'A';
        } else if (length == 2) {
            short name = pair(b[from], b[from + 1]);
            for (int i = 0; i < pairs.length; i++) {
                named = pairs[i] == name ? LETTERS + i : named;
            }
        }
        return named >= 0 || json.isNew(b, from, length) ? end : WRONG;
    }

    private int value(byte[] b, int at, int slot) {
        byte c = b[at];
        if (c == '"') {
            return text(b, at, slot);
        }
        int end = WRONG;
        if (c >= '0' && c <= '9') {
            types[slot] = WHOLE;
            end = json.whole(b, at);
            values[slot] = json.mantissa;
        } else if (c == 't' || c == 'f') {
            types[slot] = (byte) (c == 't' ? TRUE : FALSE);
            return json.literal(b, at);
        } else if (c == '[' && (slot == slot('a') || slot == slot('b'))) {
            types[slot] = LEVELS;
            end = levels(b, at + 1, slot == slot('a') ? asks : bids);
        }
        return end == WRONG ? other(b, at, slot) : end;
    }

    private int other(byte[] b, int at, int slot) {
        types[slot] = OTHER;
        return json.flaw == Flaw.NONE ? json.skip(b, at) : WRONG;
    }

    private int text(byte[] b, int at, int slot) {
        starts[slot] = at + 1;
        byte first = b[at + 1];
        int end = first >= '0' && first <= '9' ? json.decimal(b, at) : WRONG;
        if (end != WRONG) {
            types[slot] = DECIMAL;
            values[slot] = json.mantissa;
            scales[slot] = (byte) json.scale;
        } else {
            types[slot] = TEXT;
            end = json.text(b, at + 1, false);
        }
        ends[slot] = end - 1;
        return end == WRONG ? other(b, at, slot) : end; // it may have escapes
    }

    /** {@code "price","quantity"],...]} from behind the bracket; wrong when it is something else, which may still be JSON. */
    private int levels(byte[] b, int from, LevelList levels) {
        int at = JsonCursor.blanks(b, from);
        if (b[at] == ']') {
            return at + 1;
        }
        while (b[at] == '[') {
            at = level(b, at + 1, levels);
            if (at == WRONG) {
                return at;
            }
            at = JsonCursor.blanks(b, at);
            if (b[at] != ',') {
                return b[at] == ']' ? at + 1 : WRONG;
            }
            at = JsonCursor.blanks(b, at + 1);
        }
        return WRONG;
    }

    private int level(byte[] b, int from, LevelList levels) {
        int at = JsonCursor.blanks(b, from);
        at = b[at] == '"' ? json.decimal(b, at) : WRONG;
        if (at == WRONG) {
            return at;
        }
        long price = json.mantissa;
        int priceScale = json.scale;
        at = JsonCursor.blanks(b, at);
        if (b[at] != ',') {
            return WRONG;
        }
        at = JsonCursor.blanks(b, at + 1);
        at = b[at] == '"' ? json.decimal(b, at) : WRONG;
        if (at == WRONG) {
            return at;
        }
        at = JsonCursor.blanks(b, at);
        if (b[at] != ']') {
            return WRONG;
        }
        if (!levels.add(price, priceScale, json.mantissa, json.scale)) {
            json.flaw = Flaw.TOO_LARGE;
            return WRONG;
        }
        return at + 1;
    }
}
