package io.fulmar.market;

import io.fulmar.market.Guard.Origin;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets the changes of a book through, message by message: all levels of one, or none. After a message that is missing, cannot be true or
 * leaves the book crossed nobody knows the book: nothing goes through until the next snapshot, for which {@link #blind} is the sign to ask.
 */
public final class BookGuard {
    private static final int LEVELS_MAX = 50_000;

    private final Guard guard;
    private final MarketSink sink;
    private final Sequence sequence = new Sequence();
    private final Book book = new Book();
    private long[] ticks = new long[64];
    private long[] lots = new long[64];
    private boolean[] bids = new boolean[64];
    private int size;
    private boolean blind = true;
    private boolean snapshot;
    private long before;
    private long number;
    private Origin origin = new Origin(0, 0, new byte[0], 0, 0);
    private Optional<Impossible> wrong = Optional.empty();

    public BookGuard(Guard guard, MarketSink sink) {
        this.guard = guard;
        this.sink = sink;
    }

    /** A snapshot that holds everything up to a number begins. */
    public void snapshot(Origin from, long upTo) {
        begin(from, upTo, upTo);
        snapshot = true;
    }

    /** A message begins that says which number it follows, and its own or its last. */
    public void begin(Origin from, long numberBefore, long numberLast) {
        origin = from;
        before = numberBefore;
        number = numberLast;
        snapshot = false;
        size = 0;
        wrong = guard.bookTime(from);
    }

    /** A level holds so much from now on, 0 for nothing. */
    public void level(boolean bid, Written price, Written quantity) {
        long priceTicks = price.steps(guard.ticks());
        long quantityLots = quantity.steps(guard.lots());
        wrong = wrong.or(() -> guard.level(price, priceTicks, quantity, quantityLots));
        if (size == LEVELS_MAX) {
            wrong = wrong.or(() -> Optional.of(Impossible.TOO_LARGE));
        }
        if (wrong.isPresent()) {
            return;
        }
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            lots = Arrays.copyOf(lots, 2 * size);
            bids = Arrays.copyOf(bids, 2 * size);
        }
        ticks[size] = priceTicks;
        lots[size] = quantityLots;
        bids[size] = bid;
        size++;
    }

    /** The message is over; whether it went through. */
    public boolean end() {
        if (wrong.isPresent()) {
            lose(wrong.get());
            return false;
        }
        if (!follows()) {
            return false;
        }
        fold();
        if (book.crossed()) {
            lose(Impossible.BOOK_CROSSED);
            return false;
        }
        guard.passBook(origin);
        tell();
        return true;
    }

    private boolean follows() {
        if (snapshot) {
            sequence.startAt(number);
            return true;
        }
        switch (sequence.take(before, number)) {
            case NEXT -> {}
            case OLD -> {
                guard.duplicate();
                return false;
            }
            case GAP -> forget("messages are missing before number " + number);
        }
        return !blind;
    }

    private void fold() {
        if (snapshot) {
            book.clear();
            blind = false;
        }
        for (int i = 0; i < size; i++) {
            if (bids[i]) {
                book.bid(ticks[i], lots[i]);
            } else {
                book.ask(ticks[i], lots[i]);
            }
        }
    }

    private void tell() {
        if (snapshot) {
            sink.snapshot(origin.venueTime(), origin.receiveTime());
        }
        for (int i = 0; i < size; i++) {
            sink.level(origin.venueTime(), origin.receiveTime(), bids[i], ticks[i], lots[i], i == size - 1);
        }
    }

    private void lose(Impossible reason) {
        guard.refuse(reason, origin);
        forget("a message was refused: " + reason);
    }

    private void forget(String why) {
        if (!blind) {
            sink.gap(guard.heardLast(origin), origin.receiveTime(), why);
        }
        blind = true;
    }

    /** Whether a snapshot is needed before anything goes through. */
    public boolean blind() {
        return blind;
    }
}
