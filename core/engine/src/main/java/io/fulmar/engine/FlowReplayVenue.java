package io.fulmar.engine;

import io.fulmar.execution.Capabilities;
import io.fulmar.execution.FlowVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;
import java.util.Optional;

/** The venue of a verification between bars: its reports come when the journal says that they came. */
final class FlowReplayVenue implements FlowVenue {
    private final Lockstep record;
    private Reports reports = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };

    FlowReplayVenue(Lockstep record) {
        this.record = record;
    }

    @Override
    public void connect(Reports desk, LastPrices prices) {
        reports = desk;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL;
    }

    @Override
    public void clock(long now) {}

    @Override
    public void submit(Approved<Action.Submit> permit) {
        permit.take();
    }

    @Override
    public void amend(Approved<Action.Amend> permit) {
        permit.take();
    }

    @Override
    public void cancel(Approved<Action.Cancel> permit) {
        permit.take();
    }

    /** What follows the next decision is not known before it is made again. */
    @Override
    public long nextReport(long quiet) {
        return next().map(entry -> entry.envelope().receiveTime()).orElse(Long.MAX_VALUE);
    }

    @Override
    public long knownUntil() {
        return Long.MIN_VALUE;
    }

    @Override
    public void deliver(long time) {
        for (Optional<Lockstep.Entry> next = next();
                next.isPresent() && next.get().envelope().receiveTime() <= time;
                next = next()) {
            say(next.get());
        }
    }

    @Override
    public void end(long time) {
        for (Optional<Lockstep.Entry> next = next(); next.isPresent(); next = next()) {
            say(next.get());
        }
    }

    private Optional<Lockstep.Entry> next() {
        return record.next().filter(entry -> ReplayVenue.isReport(entry.event()));
    }

    private void say(Lockstep.Entry entry) {
        reports.report(entry.event(), entry.envelope().venueTime());
    }
}
