package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** More of volatility: bands, widths, and bars made over. */
final class Envelopes {
    private Envelopes() {}

    static List<Definition> all() {
        return Stream.of(widths(), lines()).flatMap(List::stream).toList();
    }

    private static List<Definition> widths() {
        return List.of(
                Ranges.bars("accbands")
                        .with(Parameter.period(2, 20))
                        .gives("upper", "middle", "lower")
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is(
                                "acceleration bands: means of high and low, widened by the bars' own width",
                                a -> acceleration((int) a[0])),
                Draft.of("adr")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.period(1, 14))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is("mean of high - low", a -> {
                            Cell mean = WindowSum.mean((int) a[0]);
                            return new EachBar((in, i, out) -> out[0][i] = mean.next(in[0][i] - in[1][i]));
                        }),
                Draft.of("avgdev")
                        .series()
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW, a -> (long) a[0])
                        .is("mean distance from the mean", a -> {
                            Window window = new Window((int) a[0]);
                            return new Cells(
                                    value -> window.add(value) ? window.distances() / window.size() : Double.NaN);
                        }),
                Draft.of("cvi")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.period(2, 10), Parameter.period("rocperiod", 1, 10))
                        .forgets("mean of the first n", a -> 24 * (long) a[0] + (long) a[1])
                        .is(
                                "Chaikin's volatility: change of the EMA of high - low, %",
                                a -> {
                                    Cell mean = Ema.of((int) a[0]);
                                    Cell rate = Oscillators.rate((int) a[1]);
                                    return new EachBar(
                                            (in, i, out) -> out[0][i] = rate.after(mean.next(in[0][i] - in[1][i])));
                                }),
                Draft.of("massi")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.period("fastperiod", 2, 9), Parameter.period("slowperiod", 2, 25))
                        .forgets("means of the first values, twice", a -> 48 * (long) a[0] + (long) a[1])
                        .is(
                                "mass index: sum of EMA over its EMA, both of high - low",
                                a -> mass((int) a[0], (int) a[1])),
                Ranges.bars("chop")
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is(
                                "choppiness: true ranges over the whole range, as a logarithm; 100 goes nowhere",
                                a -> choppiness((int) a[0])));
    }

    private static List<Definition> lines() {
        return List.of(
                sarExtended(),
                Draft.of("ha")
                        .bars(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)
                        .gives("haopen", "hahigh", "halow", "haclose")
                        .forgets("middle of the first open and close", a -> 100)
                        .is("Heikin-Ashi bars", a -> new EachBar(heikinAshi())),
                ichimoku(),
                Draft.of("zigzag")
                        .bars(Field.HIGH, Field.LOW)
                        .with(Parameter.real("percent", 1e-6, 99, 5))
                        .gives("pivot", "kind", "age")
                        .path("the first turn from the extremes since the anchor")
                        .is(
                                "last confirmed turn, 1 high or -1 low, and its age in bars; never changes afterwards",
                                a -> new EachBar(new ZigZag(a[0]))));
    }

    private static Fold acceleration(int n) {
        Cell upper = WindowSum.mean(n);
        Cell middle = WindowSum.mean(n);
        Cell lower = WindowSum.mean(n);
        return new EachBar((in, i, out) -> {
            double high = in[0][i];
            double low = in[1][i];
            double wide = high + low == 0 ? 0 : 4 * (high - low) / (high + low);
            out[0][i] = upper.next(high * (1 + wide));
            out[1][i] = middle.next(in[2][i]);
            out[2][i] = lower.next(low * (1 - wide));
        });
    }

    private static Fold mass(int n, int window) {
        Cell inner = Ema.of(n);
        Cell outer = Ema.of(n);
        Cell sum = WindowSum.sum(window);
        return new EachBar((in, i, out) -> {
            double mean = inner.next(in[0][i] - in[1][i]);
            double second = outer.after(mean);
            out[0][i] = sum.after(second == 0 ? 1 : mean / second);
        });
    }

    private static Definition sarExtended() {
        return Draft.of("sarext")
                .bars(Field.HIGH, Field.LOW)
                .with(
                        Parameter.real("startvalue", 0),
                        Parameter.real("offsetonreverse", 0, 3e37, 0),
                        Parameter.real("accelerationinitlong", 0, 3e37, 0.02),
                        Parameter.real("accelerationlong", 0, 3e37, 0.02),
                        Parameter.real("accelerationmaxlong", 0, 3e37, 0.2),
                        Parameter.real("accelerationinitshort", 0, 3e37, 0.02),
                        Parameter.real("accelerationshort", 0, 3e37, 0.02),
                        Parameter.real("accelerationmaxshort", 0, 3e37, 0.2))
                .path("startvalue, or the second bar's direction for 0")
                .is(
                        "parabolic stop and reverse, each side for itself; stops of a fall are below 0",
                        a -> ParabolicSar.extended(a));
    }

    private static PerBar heikinAshi() {
        double[] last = {Double.NaN, Double.NaN};
        return (in, i, out) -> {
            double close = (in[0][i] + in[1][i] + in[2][i] + in[3][i]) / 4;
            double open = Double.isNaN(last[0]) ? (in[0][i] + in[3][i]) / 2 : (last[0] + last[1]) / 2;
            out[0][i] = open;
            out[1][i] = Math.max(in[1][i], Math.max(open, close));
            out[2][i] = Math.min(in[2][i], Math.min(open, close));
            out[3][i] = close;
            last[0] = open;
            last[1] = close;
        };
    }

    private static Fold choppiness(int n) {
        Cell ranges = WindowSum.sum(n);
        Cell highest = Extreme.highest(n);
        Cell lowest = Extreme.lowest(n);
        Lag close = new Lag(1);
        double scale = 100 / StrictMath.log10(n);
        return new EachBar((in, i, out) -> {
            double walked = ranges.after(TrueRange.next(in[0][i], in[1][i], close.next(in[2][i])));
            double reach = highest.next(in[0][i]) - lowest.next(in[1][i]);
            out[0][i] = reach == 0 && walked == 0 ? 100 : scale * StrictMath.log10(walked / reach);
        });
    }

    private static Definition ichimoku() {
        return Draft.of("ichimoku")
                .bars(Field.HIGH, Field.LOW)
                .with(
                        Parameter.period("tenkanperiod", 2, 9),
                        Parameter.period("kijunperiod", 2, 26),
                        Parameter.period("senkouperiod", 2, 52),
                        Parameter.period("displacement", 1, 26))
                .gives("tenkan", "kijun", "senkoua", "senkoub")
                .window(Exactness.WINDOW_EXACT, a -> (long) (Math.max(a[0], Math.max(a[1], a[2])) + a[3]))
                .is(
                        "Ichimoku: middles of three ranges; the cloud is the one drawn at this bar, displacement bars old",
                        Envelopes::ichimoku);
    }

    private static Fold ichimoku(double[] a) {
        Middle tenkan = new Middle((int) a[0]);
        Middle kijun = new Middle((int) a[1]);
        Middle senkou = new Middle((int) a[2]);
        Lag first = new Lag((int) a[3]);
        Lag second = new Lag((int) a[3]);
        return new EachBar((in, i, out) -> {
            double high = in[0][i];
            double low = in[1][i];
            out[0][i] = tenkan.next(high, low);
            out[1][i] = kijun.next(high, low);
            out[2][i] = first.next((out[0][i] + out[1][i]) / 2);
            out[3][i] = second.next(senkou.next(high, low));
        });
    }
}
