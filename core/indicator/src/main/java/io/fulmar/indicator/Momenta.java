package io.fulmar.indicator;

import java.util.List;
import java.util.stream.Stream;

/** Momentum of a single series beyond {@link Oscillators}: what was walked, what was gained, how that is smoothed. */
final class Momenta {
    private static final String MEANS = "each average begins with a mean of its first values";

    private Momenta() {}

    static List<Definition> all() {
        return Stream.of(sums(), recursions()).flatMap(List::stream).toList();
    }

    private static List<Definition> sums() {
        return List.of(
                Draft.of("cmou")
                        .series()
                        .with(Parameter.period(2, 14))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is(
                                "Chande's momentum over plain sums: rises less falls, -100 to 100",
                                a -> new Cells(balance((int) a[0]))),
                Draft.of("er")
                        .series()
                        .with(Parameter.period(2, 10))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is(
                                "Kaufman's efficiency: gained over walked, 0 to 1; 1 when still",
                                a -> new Cells(efficiency((int) a[0]))),
                Draft.of("vhf")
                        .series()
                        .with(Parameter.period(2, 28))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is(
                                "vertical horizontal filter: highest less lowest over walked",
                                a -> new Cells(vertical((int) a[0]))),
                Draft.of("dpo")
                        .series()
                        .with(Parameter.period(2, 20))
                        .window(Exactness.WINDOW, a -> Math.max((long) a[0], 2 + (long) a[0] / 2))
                        .is(
                                "detrended price: value n/2 + 1 bars ago less the mean",
                                a -> new Cells(detrended((int) a[0]))),
                Draft.of("fosc")
                        .series()
                        .with(Parameter.period(2, 5))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is(
                                "forecast oscillator: value less the last bar's forecast, %",
                                a -> new Cells(forecast((int) a[0]))),
                Draft.of("coppock")
                        .series()
                        .with(
                                Parameter.period("wmaperiod", 1, 10),
                                Parameter.period("roc1period", 1, 11),
                                Parameter.period("roc2period", 1, 14))
                        .window(Exactness.WINDOW, a -> (long) (a[0] + Math.max(a[1], a[2])))
                        .is("Coppock's curve: WMA of two rates of change", a -> new Cells(coppock(a))));
    }

    private static List<Definition> recursions() {
        return List.of(
                Draft.of("tsi")
                        .series()
                        .with(Parameter.period("firstperiod", 2, 25), Parameter.period("secondperiod", 2, 13))
                        .forgets(MEANS, a -> 1 + 24 * (long) (a[0] + a[1]))
                        .is(
                                "true strength: change over its size, both twice smoothed, %",
                                a -> new Cells(strength((int) a[0], (int) a[1]))),
                Draft.of("rvi")
                        .series()
                        .with(Parameter.period(1, 14), Parameter.period("stddevperiod", 2, 10))
                        .forgets("means of the first n deviations", a -> 48 * (long) a[0] + (long) a[1])
                        .is(
                                "relative volatility: the rising bars' share of the standard deviation, 50 when still",
                                a -> new Cells(volatility((int) a[0], (int) a[1]))),
                macdFix(),
                macdExtended());
    }

    private static Cell balance(int n) {
        Cell rises = WindowSum.sum(n);
        Cell falls = WindowSum.sum(n);
        Cell before = new Lag(1);
        return value -> {
            double change = value - before.next(value);
            double up = rises.after(Math.max(change, 0));
            double down = falls.after(Math.max(-change, 0));
            return up + down == 0 ? 0 : 100 * ((up - down) / (up + down));
        };
    }

    /** The sum of the last n steps, whatever their way. */
    private static Cell walked(int n) {
        Cell sum = WindowSum.sum(n);
        Cell before = new Lag(1);
        return value -> sum.after(Math.abs(value - before.next(value)));
    }

    private static Cell efficiency(int n) {
        Cell walked = walked(n);
        Cell past = new Lag(n);
        return value -> {
            double way = walked.next(value);
            double gained = Math.abs(value - past.next(value));
            return way == 0 ? 1 : gained / way;
        };
    }

