package io.fulmar.bus;

import io.fulmar.domain.Event;
import java.util.function.Consumer;

/** Everything from outside enters a desk here, in one order: market data, reports, timers, commands. One desk takes. */
public interface Inbox {
    /** Whether there was room. Who is refused must say so where it hurts: a feed records a gap, a gateway asks the venue again. */
    boolean offer(Arrival arrival);

    /** Hands over at most {@code limit} arrivals in their order and tells how many. */
    int drain(Consumer<Arrival> desk, int limit);

    int capacity();

    /** An event as it came in; times in UTC nanoseconds. */
    record Arrival(Event event, long venueTime, long receiveTime) {}
}
