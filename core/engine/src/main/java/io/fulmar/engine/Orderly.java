package io.fulmar.engine;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.execution.Life;
import io.fulmar.portfolio.Capital;
import io.fulmar.portfolio.Sizing;
import io.fulmar.risk.Action;
import io.fulmar.risk.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From signals to orders: sizes them, has them judged, journals and sends them; keeps the triggers that we hold. */
final class Orderly {
    private static final int REFUSALS_JOURNALED_A_DAY_MAX = 1_000;

    private final Desk desk;
    final Brackets brackets = new Brackets(this);
    final Protection protection;
    private final Armory armory = new Armory();
    private final List<DeskSituation> situations = new ArrayList<>();
    private long lastId;
    private int refusedToday;

    Orderly(Desk desk) {
        this.desk = desk;
        this.protection = new Protection(desk, this);
    }

    DeskSituation situation(Tape tape) {
        for (int i = 0; i < situations.size(); i++) {
            if (situations.get(i).tape() == tape) {
                return situations.get(i);
            }
        }
        DeskSituation situation = new DeskSituation(desk, tape);
        situations.add(situation);
        return situation;
    }

    void record(List<RiskEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            desk.record(events.get(i));
        }
    }

    // ---- signals ----

    void decide(Place place) {
        leave(place);
        if (place.seat.spoke()) {
            enter(place, capital());
        }
    }

    void decide(List<Place> spoke) {
        for (Place place : spoke) {
            leave(place);
        }
        List<Place> byPriority = new ArrayList<>(spoke);
        byPriority.sort(Comparator.comparingInt(place -> place.settings.priority()));
        Capital capital = capital();
        for (Place place : byPriority) {
            enter(place, capital);
        }
    }

    private Capital capital() {
        return new Capital(
                desk.marks.equity(), desk.settings.leveragePpm(), Math.addExact(desk.committed(), desk.reserved()));
    }

    private void leave(Place place) {
        Optional<SignalEvent.Withdraw> withdrawal = place.seat.takeWithdrawal();
        if (withdrawal.isPresent() && place.entryOrder != 0) {
            cancel(place.entryOrder, withdrawal.get().reason());
        }
        Optional<SignalEvent.Exit> exit = place.seat.takeExit();
        if (exit.isEmpty() || place.exitOrder != 0) {
            return;
        }
        if (place.position.lots() == 0) {
            refuse(place, Refusal.NO_POSITION, exit.get().reason());
            return;
        }
        Order order = new Order(
                nextId(),
                place.seat.number(),
                place.tape.instrument.id(),
                place.closing(),
                Math.abs(place.position.lots()),
                OrderKind.MARKET,
                Order.Terms.REDUCING,
                exit.get().cause(),
                0,
                Bracket.NONE);
        submit(place, order, exit.get().reason());
    }

    private void enter(Place place, Capital capital) {
        Optional<SignalEvent.Enter> wish = place.seat.takeEntry();
        if (wish.isEmpty()) {
            return;
        }
        SignalEvent.Enter signal = wish.get();
        boolean paused = desk.ledger.paused(place.seat.number());
        if (paused || place.entryOrder != 0 || (place.position.lots() != 0 && place.exitOrder == 0)) {
            String why = paused ? "the seat is paused" : "one position at a time; leave it first";
            refuse(place, paused ? Refusal.REDUCING_ONLY : Refusal.IN_POSITION, why);
            return;
        }
        try {
            switch (size(place, signal, capital)) {
                case Sizing.Sized.None(Refusal refusal, String detail) -> refuse(place, refusal, detail);
                case Sizing.Sized.Lots(long lots) -> enter(place, signal, lots, capital);
            }
        } catch (ArithmeticException e) {
            refuse(place, Refusal.OVERFLOW, String.valueOf(e.getMessage()));
        }
    }

    private Sizing.Sized size(Place place, SignalEvent.Enter signal, Capital capital) {
        long share = place.settings.sharePpm();
        long own = Exact.percentOfFloor(
                Capital.share(Math.max(0, desk.marks.equity()), share), desk.settings.leveragePpm());
        long price = decisive(signal.side(), signal.kind(), place.tape);
        Sizing.Means means = new Sizing.Means(
                place.tape.worth,
                Capital.share(desk.marks.equity(), share),
                Math.min(capital.free(), own),
                price,
                desk.settings.fee());
        return Sizing.size(signal.size(), signal.side(), signal.bracket(), place.tape.instrument, means);
    }

    /** The price an entry is reckoned with: the dearest that its own terms and the close allow. */
    static long decisive(Side side, OrderKind kind, Tape tape) {
        long close = tape.reference();
        return switch (kind) {
            case OrderKind.Market ignored -> close;
            case OrderKind.Limit(long ticks) -> side == Side.BUY ? ticks : tape.worth.dearer(ticks, close);
            case OrderKind.Stop(long trigger) -> tape.worth.dearer(trigger, close);
            case OrderKind.StopLimit(long trigger, long limit) -> tape.worth.dearer(trigger, limit);
            case OrderKind.TakeProfit(long trigger) -> tape.worth.dearer(trigger, close);
            case OrderKind.TrailingStop ignored -> close;
        };
    }

    private void enter(Place place, SignalEvent.Enter signal, long lots, Capital capital) {
        Order order = new Order(
                nextId(),
                place.seat.number(),
                place.tape.instrument.id(),
                signal.side(),
                lots,
                signal.kind(),
                signal.terms(),
                Cause.SIGNAL,
                0,
                signal.bracket());
        long before = place.commitment();
        if (submit(place, order, signal.reason())) {
            capital.commit(place.commitment() - before);
        }
    }

    private void refuse(Place place, Refusal refusal, String detail) {
        desk.watch.refused(refusal);
        // a strategy that asks in vain at every bar fills no journal: beyond so many a day the rest are only counted
        if (refusedToday++ < REFUSALS_JOURNALED_A_DAY_MAX) {
            desk.record(new RiskEvent.SignalRefused(place.seat.number(), place.tape.instrument.id(), refusal, detail));
        }
    }

    /** A new day. */
    void midnight() {
        refusedToday = 0;
    }

    // ---- orders ----

    long nextId() {
        return ++lastId;
    }

    /** Journals the intent, has it judged, sends it. The venue may answer before this returns. */
    boolean submit(Place place, Order order, String reason) {
        DeskSituation situation = situation(place.tape);
        return switch (desk.ledger.risk.submit(order, situation)) {
            case Verdict.No<Action.Submit>(Refusal refusal, String detail) -> {
                desk.watch.refused(refusal);
                desk.record(new OrderEvent.Intended(order, desk.marks.steps(), reason));
                desk.record(new OrderEvent.Refused(order.id(), refusal, detail));
                place.over(order.id());
                yield false;
            }
            case Verdict.Pass<Action.Submit> pass -> {
                boolean armed = !desk.venue.capabilities().holds(order.kind());
                OrderEvent.Approval approval = armed ? OrderEvent.Approval.ARMED : OrderEvent.Approval.SENT;
                desk.record(new OrderEvent.Intended(order, desk.marks.steps(), reason, approval));
                wait(place, order);
                if (armed) {
                    armory.hold(order);
                } else {
                    desk.venue.submit(pass.permit());
                }
                yield true;
            }
        };
    }

    private void wait(Place place, Order order) {
        switch (order.cause()) {
            case STOP -> place.stopOrder = order.id();
            case TRAIL -> place.trailOrder = order.id();
            case TARGET -> place.targetOrder = order.id();
            case SIGNAL, TIME, OPERATOR, LIQUIDATION, SETTLEMENT -> {
                if (order.reduceOnly()) {
                    place.exitOrder = order.id();
                } else if (place.out.begun(order)) {
                    place.reckon(desk.settings.fee());
                } else {
                    place.entryOrder = order.id();
                    long ticks = decisive(order.side(), order.kind(), place.tape);
                    place.entryCost = place.tape.worth.notional(order.lots(), ticks);
                    place.entryFee = Exact.fee(place.entryCost, desk.settings.fee());
                    place.seat.waiting(1);
                }
            }
        }
    }

    void cancel(long id, String reason) {
        Optional<Life> life = desk.ledger.orders.state(id).map(state -> state.life());
        if (life.isEmpty() || life.get().terminal()) {
            return;
        }
        if (life.get() == Life.ARMED) {
            armory.drop(id);
            desk.report(new OrderEvent.Cancelled(id, 0, reason), 0);
            return;
        }
        desk.record(new OrderEvent.CancelAsked(id, desk.marks.steps(), reason));
        desk.venue.cancel(desk.ledger.risk.cancel(id));
    }

    // ---- triggers that we hold ----

    boolean holding() {
        return !armory.isEmpty() || protection.pending();
    }

    /** The desk has seen the bar: what it touched is approved once more and sent, to fill at the next open. */
    void trigger(Tape tape) {
        protection.retry(tape);
        for (Order order : armory.expired(tape)) {
            desk.report(new OrderEvent.Expired(order.id(), 0), tape.openTime());
        }
        for (Order order : armory.touched(tape)) {
            Order sent = order.withKind(Armory.sent(order.kind()));
            switch (desk.ledger.risk.trigger(sent, situation(tape))) {
                case Verdict.Pass<Action.Submit> pass -> {
                    armory.drop(order.id());
                    desk.record(new OrderEvent.Triggered(order.id(), desk.marks.steps()));
                    desk.venue.submit(pass.permit());
                }
                case Verdict.No<Action.Submit>(Refusal refusal, String detail) -> stayArmed(order, refusal, detail);
            }
        }
        armory.trail(tape);
    }

    private void stayArmed(Order order, Refusal refusal, String detail) {
        desk.watch.refused(refusal);
        if (refusedToday++ < REFUSALS_JOURNALED_A_DAY_MAX) {
            desk.report(new OrderEvent.Refused(order.id(), refusal, detail), 0);
        }
    }

    /** The data has ended: entries that we hold can no longer be touched. */
    void end() {
        for (Place place : desk.places()) {
            long id = place.entryOrder;
            if (desk.ledger
                    .orders
                    .state(id)
                    .filter(state -> state.life() == Life.ARMED)
                    .isPresent()) {
                cancel(id, "the data ended");
            }
        }
    }
}
