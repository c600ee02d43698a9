package io.fulmar.indicator;

/** A cell that takes a stretch at a time, in place. */
@FunctionalInterface
interface Column {
    /** Leaves values as they are. */
    Column NONE = (x, from, to) -> {};

    /** Takes {@code x[from]} to {@code x[to - 1]} and puts its values in their places, NaN until there is one. */
    void run(double[] x, int from, int to);

    static Column of(Cell cell) {
        return (x, from, to) -> {
            for (int i = from; i < to; i++) {
                x[i] = cell.next(x[i]);
            }
        };
    }

    static Column mean(int window) {
        Slide slide = new Slide(window);
        double[][] sums = {new double[0]};
        return (x, from, to) -> {
            int size = to - from;
            if (sums[0].length < size) {
                sums[0] = new double[size];
            }
            double[] sum = sums[0];
            slide.take(x, from, size);
            slide.sums(sum);
            for (int i = 0; i < size; i++) {
                x[from + i] = sum[i] / window;
            }
            slide.blank(sum);
            for (int i = 0; i < size && Double.isNaN(sum[i]); i++) {
                x[from + i] = Double.NaN;
            }
        };
    }

    /** Where the values begin. */
    static int first(double[] x, int from, int to) {
        int i = from;
        while (i < to && Double.isNaN(x[i])) {
            i++;
        }
        return i;
    }
}
