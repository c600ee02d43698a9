package io.fulmar.research.sweep;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;

/** A rule of a plan over the columns of a unit. */
record Way(
        int number, Signal when, Side side, Size size, Span stop, Span target, Span trail, Signal exit, int barsMax) {

    /** A distance, fixed or so many times a column. */
    sealed interface Span {
        record Fixed(Distance distance) implements Span {}

        record Times(Line line, double factor) implements Span {}
    }

    /** As decided at the close that stands there in the columns. */
    Bracket bracket(int index, double ticksPerPrice) {
        return new Bracket(
                at(stop, index, ticksPerPrice), at(target, index, ticksPerPrice), at(trail, index, ticksPerPrice));
    }

    /** A distance as decided at the close that stands there. */
    static Distance at(Span span, int index, double ticksPerPrice) {
        return switch (span) {
            case Span.Fixed(Distance distance) -> distance;
            case Span.Times(Line line, double factor) -> {
                double ticks = line.column.ticks().length > 0
                        ? factor * line.column.ticks()[index]
                        : factor * (line.values[index] * ticksPerPrice);
                if (!(ticks < 1e15)) {
                    throw new ArithmeticException("a distance of " + ticks + " ticks");
                }
                yield Distance.ticks((long) Math.rint(ticks));
            }
        };
    }
}
