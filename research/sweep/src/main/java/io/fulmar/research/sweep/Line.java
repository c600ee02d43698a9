package io.fulmar.research.sweep;

import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;

/** A column as the combinations of a unit share it. */
class Line {
    final Column column;
    final double[] values;

    /** No value of the block at hand, or of the bar before it, is missing. */
    boolean whole;

    Line(Column column) {
        this.column = column;
        this.values = column.values();
    }

    /** The block has begun, and the sheet is at it. */
    void fill(Block block) {
        whole = !block.kernels.anyMissing(values, Frame.HISTORY - 1, Frame.HISTORY + block.to - block.from);
    }
}
