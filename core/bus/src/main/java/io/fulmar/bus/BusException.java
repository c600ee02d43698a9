package io.fulmar.bus;

/** A log that cannot take or give a record. Whoever owns the log decides what that means; nothing is skipped silently. */
public final class BusException extends RuntimeException {
    private final Fault fault;

    BusException(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    BusException(Fault fault, String detail, Throwable cause) {
        super(detail, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** What went wrong. */
    public enum Fault {
        /** The declared limit of the log is reached. */
        FULL,
        /** A higher epoch has claimed the log, so this writer is a zombie. */
        FENCED,
        /** A string that must be kept whole is longer than allowed, or is not text. */
        UNFIT_STRING,
        /** The record ends before it should. */
        TRUNCATED,
        /** The bytes are not what was written. */
        CORRUPT,
        /** An event that this version does not know. */
        UNKNOWN_TEMPLATE,
        /** Not our schema, or a version from before the first. */
        UNKNOWN_SCHEMA
    }
}
