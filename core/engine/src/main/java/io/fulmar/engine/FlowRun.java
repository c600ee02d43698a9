package io.fulmar.engine;

import io.fulmar.domain.Command;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.execution.FlowVenue;
import io.fulmar.market.Darkness;

/**
 * One strategy in one market, event by event. At one moment: the market's events as we hear of them, then the venue's reports, then timers.
 * A bar is over when the first event made after its end comes in.
 *
 * <p>Desk and venue stand at different moments. The venue is asked to run ahead as far as nothing that the desk may yet do can matter
 * there; up to its next report the desk then reads the market without looking back.
 */
public final class FlowRun {
    private final Desk desk;
    private final FlowTape market;
    private final FlowVenue venue;
    private final FlowOrders orders;
    private final Place place;
    private final FlowPlace seated;
    private final long[] venueTimes;
    private final long[] receiveTimes;
    private final int size;
    private final long last;
    private int event;
    private int nextDark;
    private long nextTimer;

    /** The one seat of that desk, once it is taken, in front of that market and at that venue. */
    public FlowRun(Desk desk, FlowTape market, FlowVenue venue) {
        this.desk = desk;
        this.market = market;
        this.venue = venue;
        this.orders = new FlowOrders(desk);
        this.place = desk.place(0);
        this.seated = new FlowPlace(place);
        this.venueTimes = market.flow.venueTimes();
        this.receiveTimes = market.flow.receiveTimes();
        this.size = market.flow.size();
        this.last = size == 0 ? Long.MIN_VALUE : receiveTimes[size - 1];
    }

    /** Has a command carried out at that moment, after what the market and the venue did then. To be said before the run. */
    public void command(long time, Command command) {
        desk.replay(time, command);
    }

    /** Runs all events there are; the equity at each bar's close goes into {@code closes} as far as it reaches. */
    public void run(long[] closes) {
        desk.marks.record(closes);
        place.seat.quoting().between(market.tape.instrument, market.view);
        place.out.rate(desk.settings.fee());
        if (size > 0) {
            events();
        }
        desk.end();
    }

    private void events() {
        long first = receiveTimes[0];
        desk.begin(first);
        market.barAt(venueTimes[0]);
        long period = seated.timerNanos;
        nextTimer = period == 0 ? Long.MAX_VALUE : (Math.floorDiv(first, period) + 1) * period;
        while (event < size) {
            step();
        }
        finish();
    }

    private void step() {
        long due = Math.min(Math.min(nextTimer, desk.agenda.next), nextDark());
        long quiet = Math.min(due, actsFrom());
        long report = venue.nextReport(quiet);
        long known = seated.eager() ? Math.max(quiet, venue.knownUntil()) : quiet;
        long until = Math.min(Math.min(Math.min(report, known), due), last); // after the last event nothing is due
        event = seated.runner.run(market, seated, event, until);
        if (place.seat.spokeOfOrders()) {
            decide(receiveTimes[event - 1]);
        } else if (event < size && receiveTimes[event] <= until && venueTimes[event] >= market.barEnd) {
            closeBar(receiveTimes[event], venueTimes[event]);
        } else if (report <= until) {
            deliver(report);
        } else if (due <= until) {
            timers(due);
        }
    }

    /** Before that moment only a report or a timer can make the strategy speak. */
    private long actsFrom() {
        if (seated.eager()) {
            return receiveTimes[event];
        }
        return seated.hearsBars ? Math.max(market.barEnd, receiveTimes[event]) : Long.MAX_VALUE;
    }

    private long nextDark() {
        return nextDark < market.dark.size() ? market.dark.get(nextDark).until() : Long.MAX_VALUE;
    }

    private void decide(long time) {
        if (time < place.settings.countsFrom()) {
            place.seat.hush();
            return;
        }
        reach(time);
        if (place.seat.spoke()) {
            desk.orderly.decide(place);
        }
        orders.take(place);
    }

    private void deliver(long time) {
        reach(time);
        venue.deliver(time);
        if (place.seat.spokeOfOrders()) {
            decide(time);
        }
    }

    /** All that follows happens then. */
    private void reach(long time) {
        desk.reach(time);
        market.refer(time);
        venue.clock(time);
    }

    private void timers(long time) {
        reach(time);
        if (desk.agenda.next == time) {
            desk.agenda.run(time + 1);
        }
        while (nextDark() == time) {
            Darkness dark = market.dark.get(nextDark++);
            gap(new MarketDataEvent.Gap(market.tape.instrument.id(), dark.from(), dark.until(), dark.reason()));
        }
        if (nextTimer == time) {
            nextTimer += seated.timerNanos;
            if (seated.asked()) {
                look();
                seated.runner.timer(seated, time);
                if (place.seat.spokeOfOrders()) {
                    decide(time);
                }
            }
        }
    }

    private void gap(MarketDataEvent.Gap gap) {
        desk.watch.gap();
        desk.record(gap);
        desk.orderly.record(desk.ledger.risk.onGap(gap));
    }

    /** The first event made after the running bar's end has come in. */
    private void closeBar(long time, long made) {
        boolean traded = market.building.finish();
        market.barAt(made);
        if (!traded) {
            return;
        }
        Tape tape = market.tape;
        int bar = tape.bars.size() - 1;
        tape.advance(bar);
        place.warm(bar, bar + 1);
        tape.moveTo(bar);
        reach(time);
        mark();
        desk.watchBar(tape);
        desk.orderly.protection.retry(tape);
        if (bar >= place.firstDecision && seated.hearsBars) {
            look();
            seated.runner.bar(seated);
            if (place.seat.spokeOfOrders()) {
                decide(time);
            }
        }
    }

    /** The view of the book tells the times of the last event that was shown. */
    private void look() {
        if (event > 0) {
            market.view.moveTo(venueTimes[event - 1], receiveTimes[event - 1]);
        }
    }

    private void mark() {
        desk.marks.mark(market.tape);
        desk.marks.step();
    }

    /** No event follows: the reports that are on their way come in, the last bar is marked though it is not over. */
    private void finish() {
        desk.reach(last);
        for (long report = venue.nextReport(Long.MAX_VALUE);
                report != Long.MAX_VALUE;
                report = venue.nextReport(Long.MAX_VALUE)) {
            reach(report);
            venue.deliver(report);
            place.seat.hush();
        }
        if (market.building.finish()) {
            int bar = market.tape.bars.size() - 1;
            market.tape.advance(bar);
            market.tape.moveTo(bar);
            mark();
        }
    }
}
