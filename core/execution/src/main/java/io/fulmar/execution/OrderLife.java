package io.fulmar.execution;

import io.fulmar.domain.FillEvent;
import io.fulmar.domain.FillEvent.Busted;
import io.fulmar.domain.FillEvent.Filled;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.Adopted;
import io.fulmar.domain.OrderEvent.AmendAsked;
import io.fulmar.domain.OrderEvent.AmendRejected;
import io.fulmar.domain.OrderEvent.AmendUnanswered;
import io.fulmar.domain.OrderEvent.Amended;
import io.fulmar.domain.OrderEvent.Approved;
import io.fulmar.domain.OrderEvent.CancelAsked;
import io.fulmar.domain.OrderEvent.CancelRejected;
import io.fulmar.domain.OrderEvent.CancelUnanswered;
import io.fulmar.domain.OrderEvent.Cancelled;
import io.fulmar.domain.OrderEvent.Expired;
import io.fulmar.domain.OrderEvent.Intended;
import io.fulmar.domain.OrderEvent.NeverAccepted;
import io.fulmar.domain.OrderEvent.OutcomeUnknown;
import io.fulmar.domain.OrderEvent.Refused;
import io.fulmar.domain.OrderEvent.Rejected;
import io.fulmar.domain.OrderEvent.Triggered;

/**
 * The life of an order as a pure function: a state and an event give the next state and what it calls for.
 *
 * <p>What we do ourselves must fit the order's life, else it is an {@link IllegalOrderCommand}. What the venue reports is taken as it
 * comes: money is booked in every state, an ending is believed once the trades up to its total are booked, and what cannot follow from
 * what we know is a contradiction. Three things are evidence only, because on a real wire they overtake each other without anything
 * being wrong: a late acknowledgement; silence, which claims nothing; and what a venue answers or repeats about an order that has ended.
 */
public final class OrderLife {
    private OrderLife() {}

    /** Where an order's life begins. */
    public static OrderState begin(Intended intended) {
        var pending = OrderState.pending(intended.terms());
        return switch (intended.approval()) {
            case AWAITED -> pending;
            case ARMED -> pending.live(Life.ARMED);
            case SENT -> pending.live(Life.SUBMITTED);
        };
    }

    /** An order that is not ours begins where the venue has it. */
    static OrderState begin(Adopted adopted) {
        return OrderState.pending(adopted.terms()).live(Life.ACKNOWLEDGED);
    }

    public static Step next(OrderState state, OrderEvent event) {
        return switch (event) {
            case Intended _ -> throw illegal(state, "intended again");
            case Adopted _ -> throw illegal(state, "adopted: it is known");
            case Approved approved -> approved(state, approved);
            case Acknowledged acknowledged -> acknowledged(state, acknowledged);
            case Refused _ -> refused(state);
            case Triggered _ -> triggered(state);
            case CancelAsked _ -> cancelAsked(state);
            case AmendAsked asked -> amendAsked(state, asked);
            case Rejected _ -> rejected(state);
            case Cancelled cancelled -> over(state, Life.CANCELLED, cancelled.filledLots());
            case Expired expired -> over(state, Life.EXPIRED, expired.filledLots());
            case CancelRejected _ -> cancelRejected(state);
            case CancelUnanswered _ -> cancelUnanswered(state);
            case Amended amended -> amended(state, amended);
            case AmendRejected _ -> amendRejected(state);
            case AmendUnanswered _ -> amendUnanswered(state);
            case OutcomeUnknown _ -> outcomeUnknown(state);
            case NeverAccepted _ -> neverAccepted(state);
        };
    }

    public static Step next(OrderState state, FillEvent event) {
        return switch (event) {
            case Filled fill -> filled(state, fill.lots());
            case Busted bust -> busted(state, bust.lots());
        };
    }

