package io.fulmar.indicator;

/** A fold made of one cell over one series. */
final class Cells implements Fold {
    private final Cell cell;

    Cells(Cell cell) {
        this.cell = cell;
    }

    @Override
    public void take(Block in, double[][] out) {
        double[] values = in.values(0);
        double[] column = out[0];
        for (int i = 0; i < in.size(); i++) {
            column[i] = cell.next(values[i]);
        }
    }
}
