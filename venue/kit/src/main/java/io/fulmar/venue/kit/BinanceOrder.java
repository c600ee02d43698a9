package io.fulmar.venue.kit;

import io.fulmar.venue.kit.BinanceScanner.Event;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The orders in which Binance writes the fields of each kind, of spot and of futures, as conditions on the {@link NextField}. A message that
 * keeps to one of them to its last byte holds what its kind must have and needs no further look; of any other, what came in order is kept,
 * and {@link FlatJson} reads on from there.
 */
final class BinanceOrder {
    /** Names of two letters that have slots. */
    static final String[] PAIRS = {"pu", "ps", "st", "nq"};

    static final int UPDATE_BEFORE = Slots.slot(0);
    private static final int PAIR = Slots.slot(1);
    private static final int SYMBOL_TYPE = Slots.slot(2);
    private static final int NORMAL_QUANTITY = Slots.slot(3);
    private static final int EVENT = Slots.slot('e');

    private static final byte[] TRADE = "aggTrade".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEST = "bookTicker".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DEPTH = "depthUpdate".getBytes(StandardCharsets.US_ASCII);

    // The same words behind the first name, eight letters at a time.
    private static final Letters FIRST = new Letters("\"e\":\"");
    private static final Letters TRADE_HEAD = new Letters("aggTrade");
    private static final Letters TRADE_TAIL = new Letters("\"");
    private static final Letters BEST_HEAD = new Letters("bookTick");
    private static final Letters BEST_TAIL = new Letters("er\"");
    private static final Letters DEPTH_HEAD = new Letters("depthUpd");
    private static final Letters DEPTH_TAIL = new Letters("ate\"");

    private final JsonCursor json;
    private final Slots slots;
    private final NextField next;

    BinanceOrder(JsonCursor json, Slots slots) {
        this.json = json;
        this.slots = slots;
        next = new NextField(json, slots);
    }

    /** What a message is by its word for itself. */
    static Event event(byte[] b, int from, int to) {
        if (Arrays.equals(b, from, to, TRADE, 0, TRADE.length)) {
            return Event.TRADE;
        }
        if (Arrays.equals(b, from, to, BEST, 0, BEST.length)) {
            return Event.BEST;
        }
        return Arrays.equals(b, from, to, DEPTH, 0, DEPTH.length) ? Event.DEPTH : Event.NONE;
    }

    /** Reads from behind the opening brace; none unless all of it came in an order we know. */
    Event read(byte[] b, int from) {
        next.begin(b, from);
        Event event = named(b, from);
        boolean known = switch (event) {
            case TRADE -> trade();
            case BEST -> next.whole('u') && best();
            case DEPTH -> depth();
            case NONE -> next.firstWhole('u') && best();
        };
        if (!known || next.at() != json.last) {
            return Event.NONE;
        }
        return event == Event.NONE ? Event.BEST : event;
    }

    /** Behind the last field that came in order. */
    int at() {
        return next.at();
    }

    /** What the first field says that the message is. */
    private Event named(byte[] b, int from) {
        if (from > b.length - 3 * Digits.WORD || !FIRST.begin(Digits.bytes(b, from))) {
            return Event.NONE;
        }
        int start = from + FIRST.count();
        long head = Digits.bytes(b, start);
        long tail = Digits.bytes(b, start + Digits.WORD);
        if (TRADE_HEAD.begin(head) && TRADE_TAIL.begin(tail)) {
            return named(Event.TRADE, b, start, start + TRADE.length);
        }
        if (BEST_HEAD.begin(head) && BEST_TAIL.begin(tail)) {
            return named(Event.BEST, b, start, start + BEST.length);
        }
        if (DEPTH_HEAD.begin(head) && DEPTH_TAIL.begin(tail)) {
            return named(Event.DEPTH, b, start, start + DEPTH.length);
        }
        return Event.NONE;
    }

    private Event named(Event event, byte[] b, int start, int end) {
        slots.set(EVENT, Slots.TEXT);
        slots.setBounds(EVENT, start, end);
        next.begin(b, end + 1);
        return event;
    }

    // ---- the orders: what is only asked for may be missing ----

    private boolean trade() {
        boolean begins =
                next.whole('E') && ((next.text('s') && next.whole('a')) || (next.whole('a') && next.text('s')));
        if (!begins || !next.decimal('p') || !next.decimal('q')) {
            return false;
        }
        next.decimal('n', 'q', NORMAL_QUANTITY);
        boolean ends = next.whole('f') && next.whole('l') && next.whole('T') && next.flag('m');
        next.decimal('n', 'q', NORMAL_QUANTITY);
        next.whole('s', 't', SYMBOL_TYPE);
        next.flag('M');
        return ends;
    }

    /** Of futures times stand before the symbol, or behind the prices; spot has none. */
    private boolean best() {
        next.whole('E');
        next.whole('T');
        boolean prices =
                next.text('s') && next.decimal('b') && next.decimal('B') && next.decimal('a') && next.decimal('A');
        next.whole('T');
        next.whole('E');
        next.whole('s', 't', SYMBOL_TYPE);
        next.text('p', 's', PAIR);
        return prices;
    }

    private boolean depth() {
        if (!next.whole('E')) {
            return false;
        }
        next.whole('T');
        if (!next.text('s')) {
            return false;
        }
        next.text('p', 's', PAIR);
        next.whole('s', 't', SYMBOL_TYPE);
        if (!next.whole('U') || !next.whole('u')) {
            return false;
        }
        next.whole('p', 'u', UPDATE_BEFORE);
        return next.levels('b', slots.bids()) && next.levels('a', slots.asks());
    }
}
