package io.fulmar.indicator;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic of series, value by value, and where the extremes of a window are. */
final class Transforms {
    private static final String COUNTED = ", counted from 0 at the anchor";

    private Transforms() {}

    static List<Definition> all() {
        return List.of(
                of("acos", "arc cosine; NaN beyond 1", StrictMath::acos),
                of("asin", "arc sine; NaN beyond 1", StrictMath::asin),
                of("atan", "arc tangent", StrictMath::atan),
                of("ceil", "least whole number not below", Math::ceil),
                of("cos", "cosine", StrictMath::cos),
                of("cosh", "hyperbolic cosine", StrictMath::cosh),
                of("exp", "e to the power of it", StrictMath::exp),
                of("floor", "greatest whole number not above", Math::floor),
                of("ln", "natural logarithm", StrictMath::log),
                of("log10", "logarithm to base 10", StrictMath::log10),
                of("sin", "sine", StrictMath::sin),
                of("sinh", "hyperbolic sine", StrictMath::sinh),
                of("sqrt", "square root", Math::sqrt),
                of("tan", "tangent", StrictMath::tan),
                of("tanh", "hyperbolic tangent", StrictMath::tanh),
                both("add", "sum of two series", (a, b) -> a + b),
                both("sub", "difference of two series", (a, b) -> a - b),
                both("mult", "product of two series", (a, b) -> a * b),
                both("div", "quotient of two series", (a, b) -> a / b),
                Draft.of("cumsum")
                        .series()
                        .path("0 before the first bar")
                        .is("sum of everything so far", a -> new Cells(running())),
                draft("maxindex")
                        .path("the anchor is bar 0")
                        .is("bar of the highest value" + COUNTED, a -> index(ExtremePlace.highest((int) a[0]))),
                draft("minindex")
                        .path("the anchor is bar 0")
                        .is("bar of the lowest value" + COUNTED, a -> index(ExtremePlace.lowest((int) a[0]))),
                draft("minmaxindex")
                        .gives("minidx", "maxidx")
                        .path("the anchor is bar 0")
                        .is("bars of the lowest and the highest value" + COUNTED, a -> indices((int) a[0])),
                draft("minmax")
                        .gives("min", "max")
                        .window(Exactness.WINDOW_EXACT, a -> (long) a[0])
                        .is("lowest and highest value", a -> minMax((int) a[0])));
    }

    private static Draft draft(String name) {
        return Draft.of(name).series().with(Parameter.period(2, 30));
    }

    private static Definition of(String name, String description, DoubleUnaryOperator function) {
        return Draft.of(name)
                .series()
                .window(Exactness.WINDOW_EXACT, a -> 1)
                .is(description, a -> new Cells(function::applyAsDouble));
    }

    private static Definition both(String name, String description, DoubleBinaryOperator function) {
        return Draft.of(name)
                .series(Field.HIGH)
                .series(Field.LOW)
                .window(Exactness.WINDOW_EXACT, a -> 1)
                .is(
                        description,
                        a -> new EachBar((in, i, out) -> out[0][i] = function.applyAsDouble(in[0][i], in[1][i])));
    }

    /** A running total; nothing before its first value. */
    static Cell running() {
        return new Cell() {
            private double total;

            @Override
            public double next(double value) {
                total += value;
                return total;
            }
        };
    }

    private static Fold index(ExtremePlace extreme) {
        return new Cells(extreme::next);
    }

    private static Fold indices(int n) {
        ExtremePlace lowest = ExtremePlace.lowest(n);
        ExtremePlace highest = ExtremePlace.highest(n);
        return new EachBar((in, i, out) -> {
            out[0][i] = lowest.next(in[0][i]);
            out[1][i] = highest.next(in[0][i]);
        });
    }

    private static Fold minMax(int n) {
        Extreme lowest = Extreme.lowest(n);
        Extreme highest = Extreme.highest(n);
        return new EachBar((in, i, out) -> {
            out[0][i] = lowest.next(in[0][i]);
            out[1][i] = highest.next(in[0][i]);
        });
    }
}
