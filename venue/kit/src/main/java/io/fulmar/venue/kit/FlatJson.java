package io.fulmar.venue.kit;

/**
 * Reads one JSON object as venues send market data: fields named with one letter, or a few with two, that hold decimals as text, whole
 * numbers, words and levels of a book, in any order. What else there is is checked and passed over. Nothing is allocated, nothing is
 * rounded, and nothing of a message is believed before its last byte was seen.
 *
 * <p>It is stricter than JSON: names have no escapes and no field comes twice, at any depth.
 */
final class FlatJson {
    private static final int WRONG = JsonCursor.WRONG;

    /** Four bytes that are {@code "x":}, whatever x is. */
    private static final int NAME = '"' | ('"' << (2 * Byte.SIZE)) | (':' << (3 * Byte.SIZE));

    private static final int NAME_MASK = ~(0xff << Byte.SIZE);

    private final short[] pairs;
    private final JsonCursor json;
    private final Slots slots;

    /** The slot of the last name of two letters. */
    private int named;

    /** These names of two letters have slots as well, at most six. */
    FlatJson(JsonCursor json, Slots slots, String... twoLetters) {
        this.json = json;
        this.slots = slots;
        pairs = new short[twoLetters.length];
        if (pairs.length > Slots.PAIRS_MAX) {
            throw new IllegalArgumentException("at most " + Slots.PAIRS_MAX + " names of two letters");
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = pair((byte) twoLetters[i].charAt(0), (byte) twoLetters[i].charAt(1));
        }
    }

    private static short pair(byte first, byte second) {
        return (short) (first << 8 | second);
    }

    /** Reads the fields from there on, behind the opening brace or behind a value, to the closing one. */
    Flaw read(byte[] b, int from) {
        if (fields(b, from)) {
            return Flaw.NONE;
        }
        return json.flaw == Flaw.NONE ? Flaw.MALFORMED : json.flaw;
    }

    private boolean fields(byte[] b, int from) {
        int last = json.last;
        boolean first = slots.isEmpty();
        int at = JsonCursor.blanks(b, from);
        while (at != last) {
            if (!first) {
                at = b[at] == ',' ? JsonCursor.blanks(b, at + 1) : last;
            }
            first = false;
            at = at + 4 <= last && b[at] == '"' ? field(b, at) : WRONG;
            if (at == WRONG) {
                return false;
            }
            at = JsonCursor.blanks(b, at);
        }
        return true;
    }

    private int field(byte[] b, int from) {
        int at = from;
        int slot;
        int head = Digits.four(b, at);
        int letter = head >>> Byte.SIZE & 0xff;
        if ((head & NAME_MASK) == NAME && letter >= 'A' && letter <= 'z' && letter != '\\' && b[at + 4] > ' ') {
            slot = letter - 'A';
            at += 4;
        } else {
            at = name(b, at + 1);
            if (at == WRONG) {
                return at;
            }
            slot = named;
            at = json.colon(b, at);
        }
        if (at == WRONG || slot < 0) {
            return at == WRONG ? at : json.skip(b, at);
        }
        if (slots.has(slot)) {
            json.flaw = Flaw.DUPLICATE_FIELD;
            return WRONG;
        }
        return value(b, at, slot);
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
            named = Slots.slot((char) b[from]);
        } else if (length == 2) {
            short name = pair(b[from], b[from + 1]);
            for (int i = 0; i < pairs.length; i++) {
                named = pairs[i] == name ? Slots.slot(i) : named;
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
            end = json.whole(b, at);
            slots.setWhole(slot, json.mantissa);
        } else if (c == 't' || c == 'f') {
            slots.set(slot, c == 't' ? Slots.TRUE : Slots.FALSE);
            return json.literal(b, at);
        } else if (c == '[' && (slot == Slots.slot('a') || slot == Slots.slot('b'))) {
            slots.set(slot, Slots.LEVELS);
            end = json.levels(b, at, slot == Slots.slot('a') ? slots.asks() : slots.bids());
        }
        return end == WRONG ? other(b, at, slot) : end;
    }

    private int other(byte[] b, int at, int slot) {
        slots.set(slot, Slots.OTHER);
        return json.flaw == Flaw.NONE ? json.skip(b, at) : WRONG;
    }

    private int text(byte[] b, int at, int slot) {
        byte first = b[at + 1];
        int end = first >= '0' && first <= '9' ? json.decimal(b, at) : WRONG;
        if (end != WRONG) {
            slots.setDecimal(slot, json.mantissa, json.scale);
        } else {
            end = json.text(b, at + 1, false);
            slots.set(slot, end != WRONG && JsonCursor.isNumeric(b, at + 1, end - 1) ? Slots.OTHER : Slots.TEXT);
        }
        slots.setBounds(slot, at + 1, end - 1);
        return end == WRONG ? other(b, at, slot) : end; // it may have escapes
    }
}
