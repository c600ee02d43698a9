package io.fulmar.engine;

import java.util.List;

/** What happens at a moment and not with a bar: midnights, and what the venue does by itself. */
final class Timers {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final Desk desk;
    private long midnight;

    /** The next moment a bar must not close beyond without {@link #run}. */
    long next;

    Timers(Desk desk, List<Tape> tapes) {
        this.desk = desk;
        this.midnight = firstMidnight(tapes);
        this.next = Math.min(midnight, desk.venue.nextTime());
    }

    private static long firstMidnight(List<Tape> tapes) {
        long first = Long.MAX_VALUE;
        for (Tape tape : tapes) {
            if (!tape.bars.isEmpty()) {
                first = Math.min(first, tape.bars.openTime(0));
            }
        }
        return first == Long.MAX_VALUE ? first : (Math.floorDiv(first, DAY_NANOS) + 1) * DAY_NANOS;
    }

    /** What was due before a bar that closes then. */
    void run(long closeTime) {
        while (closeTime > next) {
            long time = next;
            desk.reach(time);
            if (time == midnight) {
                desk.midnight(time);
                midnight += DAY_NANOS;
            }
            if (time == desk.venue.nextTime()) {
                desk.venue.onTime(time);
                if (desk.venue.nextTime() <= time) {
                    throw new IllegalStateException("the venue's time stands still at " + time);
                }
            }
            next = Math.min(midnight, desk.venue.nextTime());
        }
    }
}
