package io.fulmar.indicator;

import java.util.List;

/** Volatility, bands and extremes. */
final class Ranges {
    private Ranges() {}

    static List<Definition> all() {
        return List.of(
                Draft.of("atr")
                        .bars(Field.HIGH, Field.LOW, Field.CLOSE)
                        .with(Parameter.period(1, 14))
                        .forgets("mean of the first n true ranges", a -> 48 * (long) a[0])
                        .is("average true range, Wilder's", a -> Atr.of((int) a[0])),
                Draft.of("max")
                        .series()
                        .with(Parameter.period(2, 30))
                        .window(Exactness.WINDOW_EXACT, a -> (long) a[0])
                        .is("highest value", a -> new Cells(Extreme.highest((int) a[0]))),
                Draft.of("min")
                        .series()
                        .with(Parameter.period(2, 30))
                        .window(Exactness.WINDOW_EXACT, a -> (long) a[0])
                        .is("lowest value", a -> new Cells(Extreme.lowest((int) a[0]))));
    }
}
