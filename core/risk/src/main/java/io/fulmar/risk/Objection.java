package io.fulmar.risk;

import io.fulmar.domain.Refusal;

/** What a check has against an order: {@link #NONE}, or a refusal with its figures. */
final class Objection {
    static final Objection NONE = new Objection(Refusal.OVERFLOW, "");

    private final Refusal refusal;
    private final String detail;

    private Objection(Refusal refusal, String detail) {
        this.refusal = refusal;
        this.detail = detail;
    }

    static Objection to(Refusal refusal, String detail) {
        return new Objection(refusal, detail);
    }

    /** The usual one: a control, what was asked, what it allows. */
    static Objection to(Control control, long asked, long allowed) {
        return new Objection(control.refusal(), "%s: %d, allowed %d".formatted(control, asked, allowed));
    }

    boolean present() {
        return this != NONE;
    }

    <A extends Action> Verdict<A> no() {
        return new Verdict.No<>(refusal, detail);
    }
}
