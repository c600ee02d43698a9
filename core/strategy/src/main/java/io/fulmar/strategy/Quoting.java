package io.fulmar.strategy;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Side;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a strategy has between bars beside its seat. The orders that a {@link FlowStrategy} works: what it asks for, kept until the desk takes it, and which of its orders are still out.
 * The strategy gives each order a number of its own; the desk knows them by others.
 */
public final class Quoting {
    /** How many orders one strategy may have out. */
    public static final int ORDERS_MAX = 1_000;

    private static final int WISHES_MAX = 10_000;

    /** What is asked. */
    public enum Kind {
        LIMIT,
        POST_ONLY,
        IMMEDIATE,
        MARKET,
        AMEND,
        CANCEL
    }

    /** One wish, for the desk. */
    public record Wish(Kind kind, long number, Side side, long ticks, long lots) {}

    private Optional<Scale> scale = Optional.empty();
    private Optional<BookView> book = Optional.empty();
    private long timerNanos;
    private Wish[] wishes = new Wish[8];
    private int count;
    private long[] out = new long[8];
    private int outCount;
    private long last;

    Scale scale() {
        return scale.orElseThrow(Quoting::onlyBars);
    }

    BookView book() {
        return book.orElseThrow(Quoting::onlyBars);
    }

    private static IllegalStateException onlyBars() {
        return new IllegalStateException(
                "orders at named prices need quotes, trades or a book: with bars alone use buy(...) and sell(...)");
    }

    void every(long nanos) {
        if (nanos < 1_000) {
            throw new StrategyException("a timer every " + nanos + " ns: at least a microsecond");
        }
        timerNanos = nanos;
    }

    long ask(Kind kind, Side side, long ticks, long lots) {
        if (outCount >= ORDERS_MAX) {
            throw new IllegalStateException(
                    "a strategy works at most " + ORDERS_MAX + " orders: cancel some before asking for more");
        }
        long number = ++last;
        if (outCount == out.length) {
            out = Arrays.copyOf(out, 2 * outCount);
        }
        out[outCount++] = number;
        add(new Wish(kind, number, side, ticks, lots));
        return number;
    }

    void amend(long number, long ticks, long lots) {
        if (working(number)) {
            add(new Wish(Kind.AMEND, number, Side.BUY, ticks, lots));
        }
    }

    void cancel(long number) {
        if (working(number)) {
            add(new Wish(Kind.CANCEL, number, Side.BUY, 0, 0));
        }
    }

    private void add(Wish wish) {
        if (count >= WISHES_MAX) {
            throw new IllegalStateException("more than " + WISHES_MAX + " orders and cancels at one moment");
        }
        if (count == wishes.length) {
            wishes = Arrays.copyOf(wishes, 2 * count);
        }
        wishes[count++] = wish;
    }

    boolean working(long number) {
        for (int i = 0; i < outCount; i++) {
            if (out[i] == number) {
                return true;
            }
        }
        return false;
    }

    int outCount() {
        return outCount;
    }

    long out(int place) {
        return out[place];
    }

    boolean spoke() {
        return count > 0;
    }

    // ---- for the desk ----

    /** There is more than bars: prices and quantities of orders can be named. */
    public void between(Instrument traded, BookView view) {
        scale = Optional.of(new Scale(traded));
        book = Optional.of(view);
    }

    /** How often {@code onTimer} is called; 0 for never. */
    public long timerNanos() {
        return timerNanos;
    }

    /** How many wishes wait. */
    public int count() {
        return count;
    }

    public Wish wish(int place) {
        return wishes[place];
    }

    /** All are taken. */
    public void taken() {
        count = 0;
    }

    /** The order of that number is over: filled, refused, cancelled or never sent. */
    public void over(long number) {
        for (int i = 0; i < outCount; i++) {
            if (out[i] == number) {
                outCount--;
                System.arraycopy(out, i + 1, out, i, outCount - i);
                return;
            }
        }
    }

    void hush() {
        for (int i = 0; i < count; i++) {
            if (wishes[i].kind() != Kind.AMEND && wishes[i].kind() != Kind.CANCEL) {
                over(wishes[i].number());
            }
        }
        count = 0;
    }
}
