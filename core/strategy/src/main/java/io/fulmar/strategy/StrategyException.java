package io.fulmar.strategy;

import org.jspecify.annotations.Nullable;

/** A strategy that cannot be built or configured; the message says what to change. */
public final class StrategyException extends RuntimeException {
    public StrategyException(String message) {
        super(message);
    }

    public StrategyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
