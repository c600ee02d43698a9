package io.fulmar.engine;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.Command;
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
        ReplayVenue venue = new ReplayVenue(lockstep);
        try {
            Desk desk = new Desk(settings, new Journal(lockstep, stream, lockstep.epoch()), venue, tapes, trade -> {});
            seats.accept(desk);
            lockstep.commands().forEach(entry -> desk.replay(entry.envelope().receiveTime(), (Command) entry.event()));
            desk.run();
        } catch (Lockstep.Parted parted) {
            return parted.difference;
        }
        return lockstep.finish();
    }
}
