package io.fulmar.execution;

import io.fulmar.domain.Event;

/** Hears what a venue says about our orders: order events and fills. */
@FunctionalInterface
public interface Reports {
    void report(Event event, long venueTime);
}
