package io.fulmar.risk;

import io.fulmar.domain.Refusal;

/** What risk says to an action. */
public sealed interface Verdict<A extends Action> {
    record Pass<A extends Action>(Approved<A> permit) implements Verdict<A> {}

    /** The detail holds the figures: what was asked and what is allowed. */
    record No<A extends Action>(Refusal refusal, String detail) implements Verdict<A> {}
}
