package io.fulmar.indicator;

/** A cell that sees nothing of the first bars. */
final class Late implements Cell {
    private final Cell cell;
    private int skip;

    Late(int skip, Cell cell) {
        this.skip = skip;
        this.cell = cell;
    }

    @Override
    public double next(double value) {
        if (skip > 0) {
            skip--;
            return Double.NaN;
        }
        return cell.next(value);
    }
}
