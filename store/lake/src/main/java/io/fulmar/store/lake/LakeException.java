package io.fulmar.store.lake;

import java.io.IOException;

/** The lake cannot do what was asked. The message says what, where and what to do, and needs no stack trace. */
public final class LakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; the names are stable codes. */
    public enum Fault {
        /** There is no such dataset. */
        DATASET_MISSING,
        /** Another writer holds the dataset. */
        DATASET_HELD,
        /** Rows go back in time, or one moment has two. */
        ROWS_UNSORTED,
        /** A price or quantity is no decimal of the dataset's scale. */
        NUMBER_INEXACT,
        /** A file is not whole, or not what the manifest says. */
        FILE_DAMAGED,
        /** A file is no Arrow file that can be read. */
        FILE_FOREIGN,
        /** A file has left the local disk, and here nobody can fetch it. */
        FILE_AWAY,
        /** The disk refuses. */
        DISK
    }

    private final Fault fault;
    private final String place;
    private final String problem;
    private final String fix;

    LakeException(Fault fault, String place, String problem, String fix) {
        super(place + ": " + problem + "; " + fix);
        this.fault = fault;
        this.place = place;
        this.problem = problem;
        this.fix = fix;
    }

    static LakeException disk(Object place, IOException cause) {
        LakeException e = new LakeException(
                Fault.DISK,
                String.valueOf(place),
                cause.getClass().getSimpleName() + " " + cause.getMessage(),
                "check free space and permissions; what was committed before is whole");
        e.initCause(cause);
        return e;
    }

    static LakeException damaged(Object place, String problem) {
        return new LakeException(
                Fault.FILE_DAMAGED,
                String.valueOf(place),
                problem,
                "take the file from a backup, or remove the dataset's folder and import it again");
    }

    public Fault fault() {
        return fault;
    }

    public String place() {
        return place;
    }

    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }
}
