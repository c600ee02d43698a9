package io.fulmar.risk;

/**
 * A permit for one action, minted by risk alone and used up by the gateway. It is never stored or sent: a trigger or an amend asks
 * for a new one. Two uses of one permit would be two orders, so the second is a fault of the program.
 */
public final class Approved<A extends Action> {
    private final A action;
    private boolean taken;

    Approved(A action) {
        this.action = action;
    }

    /** What it permits, without using it up. */
    public A peek() {
        return action;
    }

    /** Uses it up. */
    public A take() {
        if (taken) {
            throw new IllegalStateException("this permit was used before: " + action);
        }
        taken = true;
        return action;
    }
}
