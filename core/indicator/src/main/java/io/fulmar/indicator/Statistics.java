package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Windows described by numbers: extremes, spread, regression; and prices put together from a bar. */
final class Statistics {
    private Statistics() {}

    static List<Definition> all() {
        return Stream.of(windows(), lines(), prices()).flatMap(List::stream).toList();
    }

    private static List<Definition> windows() {
        return List.of(
                window("max", 2, 30).is("highest value", a -> SlidingExtreme.highest((int) a[0])),
                window("min", 2, 30).is("lowest value", a -> SlidingExtreme.lowest((int) a[0])),
                window("sum", 2, 30).is("sum", a -> sum((int) a[0])),
                window("midpoint", 2, 14).is("middle of highest and lowest", a -> new Cells(midpoint((int) a[0]))),
                Draft.of("midprice")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW_EXACT, a -> (long) a[0])
                        .is("middle of highest high and lowest low", a -> midprice((int) a[0])),
                window("stddev", 2, 5)
                        .with(Parameter.real("nbdev", 1))
                        .is(
                                "standard deviation of the whole window (ddof 0), times nbdev",
                                a -> deviation((int) a[0], a[1])),
                window("var", 1, 5)
                        .with(Parameter.real("nbdev", 1))
                        .is(
                                "variance of the whole window (ddof 0); nbdev changes nothing, as in TA-Lib",
                                a -> variance((int) a[0])),
                window("percentile", 2, 30)
                        .with(Parameter.real("percentile", 0, 100, 50))
                        .is(
                                "lowest value that so many percent do not exceed",
                                a -> new Cells(percentile((int) a[0], a[1]))),
                Draft.of("percentrank")
                        .series()
                        .with(Parameter.period(2, 100))
                        .window(Exactness.WINDOW_EXACT, a -> 1 + (long) a[0])
                        .is("percent of the n values before that are lower", a -> new Cells(percentRank((int) a[0]))));
    }

    private static List<Definition> lines() {
        return List.of(
                line("linearreg", "regression line at the newest bar", LinearForm.END),
                line("linearreg_intercept", "regression line at the oldest bar", LinearForm.START),
                line("linearreg_slope", "rise of the regression line from bar to bar", LinearForm.SLOPE),
                window("linearreg_angle", 2, 14).is("angle of the regression line, degrees", a -> angle((int) a[0])),
                line("tsf", "regression line one bar ahead", LinearForm.NEXT),
                Draft.of("correl")
                        .series(Field.HIGH)
                        .series(Field.LOW)
                        .with(Parameter.period(1, 30))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is("correlation of two series", a -> Spread.correlation((int) a[0])),
                Draft.of("beta")
                        .series(Field.HIGH)
                        .series(Field.LOW)
                        .with(Parameter.period(1, 5))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is("slope of the second series' changes over the first's", a -> beta((int) a[0])));
    }

    /** Put together from a bar. */
    private static List<Definition> prices() {
        return List.of(
                Draft.of("avgprice")
                        .bars(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)
                        .window(Exactness.WINDOW_EXACT, a -> 1)
                        .is(
                                "mean of open, high, low, close",
                                a -> new EachBar(
                                        (in, i, out) -> out[0][i] = (in[1][i] + in[2][i] + in[3][i] + in[0][i]) / 4)),
                Draft.of("medprice")
                        .bars(Field.HIGH, Field.LOW)
                        .window(Exactness.WINDOW_EXACT, a -> 1)
                        .is(
                                "middle of high and low",
                                a -> new EachBar((in, i, out) -> out[0][i] = (in[0][i] + in[1][i]) / 2)),
                Ranges.bars("typprice")
                        .window(Exactness.WINDOW_EXACT, a -> 1)
                        .is(
                                "mean of high, low, close",
                                a -> new EachBar((in, i, out) -> out[0][i] = (in[0][i] + in[1][i] + in[2][i]) / 3)),
                Ranges.bars("wclprice")
                        .window(Exactness.WINDOW_EXACT, a -> 1)
                        .is(
                                "mean of high, low, and close twice",
                                a -> new EachBar(
                                        (in, i, out) -> out[0][i] = (in[0][i] + in[1][i] + 2 * in[2][i]) / 4)));
    }

    private static Draft window(String name, int minimum, int preset) {
        return Draft.of(name).series().with(Parameter.period(minimum, preset)).window(Exactness.WINDOW_EXACT, a ->
                (long) a[0]);
    }

    private static Definition line(String name, String description, LinearForm form) {
        return window(name, 2, 14).is(description, a -> MovingAverage.linear((int) a[0], form));
    }

    private static Fold sum(int n) {
        return new Choice(() -> new ExactSum(n, 1), () -> new Cells(WindowSum.sum(n)));
    }

    private static Fold deviation(int n, double times) {
        return new Choice(() -> ExactSpread.deviation(n, times), () -> new Cells(Spread.deviation(n, times)));
    }

    private static Fold variance(int n) {
        return new Choice(() -> ExactSpread.variance(n), () -> new Cells(Spread.variance(n)));
    }

    private static Fold angle(int n) {
        Fold slope = MovingAverage.linear(n, LinearForm.SLOPE);
        return (in, out) -> {
            slope.take(in, out);
            for (int i = 0; i < in.size(); i++) {
                out[0][i] = StrictMath.atan(out[0][i]) * (180 / Math.PI);
            }
        };
    }

    private static Cell midpoint(int n) {
        Cell highest = Extreme.highest(n);
        Cell lowest = Extreme.lowest(n);
        return value -> (highest.next(value) + lowest.next(value)) / 2;
    }

    private static Fold midprice(int n) {
        Middle middle = new Middle(n);
        return new EachBar((in, i, out) -> out[0][i] = middle.next(in[0][i], in[1][i]));
    }

    /** How far the second series' changes go with the first's. */
    private static Fold beta(int n) {
        Window market = new Window(n);
        Window own = new Window(n);
        Cell marketChange = Oscillators.rate(1);
        Cell ownChange = Oscillators.rate(1);
        return new EachBar((in, i, out) -> {
            double x = marketChange.next(in[0][i]);
            double y = ownChange.next(in[1][i]);
            boolean full = !Double.isNaN(x) && market.add(x);
            if (!Double.isNaN(y)) {
                own.add(y);
            }
            out[0][i] = full ? beta(market, own) : Double.NaN;
        });
    }

    private static double beta(Window market, Window own) {
        double spread = market.squares();
        return spread == 0 ? 0 : market.products(own) / spread;
    }

    private static Cell percentile(int n, double percent) {
        SortedWindow window = new SortedWindow(n);
        int place = Math.max(0, (int) Math.ceil(percent / 100 * n) - 1);
        return value -> window.add(value) ? window.at(place) : Double.NaN;
    }

    /** The share of the n values before that are lower. */
    private static Cell percentRank(int n) {
        SortedWindow window = new SortedWindow(n);
        return value -> {
            double rank = window.full() ? 100.0 * window.below(value) / n : Double.NaN;
            window.add(value);
            return rank;
        };
    }
}
