package io.fulmar.research.robustness;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.bus.Template;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * An order as a desk decided it.
 *
 * @param time what the desk knew last, UTC ns
 * @param filled the time of the last fill before it, by which a decision at a close is told from one that a fill at the next open brought
 *     about: both carry the same time where no bar is missing
 */
record Decision(long time, long filled, Order order, String reason) {

    /** All that a log holds, in order. */
    static List<Decision> all(Log log) {
        List<Decision> decisions = new ArrayList<>();
        long[] filled = {Long.MIN_VALUE};
        Journal.read(log, 1, EnumSet.of(Template.INTENDED, Template.FILLED), (envelope, event) -> {
            if (event instanceof FillEvent.Filled fill) filled[0] = Math.max(filled[0], fill.timeNanos());
            if (event instanceof OrderEvent.Intended intended) {
                decisions.add(new Decision(envelope.receiveTime(), filled[0], intended.terms(), intended.reason()));
            }
        });
        return decisions;
    }

    /** Whether it was made by the close at that time. */
    boolean by(long close) {
        return time <= close && filled < close;
    }

    /** In a few words, without the number of the order, which says nothing to people. */
    String words() {
        String why = reason.isEmpty() ? "" : " (" + reason + ")";
        return order.side() + " " + order.lots() + " lots" + why;
    }
}
