package io.fulmar.engine;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.portfolio.Capital;
import io.fulmar.portfolio.Sizing;
import java.util.Optional;

/** Signals that enter become orders: whether a seat may have them, of what size, and for how much of the capital. */
final class Entries {
    private final Desk desk;
    private final Orderly orderly;

    Entries(Desk desk, Orderly orderly) {
        this.desk = desk;
        this.orderly = orderly;
    }

    /** What the seat has asked for at this close. */
    void enter(Place place, Capital capital) {
        Optional<SignalEvent.Enter> wish = place.seat.takeEntry();
        if (wish.isPresent()) {
            enter(place, wish.get(), capital, groupOf(wish.get().purpose(), place));
        } else {
            fish(place, capital);
        }
    }

    private static long groupOf(SignalEvent.Purpose purpose, Place place) {
        return purpose == SignalEvent.Purpose.ADD ? place.basis.root() : 0;
    }

    /** The rungs belong together: they carry the number of the first. */
    private void fish(Place place, Capital capital) {
        long group = orderly.lastId() + 1;
        for (SignalEvent.Enter rung : place.seat.takeRungs()) {
            enter(place, rung, capital, group);
        }
    }

    private void enter(Place place, SignalEvent.Enter signal, Capital capital, long group) {
        if (desk.ledger.paused(place.seat.number())) {
            orderly.refuse(place, Refusal.REDUCING_ONLY, "the seat is paused");
            return;
        }
        Optional<String> objection = objection(place, signal, group);
        if (objection.isPresent()) {
            orderly.refuse(
                    place,
                    place.position.lots() == 0 && signal.purpose() == SignalEvent.Purpose.ADD
                            ? Refusal.NO_POSITION
                            : Refusal.IN_POSITION,
                    objection.get());
            return;
        }
        try {
            switch (size(place, signal, capital)) {
                case Sizing.Sized.None(Refusal refusal, String detail) -> orderly.refuse(place, refusal, detail);
                case Sizing.Sized.Lots(long lots) -> enter(place, signal, lots, capital, group);
            }
        } catch (ArithmeticException e) {
            orderly.refuse(place, Refusal.OVERFLOW, String.valueOf(e.getMessage()));
        }
    }

    /** Why a seat cannot have this entry beside what it has. */
    private static Optional<String> objection(Place place, SignalEvent.Enter signal, long group) {
        boolean holds = place.position.lots() != 0 && place.exitOrder == 0;
        boolean waits = place.entryOrder != 0 || place.more.size() > 0;
        boolean fits = switch (signal.purpose()) {
            case OPEN -> !holds && !waits;
            case REVERSE -> !holds && place.entryOrder == 0;
            case ADD -> holds && !waits;
            case RUNG -> !holds && place.entryOrder == 0 && (!waits || place.more.id(0) >= group);
        };
        if (fits) {
            return Optional.empty();
        }
        return Optional.of(
                signal.purpose() == SignalEvent.Purpose.ADD
                        ? "an add needs a position that is not being left, and nothing else that waits"
                        : "one position at a time; leave it first");
    }

    private Sizing.Sized size(Place place, SignalEvent.Enter signal, Capital capital) {
        long share = place.settings.sharePpm();
        long own = Exact.percentOfFloor(
                Capital.share(Math.max(0, desk.marks.equity()), share), desk.settings.leveragePpm());
        long price = decisive(signal.side(), signal.kind(), place.tape);
        boolean reverses = signal.purpose() == SignalEvent.Purpose.REVERSE;
        long leaving = reverses ? feeOfLeaving(place) : 0;
        Sizing.Means means = new Sizing.Means(
                place.tape.worth,
                Capital.share(desk.marks.equity() - leaving, share),
                Math.min(capital.free() - leaving, own),
                price,
                desk.settings.fee());
        Bracket bracket = signal.purpose() == SignalEvent.Purpose.ADD ? place.basis.bracket() : signal.bracket();
        return Sizing.size(signal.size(), signal.side(), bracket, place.tape.instrument, means);
    }

    /** What it will cost to leave the position, reckoned at the close. */
    private long feeOfLeaving(Place place) {
        return Exact.fee(Math.abs(place.position.valueAt(place.tape.reference())), desk.settings.fee());
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

    private void enter(Place place, SignalEvent.Enter signal, long lots, Capital capital, long group) {
        Order order = new Order(
                orderly.nextId(),
                place.seat.number(),
                place.tape.instrument.id(),
                signal.side(),
                lots,
                signal.kind(),
                signal.terms(),
                Cause.SIGNAL,
                group,
                signal.bracket());
        long before = place.commitment();
        if (orderly.submit(place, order, signal.reason())) {
            capital.commit(place.commitment() - before);
        }
    }
}
