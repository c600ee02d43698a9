package io.fulmar.venue.kit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Trades, best prices and changes of the book as Binance sends them ({@code aggTrade}, {@code bookTicker}, {@code depthUpdate}), read from
 * bytes without an object a message. A cursor: what it says is valid until the next {@link #read}, and only of fields that the kind has.
 *
 * <p>Prices and quantities are exact decimals, {@code mantissa / 10^scale}. Times are milliseconds, as sent.
 */
public final class BinanceScanner {
    /** What a message is. */
    public enum Event {
        /** Not believed: {@link #flaw} says why. */
        NONE,
        /** Trades of one taker at one price. */
        TRADE,
        /** The best bid and ask. */
        BEST,
        /** What levels of the book hold from now on. */
        DEPTH
    }

    private static final byte[] TRADE = "aggTrade".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEST = "bookTicker".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DEPTH = "depthUpdate".getBytes(StandardCharsets.US_ASCII);

    private static final int EVENT = FlatJson.slot('e');
    private static final int EVENT_TIME = FlatJson.slot('E');
    private static final int TIME = FlatJson.slot('T');
    private static final int SYMBOL = FlatJson.slot('s');
    private static final int LOWER_A = FlatJson.slot('a');
    private static final int UPPER_A = FlatJson.slot('A');
    private static final int LOWER_B = FlatJson.slot('b');
    private static final int UPPER_B = FlatJson.slot('B');
    private static final int PRICE = FlatJson.slot('p');
    private static final int QUANTITY = FlatJson.slot('q');
    private static final int FIRST_ID = FlatJson.slot('f');
    private static final int LAST_ID = FlatJson.slot('l');
    private static final int MAKER_BOUGHT = FlatJson.slot('m');
    private static final int FIRST_UPDATE = FlatJson.slot('U');
    private static final int LAST_UPDATE = FlatJson.slot('u');
    private static final int UPDATE_BEFORE = FlatJson.slot(0);

    private final FlatJson json = new FlatJson("pu", "ps", "st", "nq");
    private byte[] bytes = new byte[0];
    private Flaw flaw = Flaw.NONE;

    /** Reads the message that fills {@code [from, to)}. */
    public Event read(byte[] message, int from, int to) {
        bytes = message;
        flaw = json.read(message, from, to);
        if (flaw != Flaw.NONE) {
            return Event.NONE;
        }
        Event event = event();
        switch (event) {
            case NONE -> flaw = Flaw.UNKNOWN_EVENT;
            case TRADE -> trade();
            case BEST -> best();
            case DEPTH -> depth();
        }
        return flaw == Flaw.NONE ? event : Event.NONE;
    }

    /** Spot sends best prices without saying so. */
    private Event event() {
        if (json.type(EVENT) == FlatJson.ABSENT) {
            return json.type(UPPER_A) == FlatJson.DECIMAL ? Event.BEST : Event.NONE;
        }
        if (json.type(EVENT) != FlatJson.TEXT) {
            return Event.NONE;
        }
        return switch (json.end(EVENT) - json.start(EVENT)) {
            case 8 -> says(TRADE) ? Event.TRADE : Event.NONE;
            case 10 -> says(BEST) ? Event.BEST : Event.NONE;
            case 11 -> says(DEPTH) ? Event.DEPTH : Event.NONE;
            default -> Event.NONE;
        };
    }

    private boolean says(byte[] word) {
        int start = json.start(EVENT);
        return Arrays.equals(bytes, start, json.end(EVENT), word, 0, word.length);
    }

    private void trade() {
        need(SYMBOL, FlatJson.TEXT);
        need(EVENT_TIME, FlatJson.WHOLE);
        need(TIME, FlatJson.WHOLE);
        need(LOWER_A, FlatJson.WHOLE);
        need(FIRST_ID, FlatJson.WHOLE);
        need(LAST_ID, FlatJson.WHOLE);
        need(PRICE, FlatJson.DECIMAL);
        need(QUANTITY, FlatJson.DECIMAL);
        int maker = json.type(MAKER_BOUGHT);
        if (maker != FlatJson.TRUE) {
            need(MAKER_BOUGHT, FlatJson.FALSE);
        }
    }

    private void best() {
        need(SYMBOL, FlatJson.TEXT);
        need(LAST_UPDATE, FlatJson.WHOLE);
        need(LOWER_B, FlatJson.DECIMAL);
        need(UPPER_B, FlatJson.DECIMAL);
        need(LOWER_A, FlatJson.DECIMAL);
        need(UPPER_A, FlatJson.DECIMAL);
        may(TIME);
        may(EVENT_TIME);
    }

    private void depth() {
        need(SYMBOL, FlatJson.TEXT);
        need(EVENT_TIME, FlatJson.WHOLE);
        need(FIRST_UPDATE, FlatJson.WHOLE);
        need(LAST_UPDATE, FlatJson.WHOLE);
        need(LOWER_B, FlatJson.LEVELS);
        need(LOWER_A, FlatJson.LEVELS);
        may(TIME);
        may(UPDATE_BEFORE);
    }

    private void need(int slot, int type) {
        int found = json.type(slot);
        if (found != type && flaw == Flaw.NONE) {
            flaw = found == FlatJson.ABSENT ? Flaw.FIELD_MISSING : Flaw.FIELD_MISTYPED;
        }
    }

    /** A whole number, where there is one. */
    private void may(int slot) {
        if (json.type(slot) != FlatJson.ABSENT) {
            need(slot, FlatJson.WHOLE);
        }
    }

    private long orNone(int slot) {
        return json.type(slot) == FlatJson.ABSENT ? -1 : json.value(slot);
    }

    /** Why the last message is not believed. */
    public Flaw flaw() {
        return flaw;
    }

    // ---- of all ----

    /** Where the symbol begins in the bytes that were read. */
    public int symbolStart() {
        return json.start(SYMBOL);
    }

    public int symbolEnd() {
        return json.end(SYMBOL);
    }

    public boolean isSymbol(byte[] name) {
        return Arrays.equals(bytes, symbolStart(), symbolEnd(), name, 0, name.length);
    }

    /** When the message was made; -1 where it does not say. */
    public long eventMillis() {
        return orNone(EVENT_TIME);
    }

    /** When the venue did it; -1 where it does not say. */
    public long millis() {
        return orNone(TIME);
    }

    // ---- of trades ----

    public long tradeId() {
        return json.value(LOWER_A);
    }

    public long firstId() {
        return json.value(FIRST_ID);
    }

    public long lastId() {
        return json.value(LAST_ID);
    }

    public long price() {
        return json.value(PRICE);
    }

    public int priceScale() {
        return json.scale(PRICE);
    }

    public long quantity() {
        return json.value(QUANTITY);
    }

    public int quantityScale() {
        return json.scale(QUANTITY);
    }

    /** Whether a buyer took what rested. */
    public boolean buyerTook() {
        return json.type(MAKER_BOUGHT) == FlatJson.FALSE;
    }

    // ---- of best prices and of the book ----

    public long lastUpdate() {
        return json.value(LAST_UPDATE);
    }

    /** The first update that a change of the book holds. */
    public long firstUpdate() {
        return json.value(FIRST_UPDATE);
    }

    /** The last update before a change of the book; -1 where it does not say. */
    public long updateBefore() {
        return orNone(UPDATE_BEFORE);
    }

    public long bid() {
        return json.value(LOWER_B);
    }

    public int bidScale() {
        return json.scale(LOWER_B);
    }

    public long bidQuantity() {
        return json.value(UPPER_B);
    }

    public int bidQuantityScale() {
        return json.scale(UPPER_B);
    }

    public long ask() {
        return json.value(LOWER_A);
    }

    public int askScale() {
        return json.scale(LOWER_A);
    }

    public long askQuantity() {
        return json.value(UPPER_A);
    }

    public int askQuantityScale() {
        return json.scale(UPPER_A);
    }

    /** Changed levels of bids. */
    public LevelList bids() {
        return json.bids();
    }

    /** Changed levels of asks. */
    public LevelList asks() {
        return json.asks();
    }
}
