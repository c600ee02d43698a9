package io.fulmar.indicator;

/** Standard deviation, variance and Bollinger's bands of doubles, and of means other than the plain one. */
final class Spread {
    private Spread() {}

    static Cell variance(int n) {
        Window window = new Window(n);
        return value -> window.add(value) ? window.squares() / n : Double.NaN;
    }

    static Cell deviation(int n, double times) {
        Cell variance = variance(n);
        return value -> Math.sqrt(variance.next(value)) * times;
    }

    static Fold bands(int n, double above, double below, MovingAverage kind) {
        Fold plain = new EachBar(bandsAround(kind.cell(n), n, above, below));
        return kind == MovingAverage.SMA ? new Choice(() -> ExactSpread.bands(n, above, below), () -> plain) : plain;
    }

    private static PerBar bandsAround(Cell mean, int n, double above, double below) {
        Cell spread = deviation(n, 1);
        return (in, i, out) -> {
            double middle = mean.next(in[0][i]);
            double deviation = spread.next(in[0][i]);
            out[0][i] = middle + above * deviation;
            out[1][i] = Double.isNaN(deviation) ? Double.NaN : middle;
            out[2][i] = middle - below * deviation;
        };
    }

    static Fold correlation(int n) {
        Window left = new Window(n);
        Window right = new Window(n);
        return new EachBar((in, i, out) -> {
            boolean full = left.add(in[0][i]);
            right.add(in[1][i]);
            out[0][i] = full ? correlation(left, right) : Double.NaN;
        });
    }

    private static double correlation(Window left, Window right) {
        double spread = Math.sqrt(left.squares()) * Math.sqrt(right.squares());
        return spread == 0 ? 0 : left.products(right) / spread;
    }
}
