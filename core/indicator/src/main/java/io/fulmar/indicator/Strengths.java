package io.fulmar.indicator;

import java.util.List;

/** Oscillators of whole bars: where the close stands, and which way the bars reach. */
final class Strengths {
    private Strengths() {}

    static List<Definition> all() {
        return List.of(
                stochastic(),
                stochasticFast(),
                stochasticRsi(),
                Ranges.bars("willr")
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW_EXACT, a -> (long) a[0])
                        .is(
                                "Williams' %R: distance from the highest high, 0 to -100",
                                a -> RangePlace.williams((int) a[0])),
                Ranges.bars("cci")
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is("commodity channel index", a -> new ChannelIndex((int) a[0])),
                Ranges.bars("ultosc")
                        .with(
                                Parameter.period("timeperiod1", 1, 7),
                                Parameter.period("timeperiod2", 1, 14),
                                Parameter.period("timeperiod3", 1, 28))
                        .window(Exactness.WINDOW, a -> 1 + (long) Math.max(a[0], Math.max(a[1], a[2])))
                        .is(
                                "ultimate oscillator: buying pressure over three windows",
                                a -> new EachBar(new Ultimate(a))),
                Draft.of("bop")
                        .bars(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)
                        .window(Exactness.WINDOW_EXACT, a -> 1)
                        .is(
                                "balance of power: (close - open) / (high - low)",
                                a -> new EachBar((in, i, out) -> {
                                    double range = in[1][i] - in[2][i];
                                    out[0][i] = range > 0 ? (in[3][i] - in[0][i]) / range : 0;
                                })),
                aroon("aroon")
                        .gives("down", "up")
                        .is(
                                "bars since the lowest low and the highest high; 100 is now",
                                a -> new Aroon((int) a[0], false)),
                aroon("aroonosc").is("aroon up less down", a -> new Aroon((int) a[0], true)),
                move("plus_dm", "upward movement, Wilder's sum", Directional.Form.PLUS_MOVE),
                move("minus_dm", "downward movement, Wilder's sum", Directional.Form.MINUS_MOVE),
                directional("plus_di", 1, 48, "upward movement, % of the true range", Directional.Form.PLUS),
                directional("minus_di", 1, 48, "downward movement, % of the true range", Directional.Form.MINUS),
                directional("dx", 2, 48, "directional index", Directional.Form.INDEX),
                directional("adx", 2, 96, "average directional index", Directional.Form.AVERAGE),
                directional("adxr", 2, 97, "mean of adx now and n - 1 bars ago", Directional.Form.RATING));
    }

    private static Draft aroon(String name) {
        return Draft.of(name)
                .bars(Field.HIGH, Field.LOW)
                .with(Parameter.period(2, 14))
                .window(Exactness.WINDOW_EXACT, a -> 1 + (long) a[0]);
    }

    private static Definition move(String name, String description, Directional.Form form) {
        return Draft.of(name)
                .bars(Field.HIGH, Field.LOW)
                .with(Parameter.period(1, 14))
                .forgets("sum of the first n - 1 moves", a -> 48 * (long) a[0])
                .is(description, a -> Directional.of((int) a[0], form));
    }

    private static Definition directional(
            String name, int minimum, int times, String description, Directional.Form form) {
        return Ranges.bars(name)
                .with(Parameter.period(minimum, 14))
                .forgets("sums of the first n - 1 moves", a -> times * (long) a[0])
                .is(description, a -> Directional.of((int) a[0], form));
    }

    private static Definition stochastic() {
        return Ranges.bars("stoch")
                .with(
                        Parameter.period("fastk_period", 1, 5),
                        Parameter.period("slowk_period", 1, 3),
                        Parameter.average("slowk_matype", MovingAverage.SMA),
                        Parameter.period("slowd_period", 1, 3),
                        Parameter.average("slowd_matype", MovingAverage.SMA))
                .gives("slowk", "slowd")
                .window(
                        Exactness.WINDOW,
                        a -> (long) a[0]
                                + MovingAverage.of(a[2]).memory(a[1])
                                + MovingAverage.of(a[4]).memory(a[3]))
                .is("stochastic: the close between lowest low and highest high, twice smoothed", a -> {
                    Column slow = MovingAverage.of(a[2]).column((int) a[1]);
                    Column slower = MovingAverage.of(a[4]).column((int) a[3]);
                    return RangePlace.stochastic((int) a[0], slow, slower);
                });
    }

    private static Definition stochasticFast() {
        return Ranges.bars("stochf")
                .with(
                        Parameter.period("fastk_period", 1, 5),
                        Parameter.period("fastd_period", 1, 3),
                        Parameter.average("fastd_matype", MovingAverage.SMA))
                .gives("fastk", "fastd")
                .window(
                        Exactness.WINDOW,
                        a -> (long) a[0] + MovingAverage.of(a[2]).memory(a[1]))
                .is("fast stochastic: the close between lowest low and highest high", a -> {
                    Column smooth = MovingAverage.of(a[2]).column((int) a[1]);
                    return RangePlace.stochastic((int) a[0], Column.NONE, smooth);
                });
    }

    private static Definition stochasticRsi() {
        return Draft.of("stochrsi")
                .series()
                .with(
                        Parameter.period(2, 14),
                        Parameter.period("fastk_period", 1, 5),
                        Parameter.period("fastd_period", 1, 3),
                        Parameter.average("fastd_matype", MovingAverage.SMA))
                .gives("fastk", "fastd")
                .forgets(
                        "rsi's",
                        a -> 48 * (long) a[0]
                                + (long) a[1]
                                + MovingAverage.of(a[3]).memory(a[2]))
                .is("fast stochastic of the RSI", a -> {
                    Cell rsi = Rsi.cell((int) a[0]);
                    Stochastic k = new Stochastic((int) a[1]);
                    Cell d = MovingAverage.of(a[3]).cell((int) a[2]);
                    return new EachBar((in, i, out) -> {
                        double x = rsi.next(in[0][i]);
                        show(Double.isNaN(x) ? x : k.next(x, x, x), d, i, out);
                    });
                });
    }

    static void show(double k, Cell smooth, int i, double[][] out) {
        double d = smooth.after(k);
        out[0][i] = Double.isNaN(d) ? Double.NaN : k;
        out[1][i] = d;
    }
}
