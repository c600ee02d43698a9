package io.fulmar.store.s3;

/** What was asked of S3 cannot be done. The message says what, where and what to do, and holds no secrets. */
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; the names are stable codes. */
    public enum Fault {
        /** No key to sign with was found. */
        KEY_MISSING,
        /** The server does not know the key, or its secret is another. */
        KEY_REFUSED,
        /** The key may not do this. */
        NOT_ALLOWED,
        BUCKET_MISSING,
        /** Nothing lies there. */
        MISSING,
        /** Another writer was quicker. */
        CHANGED,
        /** Here and there rows differ, and neither is a beginning of the other. */
        DIVERGED,
        /** What came back is not what was sent. */
        DAMAGED,
        /** The server does not answer, or breaks off again and again. */
        UNREACHABLE,
        /** The server says no for another reason. */
        REFUSED,
        /** The local disk refuses. */
        DISK
    }

    private final Fault fault;
    private final String place;
    private final String problem;
    private final String fix;

    RemoteException(Fault fault, String place, String problem, String fix) {
        super(place + ": " + problem + "; " + fix);
        this.fault = fault;
        this.place = place;
        this.problem = problem;
        this.fix = fix;
    }

    RemoteException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    static RemoteException disk(Object place, java.io.IOException cause) {
        return new RemoteException(
                        Fault.DISK,
                        String.valueOf(place),
                        cause.getClass().getSimpleName() + " " + cause.getMessage(),
                        "check free space and permissions, then start again: what is done is not done twice")
                .because(cause);
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

    /** Whether everything else in the same place would fail the same way. */
    public boolean endsAll() {
        return switch (fault) {
            case KEY_MISSING, KEY_REFUSED, BUCKET_MISSING, UNREACHABLE -> true;
            case NOT_ALLOWED, MISSING, CHANGED, DIVERGED, DAMAGED, REFUSED, DISK -> false;
        };
    }
}
