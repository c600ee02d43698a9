package io.fulmar.engine;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.RiskEvent;
import io.fulmar.execution.Consequence;
import io.fulmar.execution.OrderState;
import io.fulmar.portfolio.Position;
import io.fulmar.strategy.Fill;
import java.util.Optional;

/** What a venue's report brings about once the ledger has it: positions marked, brackets placed, seats told, people paged. */
final class Aftermath {
    private final Desk desk;
    private final Orderly orderly;
    private final Operator operator;

    Aftermath(Desk desk, Orderly orderly, Operator operator) {
        this.desk = desk;
        this.orderly = orderly;
        this.operator = operator;
    }

    void of(Event event, Consequence consequence) {
        switch (event) {
            case FillEvent.Filled fill -> filled(fill);
            case AccountEvent ignored -> desk.marks.base(desk.ledger.account().base());
            case OrderEvent.Cancelled ended -> over(ended, ended.reason());
            case OrderEvent.Rejected ended -> over(ended, ended.reason());
            case OrderEvent.NeverAccepted ended -> over(ended, ended.evidence());
            case OrderEvent.Expired ended -> over(ended, "expired");
            case OrderEvent.AmendRejected told -> orderly.brackets.refused(told.order());
            default -> {} // the order's life has it; nothing else follows
        }
        follow(event, consequence);
    }

    private void follow(Event event, Consequence consequence) {
        switch (consequence) {
            case Consequence.None ignored -> {}
            case Consequence.Halt(String reason) -> halt(event, reason);
            case Consequence.Contradiction(String reason) -> halt(event, reason);
            case Consequence.Page(String reason) -> desk.watch.page(reason);
            case Consequence.Query(String reason) -> desk.watch.page(reason);
            case Consequence.ResendCancel(String reason) -> desk.watch.page(reason);
        }
    }

    private void halt(Event event, String reason) {
        desk.watch.page(reason);
        if (event instanceof FillEvent fill) {
            desk.ledger
                    .orders
                    .state(fill.order())
                    .ifPresent(state -> desk.record(
                            new RiskEvent.InstrumentHalted(state.order().instrument(), reason)));
        }
    }

    private void over(OrderEvent ended, String reason) {
        Optional<OrderState> state = desk.ledger.orders.state(ended.order());
        if (state.isPresent()) {
            Order terms = state.get().order();
            Place place = desk.place(terms.seat());
            place.over(terms.id());
            desk.watch.ended(terms, reason);
            operator.entryOver(place, terms.id(), false);
            orderly.protection.over(place, terms, ended, reason);
        }
    }

    private void filled(FillEvent.Filled fill) {
        OrderState state = desk.ledger.orders.state(fill.order()).orElseThrow();
        Order order = state.order();
        Place place = desk.place(order.seat());
        Tape tape = place.tape;
        Position position = place.position;
        desk.marks.base(desk.ledger.account().base());
        tape.lots = desk.places().size() == 1
                ? position.lots()
                : desk.ledger.account().netLots(order.instrument());
        desk.marks.revalue(tape, fill.ticks());
        place.seat.position(position.lots(), position.averagePrice(), order.cause(), fill.ticks());
        desk.watch.filled(fill, order);
        place.out.filled(order.id(), fill.lots());
        if (state.life().terminal()) {
            place.over(order.id());
        }
        if (position.lots() == 0) {
            orderly.brackets.cancel(place);
        } else if (!order.reduceOnly()) {
            desk.watch.committed(desk.marks.live(), desk.settings.leveragePpm(), desk.commitments.gross());
            orderly.brackets.protect(place, order, fill);
        }
        operator.entryOver(place, order.id(), true);
        if (place.hearsFills) {
            place.strategy.onFill(new Fill(
                    fill.timeNanos(),
                    tape.instrument.symbol().toString(),
                    order.side(),
                    tape.priceOf(fill.ticks()),
                    tape.instrument.quantity(fill.lots()),
                    order.cause()));
        }
    }
}
