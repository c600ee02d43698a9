package io.fulmar.engine;

import io.fulmar.bus.Journal;
import io.fulmar.domain.Command;
import io.fulmar.domain.Event;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.Origin;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.TimerEvent;
import io.fulmar.execution.Consequence;
import io.fulmar.execution.InnerVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.portfolio.Trades;
import io.fulmar.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

/**
 * One account's deterministic engine: market in, strategies asked, signals sized and judged, orders out, facts journaled. The single
 * writer of that account; whoever calls it is its thread.
 *
 * <p>Every fact is appended to the journal and folded into the {@link Ledger}; nothing else changes what the desk knows. Within a bar:
 * timers, then the venue (fills), then the mark at the close, then the strategies.
 */
public final class Desk implements Reports, LastPrices {
    final DeskSettings settings;
    final InnerVenue venue;
    final Ledger ledger;
    final Watch watch;
    final Marks marks;
    private final Journal journal;
    final Orderly orderly;
    private final Operator operator;
    private final Aftermath aftermath;
    final Agenda agenda;
    private final boolean watchesBars;
    private final List<Tape> tapes;
    private final List<Place> places = new ArrayList<>();
    final Commitments commitments = new Commitments(places);

    private long now = Long.MIN_VALUE;

    public Desk(DeskSettings settings, Journal journal, InnerVenue venue, List<Tape> tapes, Trades trades) {
        this.settings = settings;
        this.journal = journal;
        this.venue = venue;
        this.tapes = List.copyOf(tapes);
        this.ledger = new Ledger(settings.limits(), trades);
        this.watch = new Watch();
        this.marks = new Marks(settings.cash());
        this.orderly = new Orderly(this);
        this.operator = new Operator(this, orderly);
        this.aftermath = new Aftermath(this, orderly, operator);
        this.agenda = new Agenda(this, this.tapes);
        this.watchesBars = ledger.risk.watchesBars();
        if (tapes.stream().map(tape -> tape.instrument.id()).distinct().count() < tapes.size()) {
            throw new IllegalArgumentException(
                    "two markets of one instrument: a desk reads each once, in the finest timeframe that a seat needs");
        }
        venue.connect(this, this);
        record(new RunEvent.AccountOpened(
                settings.currency().code(), settings.currency().digits(), settings.cash(), settings.leveragePpm()));
        for (Tape tape : this.tapes) {
            tape.columns.neighbours().are(this.tapes);
            record(new RunEvent.InstrumentListed(tape.instrument));
        }
        if (!settings.terms().equals(DeskSettings.PLAIN)) {
            record(settings.terms());
        }
        marks.base(ledger.account().base());
    }

    // ---- who sits here ----

    /**
     * Seats a strategy: in its market, then in each other market that it named, and in hedge mode in all of them once more, for its shorts.
     * All seats are taken before the first bar is run.
     */
    public Strategy<?> seat(Class<?> type, Record parameters, Tape tape, SeatSettings seating) {
        return new Seating(this, type, parameters, seating).at(tape, tapes);
    }

    /** Market data by reference: the journal names it, recovery and verification find it again. */
    public void dataSet(Tape tape, String hash) {
        int bars = tape.bars.size();
        record(new RunEvent.DataSet(
                tape.instrument.id(),
                tape.bars.timeframe(),
                hash,
                bars == 0 ? 0 : tape.bars.openTime(0),
                bars == 0 ? 0 : tape.bars.closeTime(bars - 1),
                bars));
    }

    // ---- the run ----

    /** Runs all bars there are, and forgets the equity at each step's close. */
    public void run() {
        run(new long[0]);
    }

    /** Runs all bars there are; the equity at each step's close goes into {@code closes}, which has a place for each. */
    public void run(long[] closes) {
        marks.record(closes);
        if (tapes.size() == 1 && places.size() == 1) {
            new Alone(this, places.get(0)).run();
        } else {
            new Merge(this, tapes, places).run();
        }
        for (Tape tape : tapes) {
            now = tape.bars.isEmpty() ? now : Math.max(now, tape.bars.closeTime(tape.bars.size() - 1));
        }
        end();
    }

    /** The data has ended. */
    void end() {
        orderly.protection.rest();
        orderly.end();
        venue.end(now);
        marks.ended();
    }

    /** The first thing of a market without bars happens then. */
    void begin(long time) {
        reach(time);
        agenda.begin(time);
    }

