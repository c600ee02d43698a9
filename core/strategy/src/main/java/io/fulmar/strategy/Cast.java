package io.fulmar.strategy;

import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Rungs that were asked for: where they begin, how far they lie apart, and how long they wait. */
record Cast(Entry template, Side side, long from, long apart, int count, TimeInForce patience) {
    /** One for each rung, the nearest first; those that would lie below one tick are left out. */
    List<SignalEvent.Enter> signals() {
        List<SignalEvent.Enter> rungs = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            long away = Math.multiplyExact(apart, (long) i);
            long level = side == Side.BUY ? from - away : Math.addExact(from, away);
            if (level >= 1) {
                rungs.add(template.signal(new OrderKind.Limit(level), patience));
            }
        }
        return rungs;
    }
}
