package io.fulmar.strategy;

import io.fulmar.domain.Distance;
import java.time.Duration;

/** A line on the chart: an indicator or a price, as it stands now and stood before. Ask for it in a field, never inside a handler. */
public final class Series {
    private final Seat seat;
    private final Seat priced;
    private final Frame frame;
    private final Column column;
    private final double[] values;
    final Value value;

    /** Read at the bars of one seat; a distance made of it is one in the ticks of the other, which is the same or one of its legs. */
    Series(Seat seat, Seat priced, Value value) {
        this.seat = seat;
        this.priced = priced;
        this.value = value;
        this.frame = seat.columns().frame();
        this.column = seat.columns().column(value);
        this.values = column.values();
    }

    public double now() {
        return values[frame.at];
    }

    /** The value that many bars ago; {@code ago(0)} is {@code now()}. */
    public double ago(int bars) {
        if (bars < 0 || bars > Frame.HISTORY) {
            throw new IllegalArgumentException("ago(" + bars + "): a series remembers 0 to " + Frame.HISTORY + " bars");
        }
        return values[frame.at - bars];
    }

    /** Was at or below, is above. */
    public boolean crossesAbove(Series other) {
        int at = frame.at;
        return values[at] > other.values[at] && values[at - 1] <= other.values[at - 1] && seat.mayCross();
    }

    /** Was at or above, is below. */
    public boolean crossesBelow(Series other) {
        int at = frame.at;
        return values[at] < other.values[at] && values[at - 1] >= other.values[at - 1] && seat.mayCross();
    }

    public boolean crossesAbove(double level) {
        return values[frame.at - 1] <= level && values[frame.at] > level && seat.mayCross();
    }

    public boolean crossesBelow(double level) {
        return values[frame.at - 1] >= level && values[frame.at] < level && seat.mayCross();
    }

    public boolean above(Series other) {
        return values[frame.at] > other.values[frame.at];
    }

    public boolean below(Series other) {
        return values[frame.at] < other.values[frame.at];
    }

    public boolean above(double level) {
        return values[frame.at] > level;
    }

    public boolean below(double level) {
        return values[frame.at] < level;
    }

    /** This line one bar ago, as a line of its own: {@code highest(high(), 50).previous()}. */
    public Series previous() {
        return seat.series(value.previous());
    }

    /** This line over bars of that length: as of the last such bar that has closed, never of the one forming. */
    public Series on(Duration length) {
        return seat.series(value.on(length));
    }

    /** This line in another market of the run: as of its last bar that has closed. {@code market(...)} is for trading there. */
    public Series on(String symbol) {
        return seat.series(value.on(symbol));
    }

    /** This line as part of an expression, for {@code flag(...)}, {@code barsSince(...)} and {@code series(...)}. */
    public Value value() {
        return value;
    }

    /** A distance of so many times this value, such as {@code atr.times(2)}, in whole ticks as of this bar. */
    public Distance times(double factor) {
        return factor == 0 ? Distance.NONE : priced.distance(column, frame.at, factor);
    }
}
