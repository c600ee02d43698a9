package io.fulmar.engine;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.Command;
import io.fulmar.execution.InnerVenue;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides everything again from the journal and the market data, and compares with what was decided then, bit for bit. The venue's reports
 * come from the journal; strategies, sizing and risk are run. A difference names the first event at which the two part.
 */
public sealed interface Verification {
    /** Every event came out the same. */
    record Same(long events) implements Verification {}

    /** The first event that differs: as it was recorded, and as it comes out now. */
    record Differs(long sequence, String recorded, String decided) implements Verification {}

    /** Runs a desk against the journal. {@code seats} seats the strategies and names the data sets, as it was done then. */
    static Verification of(Log recorded, long stream, DeskSettings settings, List<Tape> tapes, Consumer<Desk> seats) {
        Lockstep lockstep = new Lockstep(recorded);
        return again(lockstep, stream, settings, new ReplayVenue(lockstep), tapes, desk -> {
            seats.accept(desk);
            lockstep.commands().forEach(entry -> desk.replay(entry.envelope().receiveTime(), (Command) entry.event()));
            desk.run();
        });
    }

    /** The same for one strategy in one market event by event. */
    static Verification of(Log recorded, long stream, DeskSettings settings, FlowTape market, Consumer<Desk> seats) {
        Lockstep lockstep = new Lockstep(recorded);
        FlowReplayVenue venue = new FlowReplayVenue(lockstep);
        return again(lockstep, stream, settings, venue, List.of(market.tape), desk -> {
            seats.accept(desk);
            lockstep.commands().forEach(entry -> desk.replay(entry.envelope().receiveTime(), (Command) entry.event()));
            new FlowRun(desk, market, venue).run(new long[0]);
        });
    }

    private static Verification again(
            Lockstep lockstep,
            long stream,
            DeskSettings settings,
            InnerVenue venue,
            List<Tape> tapes,
            Consumer<Desk> run) {
        try {
            run.accept(new Desk(settings, new Journal(lockstep, stream, lockstep.epoch()), venue, tapes, trade -> {}));
        } catch (Lockstep.Parted parted) {
            return parted.difference;
        }
        return lockstep.finish();
    }
}
