package io.fulmar.strategy;

/** A parameter that is unknown, missing, out of range, or at odds with another; the message names it and the fix. */
public final class ParameterException extends RuntimeException {
    public ParameterException(String message) {
        super(message);
    }
}
