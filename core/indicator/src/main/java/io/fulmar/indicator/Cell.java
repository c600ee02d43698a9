package io.fulmar.indicator;

/** One value in, one value out, NaN until there is one: what slower indicators are put together from. */
@FunctionalInterface
interface Cell {
    double next(double value);

    /** Feeds a cell that comes after another, which may have no value yet. */
    default double after(double value) {
        return Double.isNaN(value) ? Double.NaN : next(value);
    }
}
