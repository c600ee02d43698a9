package io.fulmar.app.fulmar;

import io.fulmar.store.lake.LakeException;
import io.fulmar.store.s3.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The same work for many datasets, several at a time. One that fails is told, and the rest goes on, unless all would fail alike. */
final class DatasetWork {
    static final Option THREADS = Option.of("--threads", "N", "datasets at a time (default 4)");
    private static final int THREADS_USUAL = 4;
    private static final int THREADS_MAX = 64;

    /** What came of it, in the order of the work, without those that failed. */
    record Done<R>(List<R> results, List<Failure> failures, int notTried) {
        /** The exit code of the first that failed. */
        ExitCode exit() {
            return failures.isEmpty()
                    ? ExitCode.DONE
                    : failures.getFirst().code().exit();
        }
    }

    private DatasetWork() {}

    static int threads(Invocation given) {
        int threads = given.value("--threads")
                .map(text -> Values.count("--threads", text))
                .orElse(THREADS_USUAL);
        if (threads <= THREADS_MAX) return threads;
        throw new Failure(ErrorCode.BAD_VALUE, "--threads " + threads + " cannot be used")
                .help("at most " + THREADS_MAX);
    }

    static <T, R> Done<R> of(List<T> all, int threads, Terminal terminal, Function<T, R> work) {
        AtomicReference<Optional<Failure>> end = new AtomicReference<>(Optional.empty());
        List<R> results = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        int notTried = 0;
        try (ExecutorService crew = Executors.newFixedThreadPool(threads)) {
            List<Future<Optional<R>>> running = new ArrayList<>();
            for (T each : all) {
                running.add(crew.submit(
                        () -> end.get().isPresent() ? Optional.empty() : Optional.of(attempt(each, work, end))));
            }
            for (Future<Optional<R>> one : running) {
                try {
                    Optional<R> result = one.get();
                    result.ifPresent(results::add);
                    notTried += result.isEmpty() ? 1 : 0;
                } catch (ExecutionException e) {
                    Failure failure = failure(e.getCause() == null ? e : e.getCause());
                    terminal.show(failure);
                    failures.add(failure);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while datasets were worked on", e);
        }
        return new Done<>(List.copyOf(results), List.copyOf(failures), notTried);
    }

    private static <T, R> R attempt(T each, Function<T, R> work, AtomicReference<Optional<Failure>> end) {
        try {
            return work.apply(each);
        } catch (RemoteException e) {
            if (e.endsAll()) end.set(Optional.of(FrontDoor.of(e)));
            throw e;
        }
    }

    private static Failure failure(Throwable thrown) {
        return switch (thrown) {
            case RemoteException e -> FrontDoor.of(e);
            case LakeException e -> FrontDoor.of(e);
            case Failure e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException("a dataset could not be worked on", thrown);
        };
    }
}