    /** Bars below this high need no look from the venue or the risk room. */
    long wakesAbove() {
        return watchesBars || orderly.holding() ? Long.MIN_VALUE : venue.wakesAbove();
    }

    long wakesBelow() {
        return venue.wakesBelow();
    }

    /** Whether some order waits for the market. */
    boolean waiting() {
        return venue.waiting() || orderly.holding();
    }

    /** Lets the orders that wait see the bar. */
    void match(Tape tape) {
        now = Math.max(now, tape.openTime());
        if (venue.waiting()) {
            venue.onBar(tape);
        }
        if (orderly.holding()) {
            now = Math.max(now, tape.closeTime()); // what we hold is looked at when the bar is known
            orderly.trigger(tape);
        }
    }

    boolean watchesBars() {
        return watchesBars;
    }

    /** Lets the risk room see the bar, if any of its controls watch the market. */
    void watchBar(Tape tape) {
        if (watchesBars) {
            now = Math.max(now, tape.closeTime());
            if (ledger.risk.nextTimer() <= now) {
                orderly.record(ledger.risk.onTimer(now));
            }
            orderly.record(
                    ledger.risk.onBar(orderly.situation(tape), tape.open(), tape.high(), tape.low(), tape.close()));
        }
    }

    /** That moment has come. */
    void reach(long time) {
        now = Math.max(now, time);
    }

    void endOfDay(long midnight) {
        record(new TimerEvent.DayRolled(midnight, marks.equity()));
        orderly.record(ledger.risk.onTimer(midnight));
        orderly.midnight();
    }

    // ---- a person ----

    /** Carries a command out now, between two bars. One that was carried out before, by its key, does nothing. */
    public void command(Command command) {
        operator.act(command);
    }

    /** Has a command carried out at the first moment from that time on at which no bar is under way. */
    public void command(long time, Command command) {
        replay(agenda.betweenBars(time), command);
    }

    /** The same before the first bar that closes later, as it was journaled. */
    void replay(long time, Command command) {
        agenda.put(time, command);
    }

    /** A strategy alone has spoken. */
    void decide(Place place, int bar) {
        if (bar >= place.countsFrom) {
            now = Math.max(now, place.tape.closeTime());
            orderly.decide(place);
        } else {
            place.seat.hush();
        }
    }

    /** Several have, at one moment: exits first, then entries by priority over what capital there is. */
    void decide(List<Place> spoke, long time) {
        now = Math.max(now, time);
        orderly.decide(spoke);
    }

    // ---- facts ----

    /** Appends a fact and folds it in. */
    void record(Event event) {
        record(event, now == Long.MIN_VALUE ? 0 : now);
    }

    private Consequence record(Event event, long venueTime) {
        long time = now == Long.MIN_VALUE ? 0 : now;
        journal.append(event, venueTime, time, 0);
        Consequence consequence = ledger.apply(event, time, marks.equity());
        List<RiskEvent> raised = ledger.takeRaised();
        for (int i = 0; i < raised.size(); i++) {
            record(raised.get(i), time);
        }
        return consequence;
    }

    @Override
    public void report(Event event, long venueTime) {
        Consequence consequence = record(event, venueTime == 0 ? now : venueTime);
        aftermath.of(event, consequence);
    }

    @Override
    public long adopt(Order found, Origin origin, String evidence, long venueTime) {
        Order order = found.withId(orderly.nextId());
        report(new OrderEvent.Adopted(order, origin, evidence), venueTime);
        return order.id();
    }

    // ---- what the rest of the engine asks ----

    @Override
    public long lastTicks(long instrument) {
        for (Tape tape : tapes) {
            if (tape.instrument.id() == instrument) {
                return tape.priced() ? tape.reference() : 0;
            }
        }
        return 0;
    }

    long now() {
        return now;
    }

    /** At the last mark. */
    public long equity() {
        return marks.equity();
    }

    List<Place> places() {
        return places;
    }

    Place place(int seat) {
        return places.get(seat);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** What this run's report should mention. */
    public Watch watch() {
        return watch;
    }

    /** Whether each seat's series ever all had a value. */
    public boolean warm(int seat) {
        return places.get(seat).warm();
    }

    /** How far the seat's strategy has come: for whoever watches that it makes progress. */
    public long progress() {
        long bars = 0;
        for (int i = 0; i < tapes.size(); i++) {
            bars += tapes.get(i).at();
        }
        return bars;
    }
}
