package io.fulmar.indicator;

import java.util.List;

/** The moving averages. */
final class Averages {
    private Averages() {}

    static List<Definition> all() {
        return List.of(
                Draft.of("sma")
                        .series()
                        .with(Parameter.period(1, 30))
                        .window(Exactness.WINDOW_EXACT, a -> (long) a[0])
                        .is("simple moving average", a -> mean((int) a[0])),
                Draft.of("ema")
                        .series()
                        .with(Parameter.period(1, 30))
                        .forgets("mean of the first n", a -> 24 * (long) a[0])
                        .is("exponential moving average, 2/(n+1)", a -> Ema.of((int) a[0])));
    }

    static Fold mean(int n) {
        return new Choice(() -> new ExactSum(n, n), () -> new Cells(WindowSum.mean(n)));
    }
}
