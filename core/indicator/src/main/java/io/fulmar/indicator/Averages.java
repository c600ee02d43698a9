package io.fulmar.indicator;

import java.util.List;

/** The moving averages. */
final class Averages {
    private static final String MEAN_OF_FIRST = "mean of the first n";

    /** Every length up to it is computed for each bar. */
    private static final int VARIABLE_MOST = 500;

    private Averages() {}

    static List<Definition> all() {
        return List.of(
                window("sma", "simple moving average", MovingAverage.SMA),
                exponential("ema", "exponential moving average, 2/(n+1)", MovingAverage.EMA),
                window("wma", "linearly weighted moving average", MovingAverage.WMA),
                exponential("dema", "double exponential: 2 EMA - EMA of EMA", MovingAverage.DEMA),
                exponential("tema", "triple exponential: 3 EMA - 3 EMA of EMA + EMA of that", MovingAverage.TEMA),
                window("trima", "triangular: the mean of a mean", MovingAverage.TRIMA),
                Draft.of("kama")
                        .series()
                        .with(Parameter.period(1, 30))
                        .path("the price before the first value")
                        .is("Kaufman's adaptive average", a -> MovingAverage.KAMA.fold((int) a[0])),
                Draft.of("t3")
                        .series()
                        .with(Parameter.period(1, 5), Parameter.real("vfactor", 0, 1, 0.7))
                        .forgets(MEAN_OF_FIRST + ", six times over", a -> 144 * (long) a[0])
                        .is(
                                "Tillson's T3: six EMAs weighed together",
                                a -> new Cells(MovingAverage.t3((int) a[0], a[1]))),
                Draft.of("ma")
                        .series()
                        .with(Parameter.period(1, 30), Parameter.average("matype", MovingAverage.SMA))
                        .window(
                                Exactness.WINDOW_EXACT,
                                a -> MovingAverage.of(a[1]).memory(a[0]))
                        .is(
                                "moving average of a chosen kind",
                                a -> MovingAverage.of(a[1]).fold((int) a[0])),
                Draft.of("hma")
                        .series()
                        .with(Parameter.period(1, 20))
                        .window(Exactness.WINDOW, a -> MovingAverage.HMA.memory(a[0]))
                        .is(
                                "Hull's average: WMA(2 WMA(n/2) - WMA(n), sqrt n)",
                                a -> MovingAverage.HMA.fold((int) a[0])),
                Draft.of("vwma")
                        .series()
                        .bars(Field.VOLUME)
                        .with(Parameter.period(1, 30))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is("volume-weighted average; NaN while nothing trades", a -> volumeWeighted((int) a[0])),
                Draft.of("rma")
                        .series()
                        .with(Parameter.period(1, 30))
                        .forgets(MEAN_OF_FIRST, a -> 48 * (long) a[0])
                        .is("Wilder's average, 1/n", a -> Ema.wilder((int) a[0])),
                exponential("zlema", "zero-lag: EMA of 2 x - x half a window ago", MovingAverage.ZLEMA),
                variable(),
                Draft.of("alma")
                        .series()
                        .with(
                                Parameter.period(1, 9),
                                Parameter.real("offset", 0, 1, 0.85),
                                Parameter.real("sigma", 1e-3, 1e3, 6))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is(
                                "Arnaud Legoux' average: weights of a bell at offset, n/sigma wide",
                                a -> new Cells(bell((int) a[0], a[1], a[2]))));
    }

    private static Definition window(String name, String description, MovingAverage kind) {
        return Draft.of(name)
                .series()
                .with(Parameter.period(1, 30))
                .window(Exactness.WINDOW_EXACT, a -> kind.memory(a[0]))
                .is(description, a -> kind.fold((int) a[0]));
    }

    private static Definition exponential(String name, String description, MovingAverage kind) {
        return Draft.of(name)
                .series()
                .with(Parameter.period(1, 30))
                .forgets(MEAN_OF_FIRST, a -> kind.memory(a[0]))
                .is(description, a -> kind.fold((int) a[0]));
    }

    private static Definition variable() {
        return Draft.of("mavp")
                .series()
                .series()
                .with(
                        Parameter.period("minperiod", 1, 2).to(VARIABLE_MOST),
                        Parameter.period("maxperiod", 2, 30).to(VARIABLE_MOST),
                        Parameter.average("matype", MovingAverage.SMA))
                .window(Exactness.WINDOW, a -> 2 * MovingAverage.of(a[2]).memory(Math.max(a[0], a[1])))
                .is(
                        "moving average whose window is the second series, from minperiod to maxperiod",
                        a -> new EachBar(variable(
                                (int) Math.min(a[0], a[1]), (int) Math.max(a[0], a[1]), MovingAverage.of(a[2]))));
    }

    /** An average of every length keeps pace, so that each is there when it is asked for. */
    private static PerBar variable(int shortest, int longest, MovingAverage kind) {
        Cell[] averages = new Cell[longest - shortest + 1];
        for (int i = 0; i < averages.length; i++) {
            int n = shortest + i;
            averages[i] = new Late(kind.lead(longest) - kind.lead(n), kind.cell(n));
        }
        double[] now = new double[averages.length];
        return (in, i, out) -> {
            for (int k = 0; k < averages.length; k++) {
                now[k] = averages[k].next(in[0][i]);
            }
            int wanted = (int) Math.max(shortest, Math.min(longest, in[1][i]));
            out[0][i] = now[wanted - shortest];
        };
    }

    private static Cell bell(int n, double offset, double sigma) {
        double[] weights = new double[n];
        double total = 0;
        double middle = offset * (n - 1);
        double width = n / sigma;
        for (int i = 0; i < n; i++) {
            double away = (i - middle) / width;
            weights[i] = StrictMath.exp(-away * away / 2);
            total += weights[i];
        }
        for (int i = 0; i < n; i++) {
            weights[i] /= total;
        }
        Window window = new Window(n);
        return value -> window.add(value) ? window.weighed(weights) : Double.NaN;
    }

    private static Fold volumeWeighted(int n) {
        if (n == 1) {
            return new Cells(value -> value);
        }
        Cell traded = WindowSum.sum(n);
        Cell volume = WindowSum.sum(n);
        return new EachBar((in, i, out) -> out[0][i] = traded.next(in[0][i] * in[1][i]) / volume.next(in[1][i]));
    }
}
