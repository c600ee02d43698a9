package io.fulmar.execution;

/** Where our request to cancel or to amend an order stands. */
public enum Asking {
    NONE,
    PENDING,
    /** Not answered in time: it may or may not have reached the venue. */
    UNKNOWN;

    public boolean open() {
        return this != NONE;
    }
}
