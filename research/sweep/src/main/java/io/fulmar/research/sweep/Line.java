package io.fulmar.research.sweep;

import io.fulmar.strategy.Column;

/** A column as the combinations of a unit share it. */
final class Line {
    final double[] values;
    final Column column;

    /** No value of the block at hand, or of the bar before it, is missing. */
    boolean whole;

    Line(Column column) {
        this.column = column;
        this.values = column.values();
    }
}