    /** What an event calls for whose order we do not know, or have forgotten. */
    static Consequence stranger(OrderEvent event) {
        return switch (event) {
            case Intended _,
                    Adopted _,
                    Approved _,
                    Refused _,
                    Triggered _,
                    CancelAsked _,
                    AmendAsked _,
                    NeverAccepted _ ->
                throw new IllegalOrderCommand("order " + event.order() + " is not known: " + event);
            case CancelUnanswered _, AmendUnanswered _, OutcomeUnknown _ -> Consequence.NONE;
            case Acknowledged _, Rejected _, Cancelled _, Expired _, CancelRejected _, Amended _, AmendRejected _ ->
                new Consequence.Contradiction("a report about order " + event.order() + ", which is not known");
        };
    }

    static Consequence stranger(FillEvent event) {
        return new Consequence.Contradiction("a trade of order " + event.order() + ", which is not known");
    }

    // ---- what we do ----

    private static Step approved(OrderState state, Approved approved) {
        require(state, state.life() == Life.PENDING, "approved");
        return Step.to(state.live(approved.armed() ? Life.ARMED : Life.SUBMITTED));
    }

    private static Step refused(OrderState state) {
        require(state, state.life().local(), "refused");
        return state.life() == Life.PENDING
                ? Step.to(state.ended(Life.REFUSED))
                : Step.page(state, "an order was refused when its trigger was touched, and stays armed");
    }

    private static Step triggered(OrderState state) {
        require(state, state.life() == Life.ARMED, "triggered");
        return Step.to(state.live(Life.SUBMITTED));
    }

    private static Step cancelAsked(OrderState state) {
        if (state.life().local()) {
            return Step.to(state.ended(Life.CANCELLED));
        }
        require(state, state.life().out() && state.cancel() != Asking.PENDING, "asked to be cancelled");
        return Step.to(state.cancelling(Asking.PENDING));
    }

    private static Step amendAsked(OrderState state, AmendAsked asked) {
        boolean fits = state.life().working() && !state.amend().open() && asked.lots() > state.filledLots();
        require(state, fits, "asked to be amended to " + asked.lots() + " lots");
        return Step.to(state.amending(Asking.PENDING, asked.lots()));
    }

    private static Step neverAccepted(OrderState state) {
        require(state, state.life() == Life.UNKNOWN, "proved never accepted");
        return Step.to(state.ended(Life.NEVER_ACCEPTED));
    }

    // ---- what the venue reports ----

    private static Step acknowledged(OrderState state, Acknowledged acknowledged) {
        boolean first = state.life() == Life.SUBMITTED || state.life() == Life.UNKNOWN;
        boolean named = !first && !state.venueOrder().isEmpty();
        var next = named ? state : state.known(first ? Life.ACKNOWLEDGED : state.life(), acknowledged.venueOrder());
        return state.life() == Life.NEVER_ACCEPTED
                ? Step.page(next, "the venue has an order that was proved never to have reached it")
                : Step.to(next);
    }

    private static Step rejected(OrderState state) {
        return state.life() == Life.SUBMITTED || state.life() == Life.UNKNOWN
                ? Step.to(state.ended(Life.REJECTED))
                : Step.contradiction(state, "rejected by the venue after it was " + state.life());
    }

    private static Step over(OrderState state, Life end, long total) {
        if (state.life() == end && total == state.filledLots()) {
            return Step.to(state);
        }
        if (state.life().terminal() || total < state.filledLots() || total > state.orderedLots()) {
            return Step.contradiction(
                    state,
                    end + " with " + total + " lots filled, but it is " + state.life() + " with " + state.filledLots()
                            + " of " + state.orderedLots());
        }
        if (total == state.filledLots()) {
            return Step.to(state.ended(end));
        }
        return state.life().local()
                ? Step.contradiction(state, end + " with " + total + " lots filled, but it never left")
                : Step.query(state.closing(new Closing(end, total)), "ended with trades that we have not seen");
    }

    private static Step cancelRejected(OrderState state) {
        if (state.cancel().open()) {
            return Step.query(state.cancelling(Asking.NONE), "the venue would not cancel");
        }
        return state.life().terminal()
                ? Step.to(state)
                : Step.contradiction(state, "a cancel was rejected that nobody had asked for");
    }

