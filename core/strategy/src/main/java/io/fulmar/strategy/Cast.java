package io.fulmar.strategy;

import io.fulmar.domain.Distance;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.Size;
import io.fulmar.domain.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Rungs that were asked for: where they begin, how far they lie apart, and how long they wait. */
record Cast(Entry template, Side side, long from, long apart, int count, TimeInForce patience) {
    /** From the price of the seat's last exit, the same way as the position that ended. */
    static Cast from(Exits exits, Seat seat, Size size, Rungs rungs, Distance apart) {
        if (!exits.any()) {
            throw new IllegalStateException("fish(...) follows an exit, and no position has ended yet");
        }
        if (!apart.present()) {
            rungs.requireApart();
        }
        long from = exits.ticks();
        Entry wish = new Entry(seat, exits.side(), size.part(rungs.count()), SignalEvent.Purpose.RUNG);
        TimeInForce patience = patience(seat, rungs.within());
        return new Cast(wish, exits.side(), from, apart.ticksAt(from), rungs.count(), patience);
    }

    private static TimeInForce patience(Seat seat, Plan.Rest rest) {
        return switch (rest) {
            case Plan.Rest.Bars(int bars) ->
                bars == 0 ? TimeInForce.GTC : new TimeInForce.GoodTilDate(seat.timeAfter(bars));
            case Plan.Rest.Time(long nanos) -> new TimeInForce.GoodTilDate(Math.addExact(seat.timeAfter(0), nanos));
        };
    }

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
