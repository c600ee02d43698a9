package io.fulmar.indicator;

import java.util.Optional;
import java.util.function.Supplier;

/** Decides with the first block whether a series is exact, and stays with it. */
final class Choice implements Fold {
    private final Supplier<Fold> exact;
    private final Supplier<Fold> inexact;
    private Optional<Fold> chosen = Optional.empty();
    private long divisor;

    Choice(Supplier<Fold> exact, Supplier<Fold> inexact) {
        this.exact = exact;
        this.inexact = inexact;
    }

    @Override
    public void take(Block in, double[][] out) {
        long here = in.divisor(0);
        if (chosen.isEmpty()) {
            divisor = here;
            chosen = Optional.of(here != 0 ? exact.get() : inexact.get());
        } else if (here != divisor) {
            throw new IllegalStateException("a series changed its divisor from " + divisor + " to " + here);
        }
        chosen.get().take(in, out);
    }
}
