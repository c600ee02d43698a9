package io.fulmar.app.fulmar;

import io.fulmar.strategy.ParameterException;
import io.fulmar.strategy.StrategyException;
import java.util.Optional;

/** Turns what a strategy's code threw into an error its author can use: the sentence, file and line, no stack. */
final class StrategyFailures {
    private static final int CAUSES_MAX = 10;

    private StrategyFailures() {}

    static RuntimeException of(Throwable thrown, CompiledStrategies strategies) {
        if (thrown instanceof ParameterException) {
            return new Failure(ErrorCode.BAD_PARAMETER, String.valueOf(thrown.getMessage()))
                    .help("the parameters are declared in the strategy's record: " + strategies.files());
        }
        Throwable cause = thrown;
        for (int depth = 0; depth < CAUSES_MAX; depth++) {
            Optional<String> place = strategies.place(cause.getStackTrace());
            if (place.isPresent()) return threw(cause, place.get());
            if (cause.getCause() == null) break;
            cause = cause.getCause();
        }
        return switch (thrown) {
            case StrategyException own ->
                new Failure(ErrorCode.NOT_A_STRATEGY, String.valueOf(own.getMessage())).at(strategies.files());
            case ArithmeticException tooLarge ->
                new Failure(
                                ErrorCode.NUMBERS_DO_NOT_FIT,
                                "an amount does not fit into 64 bits: " + tooLarge.getMessage())
                        .help("money is kept in whole units of the smallest step: start with less --cash or --leverage")
                        .help("or with coarser steps: --tick, --lot");
            case RuntimeException ours -> ours;
            default -> new IllegalStateException("the run failed", thrown);
        };
    }

    /** The shortage of memory among what was thrown and its causes. */
    static Optional<Throwable> memory(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; depth < CAUSES_MAX && cause != null; depth++) {
            if (cause instanceof OutOfMemoryError) return Optional.of(cause);
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Failure threw(Throwable cause, String place) {
        String message = cause.getMessage();
        Failure failure = switch (cause) {
            case StackOverflowError _ ->
                new Failure(ErrorCode.STRATEGY_THREW, "the strategy calls itself without end")
                        .help("a method that calls itself needs a case in which it does not");
            case ClassNotFoundException e -> internal(e);
            case NoClassDefFoundError e when e.getCause() instanceof ClassNotFoundException inner -> internal(inner);
            case IllegalStateException e -> new Failure(ErrorCode.STRATEGY_THREW, said(e));
            case IllegalArgumentException e -> new Failure(ErrorCode.STRATEGY_THREW, said(e));
            case StrategyException e -> new Failure(ErrorCode.STRATEGY_THREW, said(e));
            default ->
                new Failure(
                                ErrorCode.STRATEGY_THREW,
                                "the strategy threw " + cause.getClass().getSimpleName()
                                        + (message == null ? "" : ": " + message))
                        .help("guard this line against it; nothing was written");
        };
        return failure.at(place);
    }

    private static Failure internal(ClassNotFoundException e) {
        return new Failure(ErrorCode.STRATEGY_THREW, String.valueOf(e.getMessage()))
                .help("do without that class: these packages hold all that a strategy needs");
    }

    private static String said(RuntimeException thrown) {
        String message = thrown.getMessage();
        return message == null ? "the strategy threw " + thrown.getClass().getSimpleName() : message;
    }
}
