package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All results over two parameters: what has the same values of them, or neighbouring ones where there are too many, is one cell.
 *
 * <p>A cell stands on a <b>plateau</b> when it and all its neighbours earn on average, and are among the best quarter of the cells by their
 * mean: there a small change of a parameter does not ruin the result, which a lonely peak cannot say.
 */
final class Heatmap {
    static final int BINS_MAX = 40;
    private static final double BEST_PART = 0.75;

    /** What lies in one cell. */
    static final class Cell {
        private int results;
        private int eligible;
        private double growth;
        private double netReturn;
        private Optional<Row> best = Optional.empty();

        private void add(Row row) {
            results++;
            eligible += row.eligible() ? 1 : 0;
            growth += finite(row.growth());
            netReturn += row.netReturn();
            if (best.isEmpty() || Ranking.BEST_FIRST.compare(row, best.get()) < 0) {
                best = Optional.of(row);
            }
        }

        /** Without a trade G is undefined: nothing was earned. */
        private static double finite(double value) {
            return Double.isFinite(value) ? value : 0;
        }

        int results() {
            return results;
        }

        int eligible() {
            return eligible;
        }

        /** The mean of G; NaN of an empty cell. */
        double growth() {
            return growth / results;
        }

        double netReturn() {
            return netReturn / results;
        }

        Optional<Row> best() {
            return best;
        }
    }

    private final int across;
    private final int up;
    private final int columns;
    private final int rows;
    private final Steps steps;
    private final Cell[] cells;

    /** Over the axes of these places in the space; the same twice for a single one. */
    Heatmap(Steps steps, int across, int up) {
        this.steps = steps;
        this.across = across;
        this.up = up;
        this.columns = steps.bins(across);
        this.rows = across == up ? 1 : steps.bins(up);
        this.cells = new Cell[columns * rows];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Cell();
        }
    }

    void add(Row row) {
        int column = steps.bin(across, row.combination());
        int place = across == up ? 0 : steps.bin(up, row.combination());
        cells[place * columns + column].add(row);
    }

    int across() {
        return across;
    }

    int up() {
        return up;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    Cell cell(int column, int row) {
        return cells[row * columns + column];
    }

    /** Whether it and all its neighbours that have results are among the best quarter by mean G. */
    boolean onPlateau(int column, int row, double threshold) {
        for (Cell near : around(column, row)) {
            if (near.growth() < threshold) {
                return false;
            }
        }
        return cell(column, row).results > 0;
    }

    /** The least mean of G above 0 that belongs to the best quarter of the cells; infinite where fewer than four have results. */
    double threshold() {
        double[] means = Arrays.stream(cells)
                .filter(cell -> cell.results > 0)
                .mapToDouble(Cell::growth)
                .sorted()
                .toArray();
        return means.length < 4
                ? Double.POSITIVE_INFINITY
                : Math.max(Double.MIN_VALUE, means[(int) Math.ceil(means.length * BEST_PART) - 1]);
    }

    /** The cell whose worst neighbour, itself included, is the best: where one may err most. */
    Optional<Cell> steadiest() {
        Optional<Cell> steadiest = Optional.empty();
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                List<Cell> near = around(column, row);
                double worst = near.stream().mapToDouble(Cell::growth).min().orElse(Double.NaN);
                if (cell(column, row).results > 0 && worst > most) {
                    most = worst;
                    steadiest = Optional.of(cell(column, row));
                }
            }
        }
        return steadiest;
    }

    private List<Cell> around(int column, int row) {
        List<Cell> near = new ArrayList<>();
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                if (cell(x, y).results > 0) {
                    near.add(cell(x, y));
                }
            }
        }
        return near;
    }
}
