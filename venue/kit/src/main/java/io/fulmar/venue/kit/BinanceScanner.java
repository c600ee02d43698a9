package io.fulmar.venue.kit;

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

    private static final int EVENT = Slots.slot('e');
    private static final int EVENT_TIME = Slots.slot('E');
    private static final int TIME = Slots.slot('T');
    private static final int SYMBOL = Slots.slot('s');
    private static final int LOWER_A = Slots.slot('a');
    private static final int UPPER_A = Slots.slot('A');
    private static final int LOWER_B = Slots.slot('b');
    private static final int UPPER_B = Slots.slot('B');
    private static final int PRICE = Slots.slot('p');
    private static final int QUANTITY = Slots.slot('q');
    private static final int FIRST_ID = Slots.slot('f');
    private static final int LAST_ID = Slots.slot('l');
    private static final int MAKER_BOUGHT = Slots.slot('m');
    private static final int FIRST_UPDATE = Slots.slot('U');
    private static final int LAST_UPDATE = Slots.slot('u');
    private static final int UPDATE_BEFORE = Slots.slot(0);

    private final JsonCursor json = new JsonCursor();
    private final Slots slots = new Slots();
    private final BinanceOrder order = new BinanceOrder(json, slots);
    private final FlatJson rest = new FlatJson(json, slots, BinanceOrder.PAIRS);
    private byte[] bytes = new byte[0];
    private Flaw flaw = Flaw.NONE;

    /** Reads the message that fills {@code [from, to)}. */
    public Event read(byte[] message, int from, int to) {
        bytes = message;
        slots.clear();
        flaw = Flaw.MALFORMED;
        int begin = json.enter(message, from, to);
        if (begin == JsonCursor.WRONG) {
            return Event.NONE;
        }
        Event whole = order.read(message, begin);
        if (whole != Event.NONE) {
            flaw = Flaw.NONE;
            return whole;
        }
        flaw = rest.read(message, order.at());
        return flaw == Flaw.NONE ? checked() : Event.NONE;
    }

    /** Fields came in another order, or others with them: whether there is what the kind must have. */
    private Event checked() {
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
        return switch (slots.type(EVENT)) {
            case Slots.TEXT -> BinanceOrder.event(bytes, slots.start(EVENT), slots.end(EVENT));
            case Slots.ABSENT -> slots.type(UPPER_A) == Slots.DECIMAL ? Event.BEST : Event.NONE;
            default -> Event.NONE;
        };
    }

    private void trade() {
        need(SYMBOL, Slots.TEXT);
        need(EVENT_TIME, Slots.WHOLE);
        need(TIME, Slots.WHOLE);
        need(LOWER_A, Slots.WHOLE);
        need(FIRST_ID, Slots.WHOLE);
        need(LAST_ID, Slots.WHOLE);
        need(PRICE, Slots.DECIMAL);
        need(QUANTITY, Slots.DECIMAL);
        int maker = slots.type(MAKER_BOUGHT);
        if (maker != Slots.TRUE) {
            need(MAKER_BOUGHT, Slots.FALSE);
        }
    }

    private void best() {
        need(SYMBOL, Slots.TEXT);
        need(LAST_UPDATE, Slots.WHOLE);
        need(LOWER_B, Slots.DECIMAL);
        need(UPPER_B, Slots.DECIMAL);
        need(LOWER_A, Slots.DECIMAL);
        need(UPPER_A, Slots.DECIMAL);
        may(TIME);
        may(EVENT_TIME);
    }

    private void depth() {
        need(SYMBOL, Slots.TEXT);
        need(EVENT_TIME, Slots.WHOLE);
        need(FIRST_UPDATE, Slots.WHOLE);
        need(LAST_UPDATE, Slots.WHOLE);
        need(LOWER_B, Slots.LEVELS);
        need(LOWER_A, Slots.LEVELS);
        may(TIME);
        may(UPDATE_BEFORE);
    }

    private void need(int slot, int type) {
        int found = slots.type(slot);
        if (found != type && flaw == Flaw.NONE) {
            flaw = found == Slots.ABSENT ? Flaw.FIELD_MISSING : Flaw.FIELD_MISTYPED;
        }
    }

    /** A whole number, where there is one. */
    private void may(int slot) {
        if (slots.type(slot) != Slots.ABSENT) {
            need(slot, Slots.WHOLE);
        }
    }

    private long orNone(int slot) {
        return slots.type(slot) == Slots.ABSENT ? -1 : slots.value(slot);
    }

    /** Why the last message is not believed. */
    public Flaw flaw() {
        return flaw;
    }

    // ---- of all ----

    /** Where the symbol begins in the bytes that were read. */
    public int symbolStart() {
        return slots.start(SYMBOL);
    }

    public int symbolEnd() {
        return slots.end(SYMBOL);
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
        return slots.value(LOWER_A);
    }

    public long firstId() {
        return slots.value(FIRST_ID);
    }

    public long lastId() {
        return slots.value(LAST_ID);
    }

    public long price() {
        return slots.value(PRICE);
    }

    public int priceScale() {
        return slots.scale(PRICE);
    }

    public long quantity() {
        return slots.value(QUANTITY);
    }

    public int quantityScale() {
        return slots.scale(QUANTITY);
    }

    /** Whether a buyer took what rested. */
    public boolean buyerTook() {
        return slots.type(MAKER_BOUGHT) == Slots.FALSE;
    }

    // ---- of best prices and of the book ----

    public long lastUpdate() {
        return slots.value(LAST_UPDATE);
    }

    /** The first update that a change of the book holds. */
    public long firstUpdate() {
        return slots.value(FIRST_UPDATE);
    }

    /** The last update before a change of the book; -1 where it does not say. */
    public long updateBefore() {
        return orNone(UPDATE_BEFORE);
    }

    public long bid() {
        return slots.value(LOWER_B);
    }

    public int bidScale() {
        return slots.scale(LOWER_B);
    }

    public long bidQuantity() {
        return slots.value(UPPER_B);
    }

    public int bidQuantityScale() {
        return slots.scale(UPPER_B);
    }

    public long ask() {
        return slots.value(LOWER_A);
    }

    public int askScale() {
        return slots.scale(LOWER_A);
    }

    public long askQuantity() {
        return slots.value(UPPER_A);
    }

    public int askQuantityScale() {
        return slots.scale(UPPER_A);
    }

    /** Changed levels of bids. */
    public LevelList bids() {
        return slots.bids();
    }

    /** Changed levels of asks. */
    public LevelList asks() {
        return slots.asks();
    }
}
