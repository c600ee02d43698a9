package io.fulmar.app.fulmar;

import io.fulmar.research.robustness.Score;
import io.fulmar.research.robustness.Scorer;
import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Track;
import io.fulmar.research.sweep.Evaluator;
import io.fulmar.research.sweep.Evaluators;
import io.fulmar.research.sweep.Space;
import io.fulmar.research.sweep.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Threads that run combinations over a part of a market. Each combination has a place of its own for what it did, so that their number changes nothing. */
final class WalkForwardCrew implements AutoCloseable {
    private static final int UNIT = 1_024;

    private final Space space;
    private final int threads;
    private final ExecutorService pool;
    private final AtomicLong evaluated = new AtomicLong();

    /** Told what a combination did, on any thread; the track is filled again for the next. */
    interface Scored {
        void take(long combination, Track track, Score score);
    }

    /** The same by its place in the list that was handed in. */
    interface Placed {
        void take(int place, Track track);
    }

    WalkForwardCrew(Space space, int threads) {
        this.space = space;
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                threads, task -> Thread.ofPlatform().daemon().name("walk").unstarted(task));
    }

    long evaluated() {
        return evaluated.get();
    }

    /** All combinations that the strategy accepts, scored. */
    void all(Study part, Scoring scoring, Scored taker) {
        List<Long> numbers = LongStream.range(0, space.size()).boxed().toList();
        spread(part, numbers, () -> {
            Scorer scorer = scoring.scorer();
            Score score = new Score();
            return (place, track) -> {
                scorer.score(track, score);
                taker.take(numbers.get(place), track, score);
            };
        });
    }

    /** Some of them. */
    void some(Study part, List<Long> numbers, Placed taker) {
        spread(part, numbers, () -> taker);
    }

    void one(Study part, long number, Consumer<Track> taker) {
        spread(part, List.of(number), () -> (place, track) -> taker.accept(track));
    }

    /** A taker for each piece of work, which one thread does. */
    private interface Takers {
        Placed next();
    }

    private void spread(Study part, List<Long> numbers, Takers takers) {
        Evaluators evaluators = new Evaluators(part);
        int each = Math.clamp(Math.ceilDiv(numbers.size(), threads), 1, UNIT);
        List<Future<?>> futures = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += each) {
            int first = from;
            int last = Math.min(numbers.size(), from + each);
            futures.add(pool.submit(() -> run(evaluators.evaluator(), numbers, first, last, takers.next())));
        }
        try {
            for (Future<?> future : futures) future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while combinations ran", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException("a combination could not be run", e);
        }
    }

    private void run(Evaluator evaluator, List<Long> numbers, int from, int to, Placed taker) {
        List<Record> records = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = from; place < to; place++) {
            int own = place;
            space.parameters(numbers.get(place)).ifPresent(record -> {
                records.add(record);
                places.add(own);
            });
        }
        if (records.isEmpty()) return;
        evaluator.evaluate(records, (index, track, tier, reason) -> {
            evaluated.incrementAndGet();
            taker.take(places.get(index), track);
        });
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
