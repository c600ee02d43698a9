package io.fulmar.venue.kit;

/**
 * The next field of a message, where it is the one that should come. Each question names a field and says what it holds: if that stands
 * there, with no blank in it, it is kept in its slot and passed, and the answer is yes; else nothing has happened. So the order in which a
 * venue writes its fields reads as a condition, {@code whole('E') && text('s')}, and the compiler makes of it a straight line of machine
 * code in which a name is one comparison.
 *
 * <p>From {@link #at} on, whatever was answered no is {@link FlatJson}'s: an order is a guess that saves time, never a rule. Nothing runs
 * past the end, since no name, number or level holds the closing brace that stands there, and text is told where it is.
 */
final class NextField {
    private static final int WRONG = JsonCursor.WRONG;

    // Where a name's letters stand there are zeros.
    private static final Letters FIRST = new Letters("\"\0\":");
    private static final Letters NAME = new Letters(",\"\0\":");
    private static final Letters NAME_OF_TEXT = new Letters(",\"\0\":\"");
    private static final Letters NAME_OF_LEVELS = new Letters(",\"\0\":[");
    private static final Letters PAIR = new Letters(",\"\0\0\":");
    private static final Letters PAIR_OF_TEXT = new Letters(",\"\0\0\":\"");
    private static final Letters TRUE = new Letters("true");
    private static final Letters FALSE = new Letters("false");

    private final JsonCursor json;
    private final Slots slots;
    private byte[] bytes = new byte[0];
    private int at;

    NextField(JsonCursor json, Slots slots) {
        this.json = json;
        this.slots = slots;
    }

    /** Behind the opening brace, or behind a value. */
    void begin(byte[] b, int from) {
        bytes = b;
        at = from;
    }

    /** Behind the last value that was passed. */
    int at() {
        return at;
    }

    /** Whether a name stands there that was not met before: {@code name} with the letters at their place, as a word. */
    private boolean isNext(Letters name, long letters, int slot) {
        return at <= bytes.length - Digits.WORD && name.begin(Digits.bytes(bytes, at) ^ letters) && !slots.has(slot);
    }

    /** The one letter of a name, where it stands behind the comma. */
    private static long letter(char name) {
        return (long) name << (2 * Byte.SIZE);
    }

    /** The two letters of a name, where they stand behind the comma. */
    private static long letters(char first, char second) {
        return letter(first) | ((long) second << (3 * Byte.SIZE));
    }

    /** A whole number, in a message's first field. */
    boolean firstWhole(char name) {
        int slot = Slots.slot(name);
        return isNext(FIRST, letter(name) >>> Byte.SIZE, slot) && wholeFrom(at + FIRST.count(), slot);
    }

    /** A whole number. */
    boolean whole(char name) {
        int slot = Slots.slot(name);
        return isNext(NAME, letter(name), slot) && wholeFrom(at + NAME.count(), slot);
    }

    /** A whole number under a name of two letters. */
    boolean whole(char first, char second, int slot) {
        return isNext(PAIR, letters(first, second), slot) && wholeFrom(at + PAIR.count(), slot);
    }

    private boolean wholeFrom(int from, int slot) {
        int end = json.whole(bytes, from);
        if (end == WRONG) {
            return false;
        }
        slots.setWhole(slot, json.mantissa);
        at = end;
        return true;
    }

    /** A plain decimal in quotes. */
    boolean decimal(char name) {
        int slot = Slots.slot(name);
        return isNext(NAME_OF_TEXT, letter(name), slot) && decimalFrom(at + NAME_OF_TEXT.count(), slot);
    }

    /** A plain decimal in quotes under a name of two letters. */
    boolean decimal(char first, char second, int slot) {
        return isNext(PAIR_OF_TEXT, letters(first, second), slot) && decimalFrom(at + PAIR_OF_TEXT.count(), slot);
    }

    private boolean decimalFrom(int from, int slot) {
        int end = json.decimal(bytes, from - 1);
        if (end == WRONG) {
            return false;
        }
        slots.setDecimal(slot, json.mantissa, json.scale);
        slots.setBounds(slot, from, end - 1);
        at = end;
        return true;
    }

    /** Text without escapes that is no number. */
    boolean text(char name) {
        int slot = Slots.slot(name);
        return isNext(NAME_OF_TEXT, letter(name), slot) && textFrom(at + NAME_OF_TEXT.count(), slot);
    }

    /** Text without escapes that is no number, under a name of two letters. */
    boolean text(char first, char second, int slot) {
        return isNext(PAIR_OF_TEXT, letters(first, second), slot) && textFrom(at + PAIR_OF_TEXT.count(), slot);
    }

    private boolean textFrom(int from, int slot) {
        int end = json.text(bytes, from, false);
        if (end == WRONG || JsonCursor.isNumeric(bytes, from, end - 1)) {
            return false;
        }
        slots.set(slot, Slots.TEXT);
        slots.setBounds(slot, from, end - 1);
        at = end;
        return true;
    }

    /** True or false. */
    boolean flag(char name) {
        int slot = Slots.slot(name);
        int from = at + NAME.count();
        if (!isNext(NAME, letter(name), slot) || from > bytes.length - Digits.WORD) {
            return false;
        }
        long word = Digits.bytes(bytes, from);
        boolean isTrue = TRUE.begin(word);
        if (!isTrue && !FALSE.begin(word)) {
            return false;
        }
        slots.set(slot, isTrue ? Slots.TRUE : Slots.FALSE);
        at = from + (isTrue ? TRUE.count() : FALSE.count());
        return true;
    }

    /** Levels of one side of a book. */
    boolean levels(char name, LevelList levels) {
        int slot = Slots.slot(name);
        int bracket = at + NAME_OF_LEVELS.count() - 1;
        int end = isNext(NAME_OF_LEVELS, letter(name), slot) ? json.levels(bytes, bracket, levels) : WRONG;
        if (end == WRONG) {
            return false;
        }
        slots.set(slot, Slots.LEVELS);
        at = end;
        return true;
    }
}
