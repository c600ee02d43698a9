package io.fulmar.execution;

/** What a step of order life calls for beside the new state. The engine does it; here it is only named. */
public sealed interface Consequence {
    Consequence NONE = new None();

    record None() implements Consequence {}

    /** Tell a human. */
    record Page(String reason) implements Consequence {}

    /** The money does not fit the order: halt the instrument and tell a human. */
    record Halt(String reason) implements Consequence {}

    /** Ask the venue what became of the order. */
    record Query(String reason) implements Consequence {}

    /** Send the cancel again after 1, 2, 4 seconds: cancels are idempotent. */
    record ResendCancel(String reason) implements Consequence {}

    /** The venue's report cannot follow from what we know: bar new risk on the instrument, ask the venue, tell a human. */
    record Contradiction(String reason) implements Consequence {}
}
