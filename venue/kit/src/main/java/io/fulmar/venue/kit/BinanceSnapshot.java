package io.fulmar.venue.kit;

/**
 * A whole book as Binance answers it: {@code {"lastUpdateId":160,"bids":[["0.0024","10"]],"asks":[["0.0026","100"]]}}, of futures with the
 * times {@code E} and {@code T}. It comes once where changes come by the thousand, so nothing is guessed here; what is checked is what
 * {@link BinanceScanner} checks. A cursor: what it says is valid until the next {@link #read}.
 */
public final class BinanceSnapshot {
    private static final String LAST_UPDATE = "lastUpdateId";
    private static final long ABSENT = -1;

    private final JsonCursor json = new JsonCursor();
    private final LevelList bids = new LevelList();
    private final LevelList asks = new LevelList();
    private byte[] bytes = new byte[0];
    private boolean hasBids;
    private boolean hasAsks;
    private long lastUpdate;
    private long eventMillis;
    private long millis;

    /** Reads the message that fills {@code [from, to)}; whether it is a whole book. */
    public boolean read(byte[] message, int from, int to) {
        bytes = message;
        bids.clear();
        asks.clear();
        hasBids = false;
        hasAsks = false;
        lastUpdate = ABSENT;
        eventMillis = ABSENT;
        millis = ABSENT;
        int begin = json.enter(message, from, to);
        return begin != JsonCursor.WRONG && fields(begin) && hasBids && hasAsks && lastUpdate != ABSENT;
    }

    private boolean fields(int from) {
        int at = JsonCursor.blanks(bytes, from);
        boolean first = true;
        while (at != json.last) {
            if (!first) {
                at = bytes[at] == ',' ? JsonCursor.blanks(bytes, at + 1) : json.last;
            }
            first = false;
            at = at < json.last && bytes[at] == '"' ? field(at + 1) : JsonCursor.WRONG;
            if (at == JsonCursor.WRONG) {
                return false;
            }
            at = JsonCursor.blanks(bytes, at);
        }
        return true;
    }

    private int field(int name) {
        int end = json.text(bytes, name, false);
        if (end == JsonCursor.WRONG || !json.isNew(bytes, name, end - 1 - name)) {
            return JsonCursor.WRONG;
        }
        int at = json.colon(bytes, end);
        return at == JsonCursor.WRONG ? at : value(name, end - 1, at);
    }

    private int value(int name, int nameEnd, int at) {
        if (is(name, nameEnd, "bids")) {
            hasBids = bytes[at] == '[';
            return hasBids ? json.levels(bytes, at, bids) : JsonCursor.WRONG;
        }
        if (is(name, nameEnd, "asks")) {
            hasAsks = bytes[at] == '[';
            return hasAsks ? json.levels(bytes, at, asks) : JsonCursor.WRONG;
        }
        boolean update = is(name, nameEnd, LAST_UPDATE);
        boolean event = is(name, nameEnd, "E");
        if (!update && !event && !is(name, nameEnd, "T")) {
            return json.skip(bytes, at);
        }
        int end = json.whole(bytes, at);
        lastUpdate = update ? json.mantissa : lastUpdate;
        eventMillis = event ? json.mantissa : eventMillis;
        millis = update || event ? millis : json.mantissa;
        return end;
    }

    private boolean is(int from, int to, String name) {
        boolean same = to - from == name.length();
        for (int i = from; i < to && same; i++) {
            same = bytes[i] == name.charAt(i - from);
        }
        return same;
    }

    /** The last update that the book holds. */
    public long lastUpdate() {
        return lastUpdate;
    }

    /** When the message was made; -1 where it does not say. */
    public long eventMillis() {
        return eventMillis;
    }

    /** When the venue did what is in it last; -1 where it does not say. */
    public long millis() {
        return millis;
    }

    /** All levels of bids. */
    public LevelList bids() {
        return bids;
    }

    /** All levels of asks. */
    public LevelList asks() {
        return asks;
    }
}
