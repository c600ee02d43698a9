package io.fulmar.indicator;

import java.util.List;

/** Volatility, bands, channels and stops. */
final class Ranges {
    private static final String FIRST_RANGES = "mean of the first n true ranges";

    private Ranges() {}

    static List<Definition> all() {
        return List.of(
                bars("trange")
                        .window(Exactness.WINDOW_EXACT, a -> 2)
                        .is("true range: the bar's, including the gap from the last close", a -> new TrueRange()),
                bars("atr")
                        .with(Parameter.period(1, 14))
                        .forgets(FIRST_RANGES, a -> 48 * (long) a[0])
                        .is("average true range, Wilder's", a -> Atr.of((int) a[0])),
                bars("natr")
                        .with(Parameter.period(1, 14))
                        .forgets(FIRST_RANGES, a -> 48 * (long) a[0])
                        .is(
                                "average true range, % of the close; for n = 1 the bare range, as in TA-Lib",
                                a -> a[0] == 1 ? new TrueRange() : Atr.percent((int) a[0])),
                bollinger(),
                bars("kc")
                        .with(Parameter.period(2, 20), Parameter.period("atrperiod", 1, 10), Parameter.real("nbdev", 2))
                        .gives("upper", "middle", "lower")
                        .forgets(
                                "means that end at the first bar both averages can have",
                                a -> Math.max(24 * (long) a[0], 48 * (long) a[1]))
                        .is(
                                "Keltner's channel: EMA of the typical price, bands of ATR",
                                a -> keltner((int) a[0], (int) a[1], a[2])),
                Draft.of("donchian")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.period(2, 20))
                        .gives("upper", "middle", "lower")
                        .window(Exactness.WINDOW_EXACT, a -> (long) a[0])
                        .is("Donchian's channel: highest high, their middle, lowest low", a -> donchian((int) a[0])),
                Draft.of("sar")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.real("acceleration", 0, 3e37, 0.02), Parameter.real("maximum", 0, 3e37, 0.2))
                        .path("the second bar's direction")
                        .is("parabolic stop and reverse", a -> ParabolicSar.plain(a[0], a[1])),
                bars("supertrend")
                        .with(Parameter.period(2, 10), Parameter.real("multiplier", 0, 3e37, 3))
                        .gives("supertrend", "trend")
                        .path("up, at the first ATR")
                        .is(
                                "ATR bands that only close in; trend is 1 up, -1 down",
                                a -> new EachBar(new SuperTrend((int) a[0], a[1]))));
    }

    static Draft bars(String name) {
        return Draft.of(name).bars(Field.HIGH, Field.LOW, Field.CLOSE);
    }

    private static Definition bollinger() {
        return Draft.of("bbands")
                .series()
                .with(
                        Parameter.period(2, 20),
                        Parameter.real("nbdevup", 2),
                        Parameter.real("nbdevdn", 2).like(1),
                        Parameter.average("matype", MovingAverage.SMA))
                .gives("upper", "middle", "lower")
                .window(
                        Exactness.WINDOW_EXACT,
                        a -> Math.max((long) a[0], MovingAverage.of(a[3]).memory(a[0])))
                .is(
                        "Bollinger's bands: an average, standard deviations above and below",
                        a -> Spread.bands((int) a[0], a[1], a[2], MovingAverage.of(a[3])));
    }

    private static Fold keltner(int n, int rangeWindow, double times) {
        int start = Math.max(n - 1, rangeWindow);
        Cell mean = new Late(start - (n - 1), Ema.of(n));
        Cell range = new Late(start - rangeWindow, Ema.wilder(rangeWindow));
        Lag close = new Lag(1);
        return new EachBar((in, i, out) -> {
            double middle = mean.next((in[0][i] + in[1][i] + in[2][i]) / 3);
            double average = range.after(TrueRange.next(in[0][i], in[1][i], close.next(in[2][i])));
            double half = times * average;
            out[0][i] = middle + half;
            out[1][i] = Double.isNaN(half) ? Double.NaN : middle;
            out[2][i] = middle - half;
        });
    }

    private static Fold donchian(int n) {
        Slide highs = new Slide(n);
        Slide lows = new Slide(n, highs);
        return (in, out) -> {
            int size = in.size();
            highs.take(in.values(0), 0, size);
            highs.highest(out[0]);
            lows.take(in.values(1), 0, size);
            lows.lowest(out[2]);
            for (int i = 0; i < size; i++) {
                out[1][i] = (out[0][i] + out[2][i]) / 2;
            }
            for (double[] column : out) {
                highs.blank(column);
            }
        };
    }
}
