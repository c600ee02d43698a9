package io.fulmar.strategy;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A strategy's place at a desk: what it may see of its own position, and the signals it gives. The desk writes the one and takes the
 * other; the strategy never sees the desk.
 */
public final class Seat {
    private final int number;
    private final long instrument;
    private final long barNanos;
    private final Columns columns;
    private final Frame frame;
    private final Legs legs;
    private final List<Value> declared = new ArrayList<>();
    private boolean open = true;

    /** In hedge mode the place where the same strategy holds its shorts, and of that place the one of its longs; else this. */
    Seat shorts = this;

    private Seat longs = this;

    long lots;

    /** What the place for the shorts has, as seen from that for the longs. */
    long otherLots;

    private long otherWaiting;
    private long entriesWaiting;

    /** Told anew at each change, because strategies ask at every bar. */
    private boolean flat = true;

    private double entryPrice = Double.NaN;
    private long entryBar;
    private long warmBar = Exits.NEVER;
    private long entryTicks;
    private int adds;
    private final Exits exits = new Exits();

    private final Quoting quoting = new Quoting();
    private boolean spoke;
    private boolean withdrawing;
    private Optional<Entry> entry = Optional.empty();
    private Optional<Cast> fishing = Optional.empty();
    private Optional<SignalEvent.Exit> exit = Optional.empty();
    private String withdrawReason = "";

    public Seat(int number, long instrument, long barNanos, Columns columns) {
        this(number, instrument, barNanos, columns, Legs.NONE);
    }

    /** {@code others} gives the same strategy's place in another market, by its symbol, or says that there is no such market. */
    public Seat(int number, long instrument, long barNanos, Columns columns, Function<String, Seat> others) {
        this.legs = new Legs(others);
        this.number = number;
        this.instrument = instrument;
        this.barNanos = barNanos;
        this.columns = columns;
        this.frame = columns.frame();
    }

    public int number() {
        return number;
    }

    public long instrument() {
        return instrument;
    }

    // ---- what the strategy does ----

    void every(long nanos) {
        if (!open) {
            throw new IllegalStateException("a timer was asked for inside a handler: ask in the constructor");
        }
        quoting.every(nanos);
    }

    Columns columns() {
        return columns;
    }

    Series series(Value value) {
        return series(value, this);
    }

    Series series(Value value, Seat priced) {
        if (!open) {
            throw new IllegalStateException(
                    "a series was asked for inside a handler: declare it in a field, so that it is warm before it is read");
        }
        declared.add(value);
        return new Series(this, priced, value);
    }

    /** The strategy's place in another market of the run. */
    Seat leg(String symbol) {
        if (!open) {
            throw new IllegalStateException("a market was asked for inside a handler: declare it in a field");
        }
        return legs.at(symbol);
    }

    Distance distance(Value value, double factor) {
        return distance(columns.column(value), frame.at, factor);
    }

    /** So many times what the column holds there, in ticks of this seat's market. */
    Distance distance(Column column, int at, double factor) {
        return column.distance(at, factor, columns.ticksPerPrice());
    }

    long ticks(double price) {
        double ticks = Math.rint(price * columns.ticksPerPrice());
        if (!(ticks >= 1 && ticks < 1e15)) {
            throw new IllegalArgumentException("an order's price of " + price + ": it must be at least one tick");
        }
        return (long) ticks;
    }

    long timeAfter(int bars) {
        return BarSpan.after(columns.barTime(), barNanos, bars);
    }

    Entry enter(Side side, Size size) {
        return say(new Entry(this, side, size, SignalEvent.Purpose.OPEN));
    }

    Entry add(Size size) {
        return say(new Entry(this, held(), size, SignalEvent.Purpose.ADD));
    }

    Entry reverse(Size size) {
        Side opposite = held().opposite();
        leave(Cause.SIGNAL, "reverse");
        return say(new Entry(this, opposite, size, SignalEvent.Purpose.REVERSE));
    }

    private Entry say(Entry wish) {
        entry = Optional.of(wish);
        fishing = Optional.empty();
        spoke = true;
        return wish;
    }

    private Side held() {
        if (lots == 0) {
            throw new IllegalStateException("there is no position to add to or to reverse: ask holding() before");
        }
        return lots > 0 ? Side.BUY : Side.SELL;
    }

    /** Rungs from the price of the last exit, the same way as the position that ended. */
    Entry fish(Size size, Rungs rungs, Distance apart) {
        Cast cast = Cast.from(exits, this, size, rungs, apart);
        entry = Optional.empty();
        fishing = Optional.of(cast);
        spoke = true;
        return cast.template();
    }

    /** Whether the close lies at least that far beyond the last entry, in the position's favour. */
    boolean ahead(Distance distance) {
        long gain = (columns.closeTicks() - entryTicks) * Long.signum(lots);
        return lots != 0 && gain >= distance.ticksAt(entryTicks);
    }

    int adds() {
        return lots == 0 ? 0 : adds;
    }

    boolean waiting() {
        return entriesWaiting != 0;
    }

