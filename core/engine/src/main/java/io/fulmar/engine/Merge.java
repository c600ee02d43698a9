package io.fulmar.engine;

import java.util.ArrayList;
import java.util.List;

/** Several markets or strategies at one desk: bars by the time at which they are known, then in the order in which they were given. */
final class Merge {
    private final Desk desk;
    private final List<Tape> tapes;
    private final List<Place> places;
    private final int[] next;

    Merge(Desk desk, List<Tape> tapes, List<Place> places) {
        this.desk = desk;
        this.tapes = tapes;
        this.places = places;
        this.next = new int[tapes.size()];
    }

    void run() {
        List<Place> spoke = new ArrayList<>();
        for (long time = earliest(); time != Long.MAX_VALUE; time = earliest()) {
            if (time > desk.agenda.next) {
                desk.agenda.run(time);
            }
            spoke.clear();
            long moment = time;
            matchAll(moment);
            markAll(moment);
            desk.marks.step();
            askAll(moment, spoke);
            if (!spoke.isEmpty()) {
                desk.decide(spoke, moment);
            }
        }
    }

    private long earliest() {
        long time = Long.MAX_VALUE;
        for (int t = 0; t < next.length; t++) {
            Tape tape = tapes.get(t);
            if (next[t] < tape.bars.size()) {
                time = Math.min(time, tape.bars.closeTime(next[t]));
            }
        }
        return time;
    }

    /** Everything that fills within the bars of one moment does so before any of them is marked at its close. */
    private void matchAll(long time) {
        for (int t = 0; t < next.length; t++) {
            Tape tape = tapes.get(t);
            if (next[t] >= tape.bars.size() || tape.bars.closeTime(next[t]) != time) {
                continue;
            }
            int bar = next[t]++;
            if (bar >= tape.blockTo()) {
                int to = tape.advance(bar);
                for (Place place : places) {
                    if (place.tape == tape) {
                        place.warm(bar, to);
                    }
                }
            }
            tape.moveTo(bar);
            if (desk.waiting() && !tape.silent()) {
                desk.match(tape);
            }
        }
    }

    private void markAll(long time) {
        for (int t = 0; t < next.length; t++) {
            Tape tape = tapes.get(t);
            if (next[t] > 0 && tape.closeTime() == time) {
                tape.mark = tape.close();
                desk.marks.mark(tape);
                desk.watchBar(tape);
            }
        }
    }

    private void askAll(long time, List<Place> spoke) {
        for (Place place : places) {
            if (!place.leader().asks(time)) {
                continue;
            }
            if (place.leader() == place) {
                place.runner.call(place);
            }
            if (place.seat.spoke()) {
                if (place.leader().counts()) {
                    spoke.add(place);
                } else {
                    place.seat.hush();
                }
            }
        }
    }
}
