package io.fulmar.indicator;

import java.util.Optional;
import java.util.function.Supplier;

/** Decides with the first block whether the inputs are exact, and stays with it. */
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
        long here = commonDivisor(in);
        if (chosen.isEmpty()) {
            divisor = here;
            chosen = Optional.of(here != 0 ? exact.get() : inexact.get());
        } else if (here != divisor) {
            throw new IllegalStateException("the inputs changed their divisor from " + divisor + " to " + here);
        }
        chosen.get().take(in, out);
    }

    /** 0 unless every input is exact, in the same unit. */
    private static long commonDivisor(Block in) {
        long common = in.divisor(0);
        for (int input = 1; input < in.inputs(); input++) {
            if (in.divisor(input) != common) {
                return 0;
            }
        }
        return common;
    }
}
