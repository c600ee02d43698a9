package io.fulmar.engine;

import io.fulmar.strategy.Seat;
import io.fulmar.strategy.Strategy;

/**
 * The loop over bars that a strategy sees as something else than what was traded: it is shown the one, and orders wake at the other. One for
 * all strategy classes: there are few bricks, and what they cost is made of the trades beneath.
 */
final class SeenLoop implements Runner {
    static final SeenLoop SHARED = new SeenLoop();

    private SeenLoop() {}

    @Override
    public int run(Desk desk, Place place, int from, int to, boolean handled) {
        int bar = quiet(desk, place, from, to, handled ? from : from - 1);
        desk.marks.ran(place.tape, from, place.seat.spoke() ? bar + 1 : bar);
        return bar;
    }

    private static int quiet(Desk desk, Place place, int from, int to, int free) {
        long above = desk.wakesAbove();
        long below = desk.wakesBelow();
        Tape tape = place.tape;
        Seat seat = place.seat;
        Strategy<?> strategy = place.strategy;
        boolean asleep = above == Long.MAX_VALUE && below == Long.MIN_VALUE;
        for (int bar = from; bar < to; bar++) {
            if (!asleep && bar != free && (tape.highs[bar] >= above || tape.lows[bar] <= below)) {
                return bar;
            }
            tape.moveTo(bar);
            if (bar >= place.firstDecision) {
                strategy.onBar(tape.bar());
                if (seat.spoke()) {
                    return bar;
                }
            }
        }
        return to;
    }

    @Override
    public void call(Place place) {
        place.strategy.onBar(place.tape.bar());
    }
}
