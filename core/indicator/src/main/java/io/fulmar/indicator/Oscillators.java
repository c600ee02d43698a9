package io.fulmar.indicator;

import java.util.List;

/** Momentum and its relatives. */
final class Oscillators {
    private Oscillators() {}

    static List<Definition> all() {
        return List.of(Draft.of("rsi")
                .series()
                .with(Parameter.period(2, 14))
                .forgets("means of the first n rises and falls", a -> 48 * (long) a[0])
                .is("relative strength index, Wilder's", a -> Rsi.rsi((int) a[0])));
    }
}
