package io.fulmar.indicator;

import java.util.List;

/** Indicators that weigh moves by volume. */
final class Volumes {
    private Volumes() {}

    static List<Definition> all() {
        return List.of(
                Draft.of("obv")
                        .series()
                        .bars(Field.VOLUME)
                        .path("the first bar's volume")
                        .is("on-balance volume", a -> new OnBalance()),
                flow("ad")
                        .path("0 before the first bar")
                        .is("accumulation/distribution line", a -> new EachBar(line(value -> value))),
                flow("adosc")
                        .with(Parameter.period("fastperiod", 2, 3), Parameter.period("slowperiod", 2, 10))
                        .path("both averages at the first bar's ad")
                        .is("fast EMA less slow EMA of ad", a -> new EachBar(line(oscillator((int) a[0], (int) a[1])))),
                flow("mfi")
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is(
                                "money flow index: the rising bars' share of price times volume",
                                a -> new MoneyFlow((int) a[0])),
                flow("cmf")
                        .with(Parameter.period(2, 20))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is("Chaikin's money flow", a -> chaikin((int) a[0])));
    }

    private static Draft flow(String name) {
        return Draft.of(name).bars(Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);
    }

    private static PerBar line(Cell shown) {
        return new PerBar() {
            private double total;

            @Override
            public void next(double[][] in, int i, double[][] out) {
                total += pressure(in, i);
                out[0][i] = shown.next(total);
            }
        };
    }

    /** The bar's volume, counted fully when it closes at the high, negatively at the low. */
    private static double pressure(double[][] in, int i) {
        double range = in[0][i] - in[1][i];
        return range > 0 ? ((in[2][i] - in[1][i]) - (in[0][i] - in[2][i])) / range * in[3][i] : 0;
    }

    private static Cell oscillator(int fast, int slow) {
        Cell quick = Ema.fromFirst(fast);
        Cell calm = Ema.fromFirst(slow);
        Cell difference = value -> quick.next(value) - calm.next(value);
        int silent = Math.max(fast, slow) - 1;
        return new Cell() {
            private int bars;

            @Override
            public double next(double value) {
                double now = difference.next(value);
                bars += bars <= silent ? 1 : 0;
                return bars > silent ? now : Double.NaN;
            }
        };
    }

    private static Fold chaikin(int n) {
        Cell pressure = WindowSum.sum(n);
        Cell volume = WindowSum.sum(n);
        return new EachBar((in, i, out) -> {
            double share = pressure.next(pressure(in, i));
            double all = volume.next(in[3][i]);
            out[0][i] = all == 0 ? 0 : share / all;
        });
    }
}
