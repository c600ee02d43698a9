package io.fulmar.indicator;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Momentum of a single series. */
final class Oscillators {
    private Oscillators() {}

    static List<Definition> all() {
        return List.of(
                wilder("rsi", "relative strength index: the rises' share, 0 to 100", a -> Rsi.rsi((int) a[0])),
                wilder("cmo", "Chande's momentum: rises less falls, -100 to 100", a -> Rsi.cmo((int) a[0])),
                macd(),
                oscillator(Draft.of("apo").series(), "fast average less slow", (fast, slow) -> fast - slow),
                percentage(Draft.of("ppo").series(), "fast average less slow, % of slow"),
                change("mom", "change over n bars", (now, past) -> now - past),
                change("roc").is("change over n bars, %", a -> new RateOfChange((int) a[0])),
                change("rocp", "change over n bars as a fraction", (now, past) -> past == 0 ? 0 : (now - past) / past),
                change("rocr", "ratio to the value n bars ago", (now, past) -> past == 0 ? 0 : now / past),
                change("rocr100", "ratio to the value n bars ago, %", (now, past) -> past == 0 ? 0 : now / past * 100),
                Draft.of("trix")
                        .series()
                        .with(Parameter.period(1, 30))
                        .forgets("mean of the first n, three times over", a -> 72 * (long) a[0])
                        .is("one-bar change of a triple EMA, %", a -> new Cells(trix((int) a[0]))));
    }

    private static Definition wilder(String name, String description, Definition.Maker maker) {
        return Draft.of(name)
                .series()
                .with(Parameter.period(2, 14))
                .forgets("means of the first n rises and falls", a -> 48 * (long) a[0])
                .is(description, maker);
    }

    private static Definition change(String name, String description, DoubleBinaryOperator of) {
        return change(name).is(description, a -> new Cells(change((int) a[0], of)));
    }

    private static Draft change(String name) {
        return Draft.of(name)
                .series()
                .with(Parameter.period(1, 10))
                .window(Exactness.WINDOW_EXACT, a -> 1 + (long) a[0]);
    }

    private static Cell change(int n, DoubleBinaryOperator of) {
        Cell lag = new Lag(n);
        return value -> {
            double past = lag.next(value);
            return Double.isNaN(past) ? Double.NaN : of.applyAsDouble(value, past);
        };
    }

    /** Change over n bars, %. */
    static Cell rate(int n) {
        return change(n, (now, past) -> past == 0 ? 0 : (now / past - 1) * 100);
    }

    private static Cell trix(int n) {
        Cell first = Ema.of(n);
        Cell second = Ema.of(n);
        Cell third = Ema.of(n);
        Cell change = rate(1);
        return value -> change.after(third.after(second.after(first.next(value))));
    }

    static Definition percentage(Draft draft, String description) {
        return oscillator(draft, description, (fast, slow) -> slow == 0 ? 0 : (fast - slow) / slow * 100);
    }

    private static Definition oscillator(Draft draft, String description, DoubleBinaryOperator of) {
        return draft.with(
                        Parameter.period("fastperiod", 2, 12),
                        Parameter.period("slowperiod", 2, 26),
                        Parameter.average("matype", MovingAverage.EMA))
                .window(Exactness.WINDOW, a -> MovingAverage.of(a[2]).memory(Math.max(a[0], a[1])))
                .is(description, a -> {
                    Cell fast = MovingAverage.of(a[2]).cell((int) Math.min(a[0], a[1]));
                    Cell slow = MovingAverage.of(a[2]).cell((int) Math.max(a[0], a[1]));
                    return new Cells(value -> {
                        double quick = fast.next(value);
                        double calm = slow.next(value);
                        return Double.isNaN(calm) ? Double.NaN : of.applyAsDouble(quick, calm);
                    });
                });
    }

    private static Definition macd() {
        return Draft.of("macd")
                .series()
                .with(
                        Parameter.period("fastperiod", 2, 12),
                        Parameter.period("slowperiod", 2, 26),
                        Parameter.period("signalperiod", 1, 9))
                .gives("macd", "signal", "hist")
                .forgets(
                        "both averages begin with a mean that ends at bar slow",
                        a -> 24 * (long) (Math.max(a[0], a[1]) + a[2]))
                .is("fast EMA less slow EMA, its EMA, and their difference", a -> {
                    int fast = (int) Math.min(a[0], a[1]);
                    int slow = (int) Math.max(a[0], a[1]);
                    return new EachBar(macd(new Late(slow - fast, Ema.of(fast)), Ema.of(slow), Ema.of((int) a[2])));
                });
    }

    static PerBar macd(Cell quick, Cell calm, Cell line) {
        return (in, i, out) -> {
            double macd = quick.next(in[0][i]) - calm.next(in[0][i]);
            double average = line.after(macd);
            out[0][i] = Double.isNaN(average) ? Double.NaN : macd;
            out[1][i] = average;
            out[2][i] = macd - average;
        };
    }
}
