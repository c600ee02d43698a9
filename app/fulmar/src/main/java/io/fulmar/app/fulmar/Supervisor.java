package io.fulmar.app.fulmar;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/**
 * Runs strategies' code on a thread of its own and watches that it gets on: code that throws, hangs or eats the memory
 * ends as an error that names its file and line.
 *
 * <p>Time is counted in looks, not read from a clock: a machine that slept does not condemn a strategy.
 */
final class Supervisor {
    private static final long LOOK_MILLIS = 20;
    private static final double MEMORY_NEARLY_FULL = 0.95;
    private static final int RESERVE_BYTES = 16 << 20;
    private static final byte[] NOTHING = {};

    private final CompiledStrategies strategies;
    private final Duration timeout;

    /** Given up when the memory is full, so that there is room to say so. */
    @SuppressWarnings("UnusedVariable") // held for its size, not for its content
    private byte[] reserve = NOTHING;

    Supervisor(CompiledStrategies strategies, Duration timeout) {
        this.strategies = strategies;
        this.timeout = timeout;
    }

    /** Told at every look how much is done and how long it has taken by then. */
    interface Onlooker {
        void see(long done, long takenMillis);
    }

    /** The result of the work. {@code progress} must change while the work gets on. */
    <T> T call(Callable<T> work, LongSupplier progress, Onlooker onlooker) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread runner = new Thread(task, "strategies");
        runner.setDaemon(true);
        reserve = new byte[RESERVE_BYTES];
        runner.start();
        watch(runner, progress, onlooker);
        reserve = NOTHING;
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Returns when the runner has ended. Allocates nothing while all is well: the memory may be full. */
    private void watch(Thread runner, LongSupplier progress, Onlooker onlooker) {
        long done = progress.getAsLong();
        long still = 0;
        for (long look = 1; runner.isAlive(); look++) {
            try {
                runner.join(LOOK_MILLIS);
                long now = progress.getAsLong();
                still = now == done ? still + LOOK_MILLIS : 0;
                done = now;
                if (still < timeout.toMillis()) onlooker.see(done, look * LOOK_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (OutOfMemoryError e) {
                continue; // the strategy's thread will hear the same, and knows the line
            }
            if (still >= timeout.toMillis() && runner.isAlive()) throw stuck(runner);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a strategy ran", e);
    }

    private Failure stuck(Thread runner) {
        Runtime memory = Runtime.getRuntime();
        boolean full = memory.totalMemory() - memory.freeMemory() > MEMORY_NEARLY_FULL * memory.maxMemory();
        reserve = NOTHING;
        StackTraceElement[] stack = runner.getStackTrace();
        runner.interrupt();
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

    private RuntimeException failed(Throwable thrown) {
        if (thrown instanceof Failure failure) return failure;
        return StrategyFailures.memory(thrown)
                .<RuntimeException>map(error -> outOfMemory(error.getStackTrace()))
                .orElseGet(() -> StrategyFailures.of(thrown, strategies));
    }
}
