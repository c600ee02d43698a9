package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Momentum of whole bars: bulls against bears, swings, and where the close stands. */
final class Powers {
    private Powers() {}

    static List<Definition> all() {
        return Stream.of(plain(), lasting()).flatMap(List::stream).toList();
    }

    private static List<Definition> plain() {
        return List.of(
                Draft.of("ao")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.period("fastperiod", 2, 5), Parameter.period("slowperiod", 2, 34))
                        .window(Exactness.WINDOW, a -> (long) Math.max(a[0], a[1]))
                        .is("awesome oscillator: fast less slow mean of the bars' middles", a -> {
                            Cell awesome = awesome(a);
                            return new EachBar((in, i, out) -> out[0][i] = awesome.next((in[0][i] + in[1][i]) / 2));
                        }),
                Draft.of("ac")
                        .bars(Field.HIGH, Field.LOW)
                        .with(
                                Parameter.period("fastperiod", 2, 5),
                                Parameter.period("slowperiod", 2, 34),
                                Parameter.period("signalperiod", 2, 5))
                        .window(Exactness.WINDOW, a -> (long) (Math.max(a[0], a[1]) + a[2]))
                        .is("accelerator: awesome oscillator less its mean", a -> {
                            Cell awesome = awesome(a);
                            Cell mean = WindowSum.mean((int) a[2]);
                            return new EachBar((in, i, out) -> {
                                double now = awesome.next((in[0][i] + in[1][i]) / 2);
                                out[0][i] = now - mean.after(now);
                            });
                        }),
                Draft.of("qstick")
                        .bars(Field.OPEN, Field.CLOSE)
                        .with(Parameter.period(1, 10))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is("mean of close - open", a -> {
                            Cell mean = WindowSum.mean((int) a[0]);
                            return new EachBar((in, i, out) -> out[0][i] = mean.next(in[1][i] - in[0][i]));
                        }),
                Draft.of("imi")
                        .bars(Field.OPEN, Field.CLOSE)
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is(
                                "intraday momentum: the white bodies' share of all, 50 when there is none",
                                a -> intraday((int) a[0])),
                fractal(),
                Ranges.bars("vortex")
                        .with(Parameter.period(1, 14))
                        .gives("plusvi", "minusvi")
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is("vortex: movement up and down over the true range", a -> vortex((int) a[0])));
    }

    private static List<Definition> lasting() {
        return List.of(
                Ranges.bars("eri")
                        .with(Parameter.period(1, 13))
                        .gives("bullpower", "bearpower")
                        .forgets("mean of the first n", a -> 24 * (long) a[0])
                        .is("Elder's ray: high and low less the EMA of the close", a -> {
                            Cell mean = MovingAverage.EMA.cell((int) a[0]);
                            return new EachBar((in, i, out) -> {
                                double middle = mean.next(in[2][i]);
                                out[0][i] = in[0][i] - middle;
                                out[1][i] = in[1][i] - middle;
                            });
                        }),
                Ranges.bars("wad")
                        .path("0 at the first bar")
                        .is(
                                "Williams' accumulation: what closes rose above true lows, or fell below true highs",
                                a -> accumulation()),
                kdj(),
                stochasticMomentum());
    }

    private static Cell awesome(double[] a) {
        Cell fast = WindowSum.mean((int) a[0]);
        Cell slow = WindowSum.mean((int) a[1]);
        return value -> fast.next(value) - slow.next(value);
    }

    private static Fold intraday(int n) {
        Cell rises = WindowSum.sum(n);
        Cell falls = WindowSum.sum(n);
        return new EachBar((in, i, out) -> {
            double body = in[1][i] - in[0][i];
            double up = rises.next(Math.max(body, 0));
            double all = up + falls.next(Math.max(-body, 0));
            out[0][i] = all == 0 ? 50 : 100 * (up / all);
        });
    }

    private static Definition fractal() {
        return Draft.of("fractal")
                .bars(Field.HIGH, Field.LOW)
                .with(Parameter.period("leftbars", 1, 2), Parameter.period("rightbars", 1, 2))
                .gives("swinghigh", "swinglow")
                .window(Exactness.WINDOW_EXACT, a -> 1 + (long) (a[0] + a[1]))
                .is("100 where the bar rightbars ago proves to be higher, or lower, than all around it", a -> {
                    Swing high = new Swing((int) a[0], (int) a[1]);
                    Swing low = new Swing((int) a[0], (int) a[1]);
                    return new EachBar((in, i, out) -> {
                        out[0][i] = high.next(in[0][i]);
                        out[1][i] = low.next(-in[1][i]);
                    });
                });
    }

    /** A value higher than those around it, known once enough have followed. */
    private static final class Swing implements Cell {
        private final Cell before;
        private final Cell after;
        private final Lag candidate;
        private final Lag past;

        Swing(int left, int right) {
            before = Extreme.highest(left);
            after = Extreme.highest(right);
            candidate = new Lag(right);
            past = new Lag(right + 1);
        }

        @Override
        public double next(double value) {
            double middle = candidate.next(value);
            double around = Math.max(before.after(past.next(value)), after.next(value));
            return Double.isNaN(around) ? Double.NaN : middle > around ? 100 : 0;
        }
    }

    private static Fold vortex(int n) {
        Cell plus = WindowSum.sum(n);
        Cell minus = WindowSum.sum(n);
        Cell reach = WindowSum.sum(n);
        Lag high = new Lag(1);
        Lag low = new Lag(1);
        Lag close = new Lag(1);
        return new EachBar((in, i, out) -> {
            double up = plus.after(Math.abs(in[0][i] - low.next(in[1][i])));
            double down = minus.after(Math.abs(in[1][i] - high.next(in[0][i])));
            double range = reach.after(TrueRange.next(in[0][i], in[1][i], close.next(in[2][i])));
            out[0][i] = range == 0 ? 0 : up / range;
            out[1][i] = range == 0 ? 0 : down / range;
        });
    }

    private static Fold accumulation() {
        Lag close = new Lag(1);
        Cell total = Transforms.running();
        return new EachBar((in, i, out) -> {
            double now = in[2][i];
            double before = close.next(now);
            double step = now > before
                    ? now - Math.min(in[1][i], before)
                    : now < before ? now - Math.max(in[0][i], before) : 0;
            out[0][i] = total.next(step);
        });
    }

    private static Definition kdj() {
        return Ranges.bars("kdj")
                .with(
                        Parameter.period("fastk_period", 1, 9),
                        Parameter.period("slowk_period", 1, 3),
                        Parameter.average("slowk_matype", MovingAverage.RMA),
                        Parameter.period("slowd_period", 1, 3),
                        Parameter.average("slowd_matype", MovingAverage.RMA))
                .gives("k", "d", "j")
                .window(
                        Exactness.WINDOW,
                        a -> (long) a[0]
                                + MovingAverage.of(a[2]).memory(a[1])
                                + MovingAverage.of(a[4]).memory(a[3]))
                .is("stochastic with Wilder's averages, and j = 3 k - 2 d", a -> {
                    Stochastic raw = new Stochastic((int) a[0]);
                    Cell first = MovingAverage.of(a[2]).cell((int) a[1]);
                    Cell second = MovingAverage.of(a[4]).cell((int) a[3]);
                    return new EachBar((in, i, out) -> {
                        Strengths.show(first.after(raw.next(in[0][i], in[1][i], in[2][i])), second, i, out);
                        out[2][i] = 3 * out[0][i] - 2 * out[1][i];
                    });
                });
    }

    private static Definition stochasticMomentum() {
        return Ranges.bars("smi")
                .with(
                        Parameter.period(2, 13),
                        Parameter.period("fastperiod", 2, 2),
                        Parameter.period("slowperiod", 2, 25),
                        Parameter.period("signalperiod", 2, 9))
                .gives("smi", "signal")
                .forgets(
                        "each average begins with a mean of its first values",
                        a -> (long) a[0] + 24 * (long) (a[1] + a[2] + a[3]))
                .is(
                        "stochastic momentum: the close from the middle of the range, twice smoothed, %",
                        a -> {
                            Cell highest = Extreme.highest((int) a[0]);
                            Cell lowest = Extreme.lowest((int) a[0]);
                            Cell distance = Momenta.twice((int) a[2], (int) a[1]);
                            Cell range = Momenta.twice((int) a[2], (int) a[1]);
                            Cell signal = Ema.of((int) a[3]);
                            return new EachBar((in, i, out) -> {
                                double high = highest.next(in[0][i]);
                                double low = lowest.next(in[1][i]);
                                double from = distance.after(in[2][i] - (high + low) / 2);
                                double half = range.after(high - low) / 2;
                                Strengths.show(half == 0 ? 0 : 100 * (from / half), signal, i, out);
                            });
                        });
    }
}
