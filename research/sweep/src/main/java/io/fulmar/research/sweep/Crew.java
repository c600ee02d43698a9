package io.fulmar.research.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Threads that do units, each with a worker of its own. At most one unit a thread is under way. */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;
    private final CompletionService<Done> completion;
    private final Deque<UnitWork> idle = new ArrayDeque<>();
    private final Supplier<? extends UnitWork> workers;
    private final int size;
    private int busy;

    private record Done(UnitWork worker, Frame frame) {}

    Crew(Supplier<? extends UnitWork> workers, int size) {
        this.workers = workers;
        this.size = size;
        ThreadFactory daemons =
                task -> Thread.ofPlatform().daemon().name("sweep-", 1).unstarted(task);
        this.threads = Executors.newFixedThreadPool(size, daemons);
        this.completion = new ExecutorCompletionService<>(threads);
    }

    int busy() {
        return busy;
    }

    boolean hasRoom() {
        return busy < size;
    }

    void give(WorkUnit unit) {
        UnitWork worker = idle.isEmpty() ? workers.get() : idle.pop();
        completion.submit(() -> new Done(worker, worker.done(unit)));
        busy++;
    }

    /** Waits for a unit that is done; what its strategy threw is thrown here. */
    Frame take() {
        try {
            Done done = completion.take().get();
            busy--;
            idle.push(done.worker);
            return done.frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while units were under way", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException own -> throw own;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("a unit failed", e);
            }
        }
    }

    /** What is still under way is given up. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
