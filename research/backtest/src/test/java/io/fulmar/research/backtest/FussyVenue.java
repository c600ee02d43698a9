package io.fulmar.research.backtest;

import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.execution.Capabilities;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.InnerVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A venue that does not take certain orders, ends others unasked when their bar comes, and may look at cancels after the bar. */
final class FussyVenue implements InnerVenue {
    static final String REASON = "no room for it";

    private final InnerVenue venue;
    private final Predicate<Order> refuses;
    private final Predicate<Order> drops;
    private final List<Approved<Action.Submit>> dropped = new ArrayList<>();
    private final List<Approved<Action.Cancel>> cancels = new ArrayList<>();
    boolean slow;
    private Reports desk = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };

    FussyVenue(InnerVenue venue, Predicate<Order> refuses, Predicate<Order> drops) {
        this.venue = venue;
        this.refuses = refuses;
        this.drops = drops;
    }

    @Override
    public void connect(Reports reports, LastPrices prices) {
        desk = reports;
        venue.connect(reports, prices);
    }

    @Override
    public void submit(Approved<Action.Submit> permit) {
        Order order = permit.peek().order();
        if (refuses.test(order)) {
            permit.take();
            desk.report(new OrderEvent.Rejected(order.id(), REASON), 0);
        } else if (drops.test(order)) {
            dropped.add(permit);
            desk.report(new OrderEvent.Acknowledged(order.id(), ""), 0);
        } else {
            venue.submit(permit);
        }
    }

    @Override
    public void onBar(CurrentBar bar) {
        venue.onBar(bar);
        List<Approved<Action.Cancel>> late = List.copyOf(cancels);
        cancels.clear();
        late.forEach(venue::cancel);
        List<Approved<Action.Submit>> over = List.copyOf(dropped);
        dropped.clear();
        for (Approved<Action.Submit> permit : over) {
            desk.report(new OrderEvent.Cancelled(permit.take().order().id(), 0, REASON), bar.openTime());
        }
    }

    @Override
    public Capabilities capabilities() {
        return venue.capabilities();
    }

    @Override
    public void amend(Approved<Action.Amend> permit) {
        venue.amend(permit);
    }

    @Override
    public void cancel(Approved<Action.Cancel> permit) {
        if (slow) {
            cancels.add(permit);
        } else {
            venue.cancel(permit);
        }
    }

    @Override
    public boolean waiting() {
        return !dropped.isEmpty() || venue.waiting();
    }

    @Override
    public long wakesAbove() {
        return dropped.isEmpty() ? venue.wakesAbove() : Long.MIN_VALUE;
    }

    @Override
    public long wakesBelow() {
        return venue.wakesBelow();
    }

    @Override
    public void end(long time) {
        venue.end(time);
    }
}
