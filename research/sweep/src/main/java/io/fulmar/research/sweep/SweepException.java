package io.fulmar.research.sweep;

/** A sweep cannot begin or go on; the message says what is wrong, {@link #fix} how to mend it. */
public final class SweepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is. */
    public enum Fault {
        /** The space of parameters, or how to search it, is described wrongly. */
        SPACE,
        /** The folder holds something that is no sweep, or no sweep at all. */
        NOT_A_SWEEP,
        /** Engine, data or strategy are no longer those that the sweep began with. */
        CHANGED,
        /** Another process runs this sweep. */
        HELD,
        /** What is in the folder contradicts itself. */
        DAMAGED,
        /** The desk says otherwise than the tier that a combination was evaluated in. */
        DIFFERENT,
        /** The disk refuses. */
        UNWRITABLE
    }

    private final Fault fault;
    private final String fix;

    public SweepException(Fault fault, String message, String fix) {
        super(message);
        this.fault = fault;
        this.fix = fix;
    }

    public SweepException(Fault fault, String message, String fix, Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.fix = fix;
    }

    public Fault fault() {
        return fault;
    }

    public String fix() {
        return fix;
    }
}
