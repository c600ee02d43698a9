package io.fulmar.app.fulmar;

/** How a command ended, for scripts. A number never changes its meaning. */
enum ExitCode {
    DONE(0),
    /** The strategy did not compile, threw, made no progress, or ate the memory. */
    FAILED(1),
    /** The command line itself is wrong. */
    USAGE(2),
    /** The command is well formed, but a setting or the surroundings (output folder, disk, JDK) do not allow it. */
    CONFIGURATION(64),
    /** A data file is missing or its content is wrong. */
    DATA(65),
    /** A mistake of ours. */
    INTERNAL(70),
    /** Another process holds what this one needs. */
    HELD(75),
    /** Somebody wanted it to end; what was done is kept. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
