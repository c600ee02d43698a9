package io.fulmar.research.sweep;

import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;

/** A column as the combinations of a unit share it. */
class Line {
    final Column column;
    final double[] values;

    /** The values of the block at hand, rounded to floats. */
    final float[] rounded = new float[Frame.HISTORY + Frame.BLOCK];

    /** No value of the block at hand, or of the bar before it, is missing. */
    boolean whole;

    Line(Column column) {
        this.column = column;
        this.values = column.values();
    }

    /** The block has begun, and the sheet is at it. */
    void fill(Block block) {
        whole = !block.kernels.anyMissing(values, Frame.HISTORY - 1, Frame.HISTORY + block.to - block.from);
        round();
    }

    /** Also what stands behind a short block's end: the comparison goes by whole words. */
    final void round() {
        double[] from = values;
        float[] to = rounded;
        for (int i = Frame.HISTORY; i < to.length; i++) {
            to[i] = (float) from[i];
        }
    }
}
