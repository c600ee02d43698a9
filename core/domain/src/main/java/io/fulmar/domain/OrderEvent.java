package io.fulmar.domain;

/** What became of an order: our decisions about it, and what the venue reported. */
public sealed interface OrderEvent extends Event {
    long order();

    /** What risk has said of an order when it is first journaled. */
    enum Approval {
        AWAITED,
        ARMED,
        SENT
    }

    /**
     * Decided by us. Where risk let it pass at once the same fact says so; else order life begins in PENDING and the verdict is a fact of
     * its own. {@code marketSequence} is how far the market had been read.
     */
    record Intended(Order terms, long marketSequence, String reason, Approval approval) implements OrderEvent {
        public Intended(Order terms, long marketSequence, String reason) {
            this(terms, marketSequence, reason, Approval.AWAITED);
        }

        @Override
        public long order() {
            return terms.id();
        }
    }

    /** Risk let it pass after all; {@code armed} means that we hold it until its trigger, else it leaves for the venue. */
    record Approved(long order, boolean armed) implements OrderEvent {}

    record Refused(long order, Refusal refusal, String detail) implements OrderEvent {}

    /** The trigger of an order that we hold was touched and its second approval given. */
    record Triggered(long order, long marketSequence) implements OrderEvent {}

    record CancelAsked(long order, long marketSequence, String reason) implements OrderEvent {}

    record AmendAsked(long order, long lots, OrderKind kind, long marketSequence) implements OrderEvent {}

    // ---- what the venue reports, or its silence ----

    /** An order that is not ours is at the venue, on our account: a liquidation, a settlement, somebody's trade by hand. */
    record Adopted(Order terms, Origin origin, String evidence) implements OrderEvent {
        @Override
        public long order() {
            return terms.id();
        }
    }

    record Acknowledged(long order, String venueOrder) implements OrderEvent {}

    record Rejected(long order, String reason) implements OrderEvent {}

    /** Cancelled by the venue, asked or not, or locally before it ever left; {@code filledLots} is the venue's total. */
    record Cancelled(long order, long filledLots, String reason) implements OrderEvent {}

    record Expired(long order, long filledLots) implements OrderEvent {}

    record CancelRejected(long order, String reason) implements OrderEvent {}

    record CancelUnanswered(long order) implements OrderEvent {}

    record Amended(long order, long lots, OrderKind kind) implements OrderEvent {}

    record AmendRejected(long order, String reason) implements OrderEvent {}

    record AmendUnanswered(long order) implements OrderEvent {}

    /** Timeout, lost socket, ambiguous error, or recovery after an intent: nobody knows. */
    record OutcomeUnknown(long order, String evidence) implements OrderEvent {}

    /** Every look-up was negative and the request's validity has passed: proof that the venue never took it. */
    record NeverAccepted(long order, String evidence) implements OrderEvent {}
}
