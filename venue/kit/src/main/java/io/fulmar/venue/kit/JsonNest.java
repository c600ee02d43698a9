package io.fulmar.venue.kit;

/** Passes over objects and arrays inside each other, to a limit, and checks them: brackets in pairs, no name twice in an object. */
final class JsonNest {
    private static final int DEPTH_MAX = 32;

    private final JsonCursor json;
    private final Keys keys;
    private final int[] bases = new int[DEPTH_MAX];
    private int depth;

    /** For each depth a bit: whether it is an object. */
    private long objects;

    JsonNest(JsonCursor json, Keys keys) {
        this.json = json;
        this.keys = keys;
    }

    /** From the opening bracket on to behind the closing one. */
    int skip(byte[] b, int from) {
        depth = 0;
        int at = from;
        boolean opens = true;
        while (true) {
            if (opens) {
                if (!open(b[at])) {
                    return JsonCursor.WRONG;
                }
                at++;
            }
            at = JsonCursor.blanks(b, at);
            if (at < json.last && b[at] == (isObject() ? '}' : ']')) {
                keys.back(bases[--depth]);
                objects >>>= 1;
                at++;
                if (depth == 0) {
                    return at;
                }
                opens = false;
                continue;
            }
            at = item(b, at, opens);
            if (at == JsonCursor.WRONG) {
                return at;
            }
            opens = b[at] == '{' || b[at] == '[';
            at = opens ? at : json.scalar(b, at);
            if (at == JsonCursor.WRONG) {
                return at;
            }
        }
    }

    private boolean isObject() {
        return (objects & 1) != 0;
    }

    private boolean open(byte bracket) {
        if (depth == DEPTH_MAX) {
            json.flaw = Flaw.TOO_LARGE;
            return false;
        }
        objects = objects << 1 | (bracket == '{' ? 1 : 0);
        bases[depth++] = keys.size();
        return true;
    }

    /** Where the next value begins: behind a comma unless it is the first, behind its name in an object. */
    private int item(byte[] b, int from, boolean first) {
        int at = from;
        if (!first) {
            if (b[at] != ',') {
                return JsonCursor.WRONG;
            }
            at = JsonCursor.blanks(b, at + 1);
        }
        if (!isObject()) {
            return at;
        }
        int end = b[at] == '"' ? json.text(b, at + 1, false) : JsonCursor.WRONG;
        if (end == JsonCursor.WRONG) {
            return end;
        }
        json.flaw = keys.add(b, at + 1, end - 2 - at, bases[depth - 1]);
        return json.flaw == Flaw.NONE ? json.colon(b, end) : JsonCursor.WRONG;
    }
}
