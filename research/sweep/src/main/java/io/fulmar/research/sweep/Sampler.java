package io.fulmar.research.sweep;

import java.util.Locale;

/** Which combinations of a space a sweep looks at, and in which order. */
public sealed interface Sampler {
    /** Every combination, in boxes of neighbours, see {@link Tiling}. */
    record Grid() implements Sampler {}

    /** So many combinations by chance, none twice. */
    record Random(long samples) implements Sampler {}

    /** So many points of Sobol's sequence; on a coarse grid several may be one combination. */
    record Sobol(long samples) implements Sampler {}

    /** Evolution: generations of so many, each drawn from what was best in the ones before; in all about {@code samples}. */
    record Cma(long samples, int generation) implements Sampler {}

    /** As the manifest and the command line write it. */
    default String word() {
        return switch (this) {
            case Grid() -> "grid";
            case Random(long _) -> "random";
            case Sobol(long _) -> "sobol";
            case Cma(long _, int _) -> "cma";
        };
    }

    /** The word with all numbers, so that two samplers with equal words draw the same. */
    default String words() {
        return switch (this) {
            case Grid() -> "grid";
            case Random(long samples) -> String.format(Locale.ROOT, "random %d", samples);
            case Sobol(long samples) -> String.format(Locale.ROOT, "sobol %d", samples);
            case Cma(long samples, int generation) -> String.format(Locale.ROOT, "cma %d by %d", samples, generation);
        };
    }

    /** Begins to draw from the space. */
    default Drawing begin(Space space, long seed) {
        return switch (this) {
            case Grid() -> new GridDrawing(space);
            case Random(long samples) -> new ListDrawing(space, samples, ListDrawing.random(space, seed));
            case Sobol(long samples) -> new ListDrawing(space, samples, ListDrawing.sobol(space, seed));
            case Cma(long samples, int generation) -> new EvolvedDrawing(space, seed, samples, generation);
        };
    }
}