    private static Step amended(OrderState state, Amended amended) {
        if (!state.life().working() || amended.lots() <= 0 || amended.lots() < state.filledLots()) {
            return Step.contradiction(
                    state,
                    "amended to " + amended.lots() + " lots, but it is " + state.life() + " with " + state.filledLots()
                            + " filled");
        }
        return Step.to(completed(state.amended(terms(state.order(), amended))));
    }

    private static Order terms(Order order, Amended amended) {
        return order.withLots(amended.lots()).withKind(amended.kind());
    }

    private static Step amendRejected(OrderState state) {
        if (state.amend().open()) {
            return Step.to(completed(state.amending(Asking.NONE, state.order().lots())));
        }
        return state.life().terminal()
                ? Step.to(state)
                : Step.contradiction(state, "an amend was rejected that nobody had asked for");
    }

    /** Once no amend is open, an order whose lots are all filled is over. */
    private static OrderState completed(OrderState state) {
        return state.filledLots() == state.order().lots() ? state.ended(Life.FILLED) : state;
    }

    private static Step filled(OrderState state, long lots) {
        if (lots <= 0) {
            return Step.contradiction(state, "a trade of " + lots + " lots");
        }
        long total = Math.addExact(state.filledLots(), lots);
        var booked = state.filled(total);
        if (total > state.orderedLots()) {
            return Step.halt(booked.ended(Life.FILLED), "more was filled than ordered");
        }
        return state.life().terminal() ? filledLate(booked) : filledInTime(booked);
    }

    private static Step filledInTime(OrderState booked) {
        if (booked.filledLots() == booked.orderedLots()) {
            return left(booked.life(), booked.ended(Life.FILLED));
        }
        var next = booked.closing().reachedBy(booked.filledLots())
                ? booked.ended(booked.closing().life())
                : booked.live(Life.PARTIALLY_FILLED);
        return left(booked.life(), next);
    }

    private static Step left(Life before, OrderState next) {
        return before.local() ? Step.page(next, "a trade of an order that never left") : Step.to(next);
    }

    private static Step filledLate(OrderState booked) {
        boolean full = booked.filledLots() == booked.orderedLots();
        var next = switch (booked.life()) {
            case REJECTED, NEVER_ACCEPTED -> booked.live(full ? Life.FILLED : Life.PARTIALLY_FILLED);
            case PENDING, ARMED, SUBMITTED, ACKNOWLEDGED, PARTIALLY_FILLED, UNKNOWN -> booked;
            case REFUSED, FILLED, CANCELLED, EXPIRED -> booked;
        };
        return Step.page(next, "a trade of an order that was " + booked.life());
    }

    private static Step busted(OrderState state, long lots) {
        return lots <= 0 || lots > state.filledLots()
                ? Step.contradiction(state, "a trade of " + lots + " lots taken back of " + state.filledLots())
                : Step.page(state.filled(state.filledLots() - lots), "the venue took a trade back");
    }

    // ---- silence ----

    private static Step cancelUnanswered(OrderState state) {
        require(state, !state.life().local(), "silent about a cancel");
        return state.cancel().open()
                ? new Step(state.cancelling(Asking.UNKNOWN), new Consequence.ResendCancel("no answer to a cancel"))
                : Step.to(state);
    }

    private static Step amendUnanswered(OrderState state) {
        require(state, !state.life().local(), "silent about an amend");
        return state.amend().open()
                ? Step.query(state.amending(Asking.UNKNOWN, state.askedLots()), "no answer to an amend")
                : Step.to(state);
    }

    private static Step outcomeUnknown(OrderState state) {
        require(state, !state.life().local() && state.life() != Life.REFUSED, "lost, though it never left");
        return state.life() == Life.SUBMITTED
                ? Step.query(state.live(Life.UNKNOWN), "nobody knows whether the venue has the order")
                : Step.to(state);
    }

    private static void require(OrderState state, boolean allowed, String what) {
        if (!allowed) {
            throw illegal(state, what);
        }
    }

    private static IllegalOrderCommand illegal(OrderState state, String what) {
        return new IllegalOrderCommand("order " + state.id() + " is " + state.life() + " (amend " + state.amend()
                + ", cancel " + state.cancel() + ", " + state.filledLots() + " of "
                + state.order().lots()
                + " lots filled) and cannot be " + what);
    }
}
