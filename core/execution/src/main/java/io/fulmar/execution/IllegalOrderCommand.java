package io.fulmar.execution;

/** We did to an order what its life does not allow. A mistake of ours, so the desk halts. */
public final class IllegalOrderCommand extends RuntimeException {
    IllegalOrderCommand(String detail) {
        super(detail);
    }
}
