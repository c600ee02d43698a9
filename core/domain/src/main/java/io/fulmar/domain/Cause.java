package io.fulmar.domain;

/** Why an order exists: the word a fill carries in every report, and part of the run's hash. */
public enum Cause {
    SIGNAL,
    STOP,
    TARGET,
    TRAIL,
    TIME,
    OPERATOR,
    LIQUIDATION,
    SETTLEMENT;

    public static final int CODE_MAX = 8;

    /** The lower-case word of files and reports. */
    public String word() {
        return switch (this) {
            case SIGNAL -> "signal";
            case STOP -> "stop";
            case TARGET -> "target";
            case TRAIL -> "trail";
            case TIME -> "time";
            case OPERATOR -> "operator";
            case LIQUIDATION -> "liquidation";
            case SETTLEMENT -> "settlement";
        };
    }

    /** The number of hashes and journals, fixed for ever. */
    public int code() {
        return switch (this) {
            case SIGNAL -> 1;
            case STOP -> 2;
            case TARGET -> 3;
            case TRAIL -> 4;
            case TIME -> 5;
            case OPERATOR -> 6;
            case LIQUIDATION -> 7;
            case SETTLEMENT -> 8;
        };
    }
}