    void leave(Cause cause, String why) {
        exit = Optional.of(new SignalEvent.Exit(number, instrument, cause, why));
        spoke = true;
    }

    void withdraw(String why) {
        withdrawing = true;
        withdrawReason = why;
        spoke = true;
    }

    boolean flat() {
        return flat;
    }

    private void changed() {
        flat = (lots | entriesWaiting | otherLots | otherWaiting) == 0;
    }

    /** No position and no entry waiting on that side. */
    boolean flat(Side side) {
        Seat own = side == Side.BUY ? this : shorts;
        return (own.lots | own.entriesWaiting) == 0;
    }

    /** Leaves whatever there is. */
    void leaveAll(Cause cause, String why) {
        if (lots != 0 || otherLots == 0) {
            leave(cause, why);
        }
        if (otherLots != 0) {
            shorts.leave(cause, why);
        }
    }

    double entryPrice() {
        return entryPrice;
    }

    int barsInTrade() {
        return lots == 0 ? 0 : (int) (frame.bar() - entryBar + 1);
    }

    /** Bars since a position last ended by that cause; a very large number when none has. */
    long barsSince(Cause cause) {
        return frame.bar() - exits.bar(cause);
    }

    /** Whether in this bar a position ended, and the last that did by that cause. */
    boolean justLeft(Cause cause) {
        return exits.cause() == cause && barsSince(cause) == 0;
    }

    /** Time between the close of the bar in which a position last ended by that cause and the close of this bar. */
    long nanosSince(Cause cause) {
        return columns.barTime() - exits.time(cause);
    }

    /** A cross needs the bar before as well: none counts on the first warm bar, whichever series made it the first. */
    boolean mayCross() {
        return frame.bar() != warmBar;
    }

    // ---- what the desk does ----

    /** The series this strategy declared; it is warm once each has a value. */
    public List<Value> declared() {
        return List.copyOf(declared);
    }

    /** Positions are kept by side: this place is for the longs from now on, the other one for the shorts. */
    public void hedge(Seat forShorts) {
        shorts = forShorts;
        forShorts.longs = this;
    }

    /** The strategy is built: from now on no series can be declared. */
    public void seated() {
        open = false;
        legs.all().forEach(Seat::seated);
    }

    /** The places in other markets that the strategy asked for, in that order. */
    public List<Seat> legs() {
        return legs.all();
    }

    /** The first bar at which every declared series has a value. */
    public void warmAt(long index) {
        warmBar = index;
    }

    /** The position changed, by a fill at that price. */
    public void position(long newLots, double averagePrice, Cause cause, long ticks) {
        if (lots == 0 && newLots != 0) {
            entryBar = frame.bar();
            adds = 0;
        }
        if (Math.abs(newLots) > Math.abs(lots)) {
            entryTicks = ticks;
        }
        if (lots != 0 && newLots == 0) {
            exits.add(cause, lots > 0 ? Side.BUY : Side.SELL, ticks, frame.bar(), columns.barTime());
        }
        lots = newLots;
        changed();
        if (longs != this) {
            longs.otherLots = newLots;
            longs.changed();
        }
        entryPrice = newLots == 0 ? Double.NaN : averagePrice;
    }

    /** One more entry of the position has filled. */
    public void added() {
        adds++;
    }

    /** So many entry orders wait. */
    public void waiting(long entries) {
        entriesWaiting = entries;
        changed();
        if (longs != this) {
            longs.otherWaiting = entries;
            longs.changed();
        }
    }

    /** The orders that the strategy names and numbers itself. */
    public Quoting quoting() {
        return quoting;
    }

    /** Whether there is anything to take. */
    public boolean spoke() {
        return spoke;
    }

    /** The same, orders that the strategy numbers included. */
    public boolean spokeOfOrders() {
        return spoke || quoting.spoke();
    }

    public Optional<SignalEvent.Exit> takeExit() {
        Optional<SignalEvent.Exit> taken = exit;
        exit = Optional.empty();
        return taken;
    }

    public Optional<SignalEvent.Withdraw> takeWithdrawal() {
        boolean taken = withdrawing;
        withdrawing = false;
        return taken ? Optional.of(new SignalEvent.Withdraw(number, instrument, withdrawReason)) : Optional.empty();
    }

    public Optional<SignalEvent.Enter> takeEntry() {
        Optional<SignalEvent.Enter> taken = entry.map(Entry::signal);
        entry = Optional.empty();
        spoke = false;
        return taken;
    }

    /** The rungs that are to wait, the nearest first; those that would lie below one tick are left out. */
    public List<SignalEvent.Enter> takeRungs() {
        if (fishing.isEmpty()) {
            return List.of();
        }
        Cast cast = fishing.get();
        fishing = Optional.empty();
        return cast.signals();
    }

    /** Forgets what was said: signals do not count yet. */
    public void hush() {
        quoting.hush();
        entry = Optional.empty();
        fishing = Optional.empty();
        exit = Optional.empty();
        withdrawing = false;
        spoke = false;
    }
}
