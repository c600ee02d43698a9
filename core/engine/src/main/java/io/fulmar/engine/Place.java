package io.fulmar.engine;

import io.fulmar.domain.Order;
import io.fulmar.domain.Side;
import io.fulmar.portfolio.Position;
import io.fulmar.strategy.Fill;
import io.fulmar.strategy.FlowStrategy;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Seat;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.Value;
import java.util.Arrays;
import java.util.List;

/** A strategy at its desk: the instance, the market it reads, its loop, and the orders it has out. */
final class Place {
    final Seat seat;
    final Strategy<?> strategy;
    final Tape tape;
    final SeatSettings settings;
    final Runner runner;
    final Position position;
    final boolean hearsFills;
    private final List<Value> declared;
    private Place leader = this;

    /** The first bar at which the strategy is asked, and the first whose signals count. */
    int firstDecision = Integer.MAX_VALUE;

    int countsFrom;

    // orders out: 0 for none
    long entryOrder;
    long entryCost;
    long entryFee;
    private boolean buying;
    private boolean selling;
    private long firstCost;
    private long firstFee;
    final MoreEntries more = new MoreEntries();
    final Basis basis = new Basis();
    long exitOrder;
    long stopOrder;
    long targetOrder;
    long trailOrder;

    /** What the strategy works itself, and what that has taken of the account's capital. */
    final Out out;

    Place(Seat seat, Strategy<?> strategy, Tape tape, SeatSettings settings, Position position) {
        this.seat = seat;
        this.strategy = strategy;
        this.tape = tape;
        this.out = new Out(tape.worth);
        this.settings = settings;
        this.position = position;
        this.runner = Runners.of(strategy.getClass(), tape);
        this.declared = seat.declared();
        this.hearsFills = hears(strategy.getClass(), "onFill", Fill.class);
    }

    /** Looks for the first warm bar in the block that the tape has just computed. */
    void warm(int from, int to) {
        if (firstDecision == Integer.MAX_VALUE) {
            int at = warmAt(to - from);
            if (at < to - from) {
                firstDecision = from + at;
                seat.warmAt(firstDecision);
            }
        }
    }

    /** The first bar of the block at hand at which every series has a value; the block's size when there is none. */
    private int warmAt(int size) {
        List<double[]> series = declared.stream()
                .map(value -> tape.columns.column(value).values())
                .toList();
        for (int i = 0; i < size; i++) {
            boolean warm = true;
            for (int s = 0; s < series.size() && warm; s++) {
                warm = !Double.isNaN(series.get(s)[Frame.HISTORY + i]);
            }
            if (warm) {
                return i;
            }
        }
        return size;
    }

    /** The same strategy's place in another market, or for its shorts: it is asked at the bars of that one, and may speak of this. */
    void follow(Place home) {
        leader = home;
    }

    /** The place at whose bars the strategy is asked: this one, unless it follows another of the same strategy. */
    Place leader() {
        return leader;
    }

    /** Whether the strategy may be asked now, and said to count. */
    boolean asks(long time) {
        return tape.at() >= firstDecision && tape.closeTime() == time;
    }

    boolean counts() {
        return tape.at() >= countsFrom;
    }

    boolean warm() {
        return leader.firstDecision != Integer.MAX_VALUE;
    }

    /** An entry has left for the venue; an add or a rung belongs to a group. */
    void entering(Order order, long cost, long fee) {
        buying |= order.side() == Side.BUY;
        selling |= order.side() == Side.SELL;
        if (order.group() != 0) {
            more.add(order.id(), cost, fee);
        } else {
            entryOrder = order.id();
            firstCost = cost;
            firstFee = fee;
        }
        reckon();
    }

    /** The entries that wait. */
    long[] entries() {
        long[] entries = Arrays.copyOf(more.ids(), more.size() + (entryOrder == 0 ? 0 : 1));
        if (entryOrder != 0) {
            entries[entries.length - 1] = entryOrder;
        }
        return entries;
    }

    /** What waits, and what it has taken. */
    private void reckon() {
        entryCost = more.size() == 0 ? firstCost : Math.addExact(firstCost, more.cost());
        entryFee = more.size() == 0 ? firstFee : Math.addExact(firstFee, more.fee());
        int waiting = more.size() + (entryOrder == 0 ? 0 : 1);
        if (waiting == 0) {
            buying = false;
            selling = false;
        }
        seat.waiting(waiting);
    }

    /** Whether an entry waits on that side, or did so beside those that wait. */
    boolean enters(Side side) {
        return side == Side.BUY ? buying : selling;
    }

    /** What the entries that wait have taken of the account's capital. */
    long commitment() {
        return Math.addExact(Math.addExact(entryCost, entryFee), Math.addExact(out.cost(), out.fee()));
    }

    /** Forgets an order that is over. */
    void over(long order) {
        if (!out.isEmpty()) {
            seat.quoting().over(out.number(order));
            out.over(order);
        }
        if (order == entryOrder) {
            entryOrder = 0;
            firstCost = 0;
            firstFee = 0;
            reckon();
        } else if (order == exitOrder) {
            exitOrder = 0;
        } else if (order == stopOrder) {
            stopOrder = 0;
        } else if (order == targetOrder) {
            targetOrder = 0;
        } else if (order == trailOrder) {
            trailOrder = 0;
        } else if (more.remove(order)) {
            reckon();
        }
    }

    /** Whether a strategy has a handler of its own: what it does not hear is not told. */
    static boolean hears(Class<?> strategy, String handler, Class<?> what) {
        try {
            Class<?> declaring = strategy.getMethod(handler, what).getDeclaringClass();
            return declaring != Strategy.class && declaring != FlowStrategy.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every strategy has " + handler, e);
        }
    }
}
