package io.fulmar.venue.kit;

/** Levels of one side of a book out of JSON, {@code [["price","quantity"],...]}. A message may hold thousands, mostly without a blank. */
final class LevelBytes {
    private static final int WRONG = JsonCursor.WRONG;

    private final JsonCursor json;

    LevelBytes(JsonCursor json) {
        this.json = json;
    }

    /** From the opening bracket on to behind the closing one; wrong when it is something else, which may still be JSON. */
    int read(byte[] b, int bracket, LevelList levels) {
        levels.clear();
        int at = JsonCursor.blanks(b, bracket + 1);
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
        int comma = b[from] == '"' ? json.decimal(b, from) : WRONG;
        if (comma == WRONG || b[comma] != ',' || b[comma + 1] != '"') {
            return levelWithBlanks(b, from, levels);
        }
        long price = json.mantissa;
        int priceScale = json.scale;
        int end = json.decimal(b, comma + 1);
        if (end == WRONG || b[end] != ']') {
            return levelWithBlanks(b, from, levels);
        }
        return add(levels, price, priceScale) ? end + 1 : WRONG;
    }

    private int levelWithBlanks(byte[] b, int from, LevelList levels) {
        int at = decimalWithBlanks(b, from);
        if (at == WRONG || b[at] != ',') {
            return WRONG;
        }
        long price = json.mantissa;
        int priceScale = json.scale;
        at = decimalWithBlanks(b, at + 1);
        return at != WRONG && b[at] == ']' && add(levels, price, priceScale) ? at + 1 : WRONG;
    }

    private int decimalWithBlanks(byte[] b, int from) {
        int at = JsonCursor.blanks(b, from);
        at = b[at] == '"' ? json.decimal(b, at) : WRONG;
        return at == WRONG ? at : JsonCursor.blanks(b, at);
    }

    /** The price, and the quantity that was read last. */
    private boolean add(LevelList levels, long price, int priceScale) {
        if (levels.add(price, priceScale, json.mantissa, json.scale)) {
            return true;
        }
        json.flaw = Flaw.TOO_LARGE;
        return false;
    }
}
