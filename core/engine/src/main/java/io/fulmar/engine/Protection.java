package io.fulmar.engine;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sees to it that no position stands without the stop it was given: where the venue does not take a stop, or ends it unasked, the
 * position is left at the market, and an exit that the venue does not take is tried again, at most {@link #TRIES_MAX} times.
 */
final class Protection {
    /** How often an exit is sent before only a person can help. */
    static final int TRIES_MAX = 5;

    private final Desk desk;
    private final Orderly orderly;

    /** By seat, how often an exit was sent for the position that stands. */
    private final Map<Integer, Integer> tries = new TreeMap<>();

    /** By seat, why it is to be left, as soon as its market is seen again. */
    private final Map<Integer, String> pending = new TreeMap<>();

    /** Stops that we have asked to be cancelled though their position stands. */
    private final Set<Long> letGo = new TreeSet<>();

    private boolean resting;

    Protection(Desk desk, Orderly orderly) {
        this.desk = desk;
        this.orderly = orderly;
    }

    void letGo(long order) {
        if (order != 0) {
            letGo.add(order);
        }
    }

    /** The data has ended: nothing can be left any more. */
    void rest() {
        resting = true;
    }

    boolean pending() {
        return !pending.isEmpty();
    }

    /** The position is closed: what was tried for it is forgotten. */
    void flat(Place place) {
        tries.remove(place.seat.number());
        pending.remove(place.seat.number());
    }

    /** An order is over, and not because it filled. */
    void over(Place place, Order order, OrderEvent ended, String reason) {
        boolean asked = letGo.remove(order.id());
        if (asked || resting || !order.reduceOnly() || place.position.lots() == 0) {
            return;
        }
        boolean failed = ended instanceof OrderEvent.Rejected || ended instanceof OrderEvent.NeverAccepted;
        switch (order.cause()) {
            case STOP, TRAIL ->
                leave(place, "its " + order.cause().word() + (failed ? " was not taken: " : " is gone: ") + reason);
            case TARGET -> {
                if (failed) {
                    desk.watch.page("the target of seat " + order.seat() + " was not taken: " + reason);
                }
            }
            case SIGNAL, TIME, OPERATOR, LIQUIDATION, SETTLEMENT -> {
                if (failed) {
                    leave(place, "its exit was not taken: " + reason);
                }
            }
        }
    }

    /** At once the first time; after that when the market has been seen again. */
    private void leave(Place place, String why) {
        int seat = place.seat.number();
        int sent = tries.getOrDefault(seat, 0);
        if (sent >= TRIES_MAX) {
            desk.watch.page("the position of seat " + seat + " cannot be left after " + sent
                    + " tries; close it by hand: " + why);
            pending.remove(seat);
            return;
        }
        desk.watch.page("the position of seat " + seat + " is left at the market: " + why);
        pending.put(seat, why);
        if (sent == 0) {
            attempt(place);
        }
    }

    private void attempt(Place place) {
        int seat = place.seat.number();
        String why = pending.remove(seat);
        if (why == null || place.position.lots() == 0 || place.exitOrder != 0) {
            return; // it is being left already
        }
        tries.merge(seat, 1, Integer::sum);
        orderly.close(place, Cause.SIGNAL, why);
    }

    /** The market of some positions was seen once more. */
    void retry(Tape tape) {
        if (!pending.isEmpty()) {
            for (Place place : desk.places()) {
                if (place.tape == tape && pending.containsKey(place.seat.number())) {
                    attempt(place);
                }
            }
        }
    }
}
