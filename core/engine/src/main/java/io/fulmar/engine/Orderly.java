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
import io.fulmar.execution.Asking;
import io.fulmar.execution.Life;
import io.fulmar.execution.OrderState;
import io.fulmar.portfolio.Capital;
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
    private final Entries entries;
    private final Armory armory = new Armory();
    private final List<DeskSituation> situations = new ArrayList<>();
    private long lastId;
    private int refusedToday;

    Orderly(Desk desk) {
        this.desk = desk;
        this.protection = new Protection(desk, this);
        this.entries = new Entries(desk, this);
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
            entries.enter(place, capital());
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
            entries.enter(place, capital);
        }
    }

    private Capital capital() {
        return new Capital(
                desk.marks.equity(),
                desk.settings.leveragePpm(),
                Math.addExact(desk.commitments.gross(), desk.commitments.fees()));
    }

    private void leave(Place place) {
        Optional<SignalEvent.Withdraw> withdrawal = place.seat.takeWithdrawal();
        if (withdrawal.isPresent()) {
            withdraw(place, withdrawal.get().reason());
        }
        Optional<SignalEvent.Exit> exit = place.seat.takeExit();
        if (exit.isEmpty() || place.exitOrder != 0) {
            return;
        }
        if (place.position.lots() == 0) {
            refuse(place, Refusal.NO_POSITION, exit.get().reason());
            return;
        }
        close(place, exit.get().cause(), exit.get().reason());
    }

    /** Sends what closes the whole position at the market. */
    void close(Place place, Cause cause, String reason) {
        Order order = new Order(
                nextId(),
                place.seat.number(),
                place.tape.instrument.id(),
                place.position.lots() > 0 ? Side.SELL : Side.BUY,
                Math.abs(place.position.lots()),
                OrderKind.MARKET,
                Order.Terms.REDUCING,
                cause,
                0,
                Bracket.NONE);
        submit(place, order, reason);
    }

    /** Ends the entries that wait. */
    void withdraw(Place place, String reason) {
        if (place.entryOrder != 0) {
            cancel(place.entryOrder, reason);
        }
        drop(place, reason);
    }

    /** Ends the adds and rungs that wait: the last first, as the answer may come at once. */
    void drop(Place place, String reason) {
        for (int i = place.more.size() - 1; i >= 0; i--) {
            cancel(place.more.id(i), reason);
        }
    }

    void refuse(Place place, Refusal refusal, String detail) {
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

    long lastId() {
        return lastId;
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
                } else if (!place.out.begun(order)) {
                    long ticks = Entries.decisive(order.side(), order.kind(), place.tape);
                    long cost = place.tape.worth.notional(order.lots(), ticks);
                    place.entering(order, cost, Exact.fee(cost, desk.settings.fee()));
                }
            }
        }
    }

    /** Asks for an order's end, unless it is over or was asked for already. */
    void cancel(long id, String reason) {
        Optional<OrderState> state = desk.ledger.orders.state(id);
        if (state.isEmpty() || state.get().life().terminal() || state.get().cancel() == Asking.PENDING) {
            return;
        }
        if (state.get().life() == Life.ARMED) {
            armory.drop(id);
            desk.report(new OrderEvent.Cancelled(id, 0, reason), 0);
            return;
        }
        desk.record(new OrderEvent.CancelAsked(id, desk.marks.steps(), reason));
        desk.venue.cancel(desk.ledger.risk.cancel(id));
    }

    OrderState state(long id) {
        return desk.ledger.orders.state(id).orElseThrow();
    }

    Place placeOf(Order order) {
        return desk.place(order.seat());
    }

    /** Asks for other terms; says whether they could be asked for. */
    boolean amend(Place place, OrderState state, long lots, OrderKind kind) {
        if (!state.life().working() || state.amend().open()) {
            return false;
        }
        return switch (desk.ledger.risk.amend(state.order(), lots, kind, situation(place.tape))) {
            case Verdict.No<Action.Amend> ignored -> false;
            case Verdict.Pass<Action.Amend> pass -> {
                desk.record(new OrderEvent.AmendAsked(state.id(), lots, kind, desk.marks.steps()));
                desk.venue.amend(pass.permit());
                yield true;
            }
        };
    }

    /** Where an order that we hold stands by now. */
    long levelHeld(long id) {
        return armory.level(id);
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
            endHeld(place.entryOrder);
            for (int i = place.more.size() - 1; i >= 0; i--) {
                endHeld(place.more.id(i));
            }
        }
    }

    private void endHeld(long id) {
        if (desk.ledger
                .orders
                .state(id)
                .filter(state -> state.life() == Life.ARMED)
                .isPresent()) {
            cancel(id, "the data ended");
        }
    }
}
