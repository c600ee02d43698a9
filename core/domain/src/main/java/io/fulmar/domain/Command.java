package io.fulmar.domain;

/** An operator's wish; it enters the desk as an event like all others. The key makes a repeated delivery act once. */
public sealed interface Command extends Event {
    String key();

    /** From full trading to reducing only to nothing at all, and back. */
    record SetMode(String key, Mode mode, String by) implements Command {}

    record Flatten(String key, String by) implements Command {}

    record CancelAll(String key, String by) implements Command {}

    record PauseSeat(String key, int seat, boolean paused, String by) implements Command {}

    /** Lift a halt from an instrument after somebody looked. */
    record ResumeInstrument(String key, long instrument, String by) implements Command {}

    enum Mode {
        NORMAL,
        REDUCING,
        HALTED
    }
}
