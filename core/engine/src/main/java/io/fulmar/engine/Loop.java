package io.fulmar.engine;

import io.fulmar.strategy.Seat;
import io.fulmar.strategy.Strategy;

/**
 * The loop over bars, and the only caller of a strategy's handlers. Each strategy class gets a hidden copy of this class, so that the call
 * has one target and the compiler can see through it: four strategy classes in one JVM then run as fast as each alone. That is why this
 * class is top-level, small and without static state.
 */
final class Loop implements Runner {
    @Override
    public void run(Desk desk, Place place, int from, int to) {
        Tape tape = place.tape;
        Seat seat = place.seat;
        Strategy<?> strategy = place.strategy;
        int first = place.firstDecision;
        int counts = place.countsFrom;
        for (int i = from; i < to; i++) {
            tape.moveTo(i);
            seat.barIs(i, tape.openTime());
            if (tape.closeTime() > desk.nextTimer) {
                desk.timers(tape.closeTime());
            }
            if (desk.waiting()) {
                desk.match(tape);
            }
            desk.mark(tape);
            desk.step();
            if (i >= first) {
                strategy.onBar(tape.bar());
                if (seat.spoke()) {
                    desk.decide(place, i >= counts);
                }
            }
        }
    }

    @Override
    public void call(Place place) {
        place.strategy.onBar(place.tape.bar());
    }
}
