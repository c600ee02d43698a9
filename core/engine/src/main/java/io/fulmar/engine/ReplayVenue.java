package io.fulmar.engine;

import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.OrderEvent;
import io.fulmar.execution.Capabilities;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.InnerVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;
import java.util.Optional;

/** The venue of a verification: it says again what the journal says that it said, at the same moments. */
final class ReplayVenue implements InnerVenue {
    private final Lockstep record;
    private Reports reports = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };

    ReplayVenue(Lockstep record) {
        this.record = record;
    }

    @Override
    public void connect(Reports desk, LastPrices prices) {
        reports = desk;
    }

    @Override
    public Capabilities capabilities() {
        return record.capabilities();
    }

    @Override
    public boolean waiting() {
        return record.next().filter(entry -> isReport(entry.event())).isPresent();
    }

    @Override
    public long wakesAbove() {
        return waiting() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    @Override
    public long wakesBelow() {
        return Long.MIN_VALUE;
    }

    @Override
    public void submit(Approved<Action.Submit> permit) {
        answer(permit.take().order().id());
    }

    @Override
    public void amend(Approved<Action.Amend> permit) {
        answer(permit.take().order());
    }

    @Override
    public void cancel(Approved<Action.Cancel> permit) {
        answer(permit.take().order());
    }

    /** What the venue answered before the call returned. */
    private void answer(long order) {
        for (Optional<Lockstep.Entry> next = record.next();
                next.isPresent() && atOnce(next.get().event(), order);
                next = record.next()) {
            say(next.get());
        }
    }

    private static boolean atOnce(Event event, long order) {
        return switch (event) {
            case OrderEvent.Acknowledged told -> told.order() == order;
            case OrderEvent.Rejected told -> told.order() == order;
            case OrderEvent.CancelRejected told -> told.order() == order;
            case OrderEvent.Amended told -> told.order() == order;
            case OrderEvent.AmendRejected told -> told.order() == order;
            case OrderEvent.Cancelled told -> told.order() == order;
            default -> false;
        };
    }

    @Override
    public void onBar(CurrentBar bar) {
        for (Optional<Lockstep.Entry> next = record.next();
                next.isPresent()
                        && isReport(next.get().event())
                        && next.get().envelope().receiveTime() <= bar.openTime();
                next = record.next()) {
            say(next.get());
        }
    }

    @Override
    public void end(long time) {
        for (Optional<Lockstep.Entry> next = record.next();
                next.isPresent() && isReport(next.get().event());
                next = record.next()) {
            say(next.get());
        }
    }

    private void say(Lockstep.Entry entry) {
        reports.report(entry.event(), entry.envelope().venueTime());
    }

    static boolean isReport(Event event) {
        return switch (event) {
            case FillEvent ignored -> true;
            case OrderEvent.Intended ignored -> false;
            case OrderEvent.Approved ignored -> false;
            case OrderEvent.Refused ignored -> false;
            case OrderEvent.Triggered ignored -> false;
            case OrderEvent.CancelAsked ignored -> false;
            case OrderEvent.AmendAsked ignored -> false;
            case OrderEvent ignored -> true;
            default -> false;
        };
    }
}
