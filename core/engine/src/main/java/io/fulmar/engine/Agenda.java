package io.fulmar.engine;

import io.fulmar.domain.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens at a moment and not with a bar: the end of each day, what the venue does by itself, and commands that wait for their time;
 * at one moment in that order.
 */
final class Agenda {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int BOUNDARIES_MAX = 100_000;

    private record Due(long time, Command command) {}

    private final Desk desk;
    private final List<Tape> tapes;
    private final List<Due> commands = new ArrayList<>();
    private long midnight;

    /** The next moment a bar must not close beyond without {@link #run}. */
    long next;

    Agenda(Desk desk, List<Tape> tapes) {
        this.desk = desk;
        this.tapes = tapes;
        this.midnight = firstMidnight();
        this.next = soonest();
    }

    private long firstMidnight() {
        long first = Long.MAX_VALUE;
        for (Tape tape : tapes) {
            if (!tape.bars.isEmpty()) {
                first = Math.min(first, tape.bars.openTime(0));
            }
        }
        return first == Long.MAX_VALUE ? first : (Math.floorDiv(first, DAY_NANOS) + 1) * DAY_NANOS;
    }

    /** The first thing of a market without bars happens then. */
    void begin(long time) {
        midnight = (Math.floorDiv(time, DAY_NANOS) + 1) * DAY_NANOS;
        next = soonest();
    }

    private long soonest() {
        long time = Math.min(midnight, desk.venue.nextTime());
        return commands.isEmpty() ? time : Math.min(time, commands.getFirst().time());
    }

    /** A command for a time; of one time in the order in which they were put. */
    void put(long time, Command command) {
        int place = commands.size();
        while (place > 0 && commands.get(place - 1).time() > time) {
            place--;
        }
        commands.add(place, new Due(time, command));
        next = soonest();
    }

    /** The first moment from there on at which no bar of any market is under way: an order decided then fills no earlier. */
    long betweenBars(long time) {
        long boundary = time;
        for (int steps = 0; steps < BOUNDARIES_MAX; steps++) {
            long before = boundary;
            for (Tape tape : tapes) {
                boundary = tape.bars.boundaryFrom(boundary);
            }
            if (boundary == before) {
                return boundary;
            }
        }
        throw new IllegalArgumentException("the bars of these markets never begin together after " + time);
    }

    /** All that is due before a bar that closes then. */
    void run(long closeTime) {
        while (closeTime > next) {
            long time = next;
            desk.reach(time);
            if (time == midnight) {
                desk.endOfDay(time);
                midnight += DAY_NANOS;
            } else if (time == desk.venue.nextTime()) {
                desk.venue.onTime(time);
                if (desk.venue.nextTime() <= time) {
                    throw new IllegalStateException("the venue's time stands still at " + time);
                }
            } else {
                desk.command(commands.removeFirst().command());
            }
            next = soonest();
        }
    }
}
