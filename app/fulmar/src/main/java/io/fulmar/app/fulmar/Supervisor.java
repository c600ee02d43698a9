package io.fulmar.app.fulmar;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Runs strategies' code on a thread of its own and watches that it gets on: code that throws, hangs or eats the memory
 * ends as an error that names its file and line.
 *
 * <p>Time is counted in looks, not read from a clock: a machine that slept does not condemn a strategy.
 */
final class Supervisor {
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final double MEMORY_NEARLY_FULL = 0.95;

    private final CompiledStrategies strategies;
    private final Duration timeout;

    Supervisor(CompiledStrategies strategies, Duration timeout) {
        this.strategies = strategies;
        this.timeout = timeout;
    }

    /** Told at every look how much is done and how long it has taken by then. */
    interface Onlooker {
        void see(long done, Duration taken);
    }

    /** The result of the work. {@code progress} must change while the work gets on. */
    <T> T call(Callable<T> work, LongSupplier progress, Onlooker onlooker) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread runner = new Thread(task, "strategies");
        runner.setDaemon(true);
        runner.start();
        long done = progress.getAsLong();
        Duration taken = Duration.ZERO;
        Duration still = Duration.ZERO;
        while (true) {
            try {
                return task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = progress.getAsLong();
                taken = taken.plus(LOOK);
                still = now == done ? still.plus(LOOK) : Duration.ZERO;
                done = now;
                onlooker.see(done, taken);
                if (still.compareTo(timeout) >= 0) throw stuck(runner);
            } catch (ExecutionException e) {
                throw failed(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a strategy ran", e);
            }
        }
    }

    private Failure stuck(Thread runner) {
        StackTraceElement[] stack = runner.getStackTrace();
        runner.interrupt();
        Runtime memory = Runtime.getRuntime();
        boolean full = memory.totalMemory() - memory.freeMemory() > MEMORY_NEARLY_FULL * memory.maxMemory();
        if (full) return outOfMemory(stack);
        Failure failure = new Failure(
                ErrorCode.STRATEGY_MAKES_NO_PROGRESS, "the strategy makes no progress for " + inSeconds(timeout));
        return failure.at(strategies.place(stack).orElseGet(strategies::files))
                .help("this is where it was; look for a loop that does not end")
                .help("if it only needs longer for a bar: --strategy-timeout 60s");
    }

    private static String inSeconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private Failure outOfMemory(StackTraceElement[] stack) {
        return new Failure(
                        ErrorCode.STRATEGY_ATE_THE_MEMORY,
                        "out of memory: " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB were not enough")
                .at(strategies.place(stack).orElseGet(strategies::files))
                .help("look for something that is collected for every bar and never given up")
                .help("if it really needs more: FULMAR_JAVA_OPTS=-Xmx8g ./fulmar ...");
    }

    /** What came out of the work instead of a result, as an error of the strategy if it is one. */
    RuntimeException failed(Throwable thrown) {
        return switch (thrown) {
            case Failure failure -> failure;
            case OutOfMemoryError error -> outOfMemory(error.getStackTrace());
            default -> StrategyFailures.of(thrown, strategies);
        };
    }
}
