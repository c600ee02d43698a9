package io.fulmar.domain;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Breaks every rule of a pure room. */
public final class PlantedClockReader {
    public final List<Object> seen = List.of(
            System.currentTimeMillis(),
            System.nanoTime(),
            Instant.now(),
            new Random(1),
            new SplittableRandom(),
            new SplittableRandom(1),
            ThreadLocalRandom.current(),
            UUID.randomUUID(),
            System.identityHashCode(this),
            List.of(1).parallelStream(),
            System.getenv().size(),
            Path.of("file"),
            Thread.currentThread(),
            System.getLogger("planted"),
            System.out);
}
