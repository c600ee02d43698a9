package io.fulmar.simulation.exchange;

import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Worth;
import io.fulmar.execution.Capabilities;
import io.fulmar.execution.FlowVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.market.Book;
import io.fulmar.market.Flow;
import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simulated venue on quotes, trades and books, for one instrument. Orders and reports travel; the market is read at the venue's own
 * times, and what the desk has seen of it by then it has seen at its own.
 */
public final class FlowExchange implements FlowVenue, FlowMarket.Fills {
    private static final long NO_MARGIN_PPM = 1_000_000;

    private record Asked(Action action, long arrival) {}

    private record Told(Event event, long venueTime, long due) {}

    private final Worth worth;
    private final FlowRules rules;
    private final Book book = new Book();
    private final FlowMarket market;
    private final Admission admission;
    private final Holdings holdings;
    private final VenueNotes notes = new VenueNotes(new Executions(), new MarginLevels());
    private final List<Resident> residents = new ArrayList<>();
    private final ArrayDeque<Asked> asked = new ArrayDeque<>();
    private final ArrayDeque<Told> told = new ArrayDeque<>();
    private Reports desk = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };
    private long deskTime = Long.MIN_VALUE;
    private long lastArrival = Long.MIN_VALUE;
    private long lastDue = Long.MIN_VALUE;
    private long read = Long.MIN_VALUE;
    private long trades;

    /** The flow is complete and watched: its dark stretches are marked. */
    public FlowExchange(Instrument instrument, Flow flow, FlowRules rules) {
        this.worth = Worth.of(instrument);
        this.rules = rules;
        this.market = new FlowMarket(flow, book, rules, this);
        this.holdings = new Holdings(List.of(new Listing(instrument, ContractTerms.plain(instrument.id()))));
        this.admission = new Admission(instrument, market, holdings);
    }

    /** What it knew and a real one would not tell. */
    public VenueNotes notes() {
        return notes;
    }

    @Override
    public void connect(Reports reports, LastPrices prices) {
        desk = reports;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL;
    }

    // ---- on the way to the venue ----

    @Override
    public void clock(long now) {
        deskTime = now;
    }

    @Override
    public void submit(Approved<Action.Submit> permit) {
        send(permit.take());
    }

    @Override
    public void amend(Approved<Action.Amend> permit) {
        send(permit.take());
    }

    @Override
    public void cancel(Approved<Action.Cancel> permit) {
        send(permit.take());
    }

    private void send(Action action) {
        long arrival = Math.max(lastArrival, deskTime + rules.latency().entryNanos(deskTime));
        if (arrival < read) {
            throw new IllegalStateException("an order for " + arrival + " ns, where the venue is at " + read);
        }
        lastArrival = arrival;
        asked.add(new Asked(action, arrival));
    }

    // ---- on the way back ----

    private void tell(Event event, long venueTime) {
        long due = Math.max(lastDue, venueTime + rules.latency().responseNanos(venueTime));
        lastDue = due;
        told.add(new Told(event, venueTime, due));
    }

    @Override
    public long nextReport(long quiet) {
        long fastest = rules.latency().entryNanosMin();
        while (true) {
            long limit = told.isEmpty() ? quiet : Math.min(quiet, told.getFirst().due);
            limit = limit > Long.MAX_VALUE - fastest ? Long.MAX_VALUE : limit + fastest;
            long arrival = Math.min(asked.isEmpty() ? Long.MAX_VALUE : asked.getFirst().arrival, nextExpiry());
            if (market.run(Math.min(limit, arrival))) {
                clean();
                continue; // something was told: the desk may answer it
            }
            if (arrival > limit || arrival == Long.MAX_VALUE) {
                read = Math.max(read, limit);
                return told.isEmpty() ? Long.MAX_VALUE : told.getFirst().due;
            }
            if (nextExpiry() <= arrival) {
                expire(arrival);
            } else {
                accept(asked.removeFirst());
            }
            clean();
        }
    }

    @Override
    public long knownUntil() {
        long fastest = rules.latency().responseNanosMin();
        return read > Long.MAX_VALUE - fastest ? Long.MAX_VALUE : read + fastest;
    }

    @Override
    public void deliver(long time) {
        while (!told.isEmpty() && told.getFirst().due <= time) {
            Told one = told.removeFirst();
            desk.report(one.event, one.venueTime);
        }
    }

    // ---- at the venue ----

    private void accept(Asked request) {
        long time = request.arrival;
        switch (request.action) {
            case Action.Submit(Order order) -> submitted(order, time);
            case Action.Amend amend -> amended(amend, time);
            case Action.Cancel(long id) -> cancelled(id, time);
        }
    }

    private void submitted(Order order, long time) {
        Resident one = new Resident(order);
        String refusal = admission.refusal(one, residents.size());
        if (!refusal.isEmpty()) {
            tell(new OrderEvent.Rejected(order.id(), refusal), time);
            return;
        }
        if (!one.market()) {
            tell(new OrderEvent.Acknowledged(order.id(), ""), time);
        }
        begin(one, time);
    }

    private void begin(Resident one, long time) {
        residents.add(one);
        if (one.waiting()) {
            market.hold(one);
        } else {
            market.enter(one, time);
        }
    }

    private void amended(Action.Amend amend, long time) {
        Optional<Resident> found = find(amend.order());
        if (found.isEmpty() || amend.lots() <= found.get().filled()) {
            tell(new OrderEvent.AmendRejected(amend.order(), "no such order is working"), time);
            return;
        }
        Resident one = found.get();
        boolean keeps = amend.kind().equals(one.order().kind())
                && amend.lots() <= one.order().lots();
        tell(new OrderEvent.Amended(amend.order(), amend.lots(), amend.kind()), time);
        if (keeps) {
            one.amend(amend.lots(), amend.kind());
            return;
        }
        Resident anew = one.again(amend.lots(), amend.kind());
        one.close();
        market.sweep();
        begin(anew, time);
    }

    private void cancelled(long id, long time) {
        Optional<Resident> found = find(id);
        if (found.isEmpty()) {
            tell(new OrderEvent.CancelRejected(id, "no such order is working"), time);
            return;
        }
        cancelled(found.get(), "asked", time);
        market.sweep();
    }

    @Override
    public void cancelled(Resident order, String reason, long time) {
        tell(new OrderEvent.Cancelled(order.id(), order.filled(), reason), time);
        order.close();
    }

    private long nextExpiry() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < residents.size(); i++) {
            first = Math.min(first, residents.get(i).expiry());
        }
        return first;
    }

    private void expire(long time) {
        for (int i = 0; i < residents.size(); i++) {
            Resident one = residents.get(i);
            if (one.expiry() <= time) {
                tell(new OrderEvent.Expired(one.id(), one.filled()), time);
                one.close();
            }
        }
        market.sweep();
    }

    private Optional<Resident> find(long id) {
        return residents.stream()
                .filter(one -> one.id() == id && one.left() > 0)
                .findFirst();
    }

    private void clean() {
        residents.removeIf(one -> one.left() == 0);
    }

    @Override
    public void fill(Resident one, long shown, long reached, long ticks, long lots, boolean maker, long time) {
        Order order = one.order();
        long filling = order.reduceOnly() ? Math.min(lots, holdings.reducible(order)) : lots;
        if (filling > 0) {
            long fee = rules.fees().charge(worth.notional(filling, ticks), maker, time);
            holdings.of(order).book(order.side().sign() * filling, ticks, NO_MARGIN_PPM);
            one.fill(filling);
            notes.executions().add(order.id(), book, market.dark(), shown, reached);
            trades++;
            tell(new FillEvent.Filled(order.id(), Long.toString(trades), ticks, filling, fee, maker, time), time);
        }
        if (filling < lots) {
            cancelled(one, "reduce-only: the rest had nothing to reduce", time);
        }
    }

    @Override
    public void end(long time) {
        for (Resident one : List.copyOf(residents)) {
            if (!one.order().reduceOnly()) {
                desk.report(new OrderEvent.Cancelled(one.id(), one.filled(), "the data ended"), time);
                one.close();
            }
        }
        clean();
        market.sweep();
    }
}
