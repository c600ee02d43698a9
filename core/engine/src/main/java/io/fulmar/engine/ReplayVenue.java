package io.fulmar.engine;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Origin;
import io.fulmar.execution.Capabilities;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.InnerVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The venue of a verification: it says again what the journal says that it said, at the same moments. */
final class ReplayVenue implements InnerVenue {
    private final Lockstep record;

    /** When the venue did something by itself, and what that was about. */
    private final long[] times;

    private final Set<Long> settlements = new HashSet<>();
    private int nextTime;
    private Reports reports = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };

    ReplayVenue(Lockstep record) {
        this.record = record;
        TreeSet<Long> found = new TreeSet<>();
        for (Lockstep.Entry entry : record.recorded()) {
            if (entry.event() instanceof OrderEvent.Adopted adopted
                    && adopted.terms().cause() == Cause.SETTLEMENT) {
                settlements.add(adopted.order());
            }
            if (byItself(entry.event())) {
                found.add(entry.envelope().receiveTime());
            }
        }
        times = found.stream().mapToLong(Long::longValue).toArray();
    }

    /** What comes with the time and not with a bar: funding, expiry. */
    private boolean byItself(Event event) {
        return switch (event) {
            case AccountEvent.FundingSettled ignored -> true;
            case OrderEvent.Adopted adopted -> settlements.contains(adopted.order());
            case FillEvent.Filled fill -> settlements.contains(fill.order());
            default -> false;
        };
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
                next.isPresent()
                        && atOnce(next.get().event(), order)
                        && next.get().envelope().receiveTime() == record.timeOfLast();
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
                        && !byItself(next.get().event())
                        && next.get().envelope().receiveTime() < bar.closeTime();
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

    @Override
    public long nextTime() {
        return nextTime < times.length ? times[nextTime] : Long.MAX_VALUE;
    }

    @Override
    public void onTime(long time) {
        nextTime++;
        for (Optional<Lockstep.Entry> next = record.next();
                next.isPresent()
                        && (byItself(next.get().event()) || next.get().event() instanceof OrderEvent.Expired)
                        && next.get().envelope().receiveTime() <= time;
                next = record.next()) {
            say(next.get());
        }
    }

    private void say(Lockstep.Entry entry) {
        if (entry.event() instanceof OrderEvent.Adopted(Order terms, Origin origin, String evidence)) {
            reports.adopt(terms, origin, evidence, entry.envelope().venueTime());
        } else {
            reports.report(entry.event(), entry.envelope().venueTime());
        }
    }

    static boolean isReport(Event event) {
        return switch (event) {
            case FillEvent ignored -> true;
            case AccountEvent ignored -> true;
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
