package io.fulmar.execution;

import io.fulmar.domain.Event;
import io.fulmar.domain.Order;
import io.fulmar.domain.Origin;

/** Hears what a venue says about our orders and our account. */
@FunctionalInterface
public interface Reports {
    void report(Event event, long venueTime);

    /**
     * An order of the venue's own, or of somebody else's, is on our account: gives it an id of ours, under which the venue then reports
     * it.
     */
    default long adopt(Order terms, Origin origin, String evidence, long venueTime) {
        throw new UnsupportedOperationException("nobody here takes orders that are not ours: " + terms);
    }
}
