package io.fulmar.indicator;

/** What may be expected of an indicator's values when it was started somewhere else. */
public enum Exactness {
    /** Whole-number sums over a window, rounded once at the end: equal bits for every start. */
    WINDOW_EXACT('X', "equal bits for every start"),
    /** A window of doubles, recomputed oldest first: equal bits for every start. */
    WINDOW('W', "equal bits for every start"),
    /** A recursion that forgets: equal bits for an equal anchor, 1e-12 after {@code memory}. */
    FORGETTING('R', "equal bits for an equal anchor, otherwise 1e-12 after its memory"),
    /** The whole path counts: equal bits for an equal anchor, otherwise nothing. */
    PATH('P', "equal bits for an equal anchor, otherwise nothing"),
    /** Starts afresh with each session. */
    ANCHORED('A', "equal bits within a session");

    private final char letter;
    private final String promise;

    Exactness(char letter, String promise) {
        this.letter = letter;
        this.promise = promise;
    }

    public char letter() {
        return letter;
    }

    public String promise() {
        return promise;
    }
}