    private static Cell vertical(int n) {
        Cell walked = walked(n);
        Cell highest = Extreme.highest(n);
        Cell lowest = Extreme.lowest(n);
        return value -> {
            double way = walked.next(value);
            double reach = highest.next(value) - lowest.next(value);
            return way == 0 ? 0 : reach / way;
        };
    }

    private static Cell detrended(int n) {
        Cell mean = WindowSum.mean(n);
        Cell past = new Lag(n / 2 + 1);
        return value -> past.next(value) - mean.next(value);
    }

    private static Cell forecast(int n) {
        Cell line = new WindowLinear(n, LinearForm.NEXT);
        Cell before = new Lag(1);
        return value -> {
            double miss = value - before.next(line.next(value));
            return value == 0 && !Double.isNaN(miss) ? 0 : 100 * miss / value;
        };
    }

    private static Cell coppock(double[] a) {
        Cell smooth = new WindowLinear((int) a[0], LinearForm.WEIGHTED);
        Cell first = Oscillators.rate((int) a[1]);
        Cell second = Oscillators.rate((int) a[2]);
        return value -> smooth.after(first.next(value) + second.next(value));
    }

    private static Cell strength(int first, int second) {
        Cell change = twice(first, second);
        Cell size = twice(first, second);
        Cell before = new Lag(1);
        return value -> {
            double step = value - before.next(value);
            double up = change.after(step);
            double all = size.after(Math.abs(step));
            return all == 0 ? 0 : 100 * (up / all);
        };
    }

    static Cell twice(int first, int second) {
        Cell inner = Ema.of(first);
        Cell outer = Ema.of(second);
        return value -> outer.after(inner.next(value));
    }

    private static Cell volatility(int n, int window) {
        Cell deviation = Spread.deviation(window, 1);
        Cell rises = Ema.wilder(n);
        Cell falls = Ema.wilder(n);
        Cell before = new Lag(1);
        return value -> {
            double change = value - before.next(value);
            double spread = deviation.next(value);
            boolean known = !Double.isNaN(spread);
            double up = rises.after(known && change <= 0 ? 0 : spread);
            double down = falls.after(known && change >= 0 ? 0 : spread);
            return up + down == 0 ? 50 : 100 * (up / (up + down));
        };
    }

    private static Definition macdFix() {
        return Draft.of("macdfix")
                .series()
                .with(Parameter.period("signalperiod", 1, 9))
                .gives("macd", "signal", "hist")
                .forgets("both averages begin with a mean that ends at bar 26", a -> 24 * (26 + (long) a[0]))
                .is(
                        "macd of 12 and 26 bars with the gains 0.15 and 0.075",
                        a -> new EachBar(Oscillators.macd(
                                new Late(14, Ema.gaining(12, 0.15)), Ema.gaining(26, 0.075), Ema.of((int) a[0]))));
    }

    private static Definition macdExtended() {
        return Draft.of("macdext")
                .series()
                .with(
                        Parameter.period("fastperiod", 2, 12),
                        Parameter.average("fastmatype", MovingAverage.SMA),
                        Parameter.period("slowperiod", 2, 26),
                        Parameter.average("slowmatype", MovingAverage.SMA),
                        Parameter.period("signalperiod", 1, 9),
                        Parameter.average("signalmatype", MovingAverage.SMA))
                .gives("macd", "signal", "hist")
                .window(Exactness.WINDOW, a -> Math.max(memory(a, 0), memory(a, 2)) + memory(a, 4))
                .is("macd with averages of any kind", Momenta::macdExtended);
    }

    private static long memory(double[] a, int at) {
        return MovingAverage.of(a[at + 1]).memory(a[at]);
    }

    private static Fold macdExtended(double[] a) {
        boolean swapped = a[2] < a[0];
        int fast = (int) a[swapped ? 2 : 0];
        int slow = (int) a[swapped ? 0 : 2];
        MovingAverage quick = MovingAverage.of(a[swapped ? 3 : 1]);
        MovingAverage calm = MovingAverage.of(a[swapped ? 1 : 3]);
        int lead = Math.max(quick.lead(fast), calm.lead(slow));
        return new EachBar(Oscillators.macd(
                new Late(lead - quick.lead(fast), quick.cell(fast)),
                new Late(lead - calm.lead(slow), calm.cell(slow)),
                MovingAverage.of(a[5]).cell((int) a[4])));
    }
}
