package io.fulmar.execution;

/** Where an order stands. */
public enum Life {
    /** Decided by us; risk has not spoken. */
    PENDING,
    /** Risk said no. */
    REFUSED,
    /** Approved, and held by us until its trigger. */
    ARMED,
    /** On its way to the venue. */
    SUBMITTED,
    /** The venue has it. */
    ACKNOWLEDGED,
    PARTIALLY_FILLED,
    FILLED,
    /** The venue said no. */
    REJECTED,
    CANCELLED,
    EXPIRED,
    /** Sent, and nobody knows what became of it. */
    UNKNOWN,
    /** Proved never to have reached the venue. */
    NEVER_ACCEPTED;

    /** Nothing more is expected; late trades are booked all the same. */
    public boolean terminal() {
        return switch (this) {
            case REFUSED, FILLED, REJECTED, CANCELLED, EXPIRED, NEVER_ACCEPTED -> true;
            case PENDING, ARMED, SUBMITTED, ACKNOWLEDGED, PARTIALLY_FILLED, UNKNOWN -> false;
        };
    }

    /** Known to rest at the venue: what an amend needs. */
    public boolean working() {
        return this == ACKNOWLEDGED || this == PARTIALLY_FILLED;
    }

    /** Not yet out of the house. */
    public boolean local() {
        return this == PENDING || this == ARMED;
    }

    /** The venue may have it: it counts against the limits and can be asked to be cancelled. */
    public boolean out() {
        return this == SUBMITTED || this == UNKNOWN || working();
    }
}
