package io.fulmar.indicator;

import java.util.Arrays;
import java.util.stream.Collectors;

/** TA-Lib's numbered kinds of moving average, where an indicator lets its user choose. */
enum MovingAverage {
    SMA(0, Exactness.WINDOW_EXACT, 1, 0),
    EMA(1, Exactness.FORGETTING, 24, 0),
    WMA(2, Exactness.WINDOW_EXACT, 1, 0),
    DEMA(3, Exactness.FORGETTING, 48, 0),
    TEMA(4, Exactness.FORGETTING, 72, 0),
    TRIMA(5, Exactness.WINDOW_EXACT, 1, 0),
    KAMA(6, Exactness.PATH, 0, 0),
    MAMA(7, Exactness.PATH, 0, 0),
    T3(8, Exactness.FORGETTING, 144, 0),
    HMA(9, Exactness.WINDOW, 1, 1),
    NONE(10, Exactness.WINDOW_EXACT, 0, 0),
    ZLEMA(12, Exactness.FORGETTING, 25, 0),
    RMA(13, Exactness.FORGETTING, 48, 0);

    /** TA-Lib's number for whichever kind the indicator has by default. */
    static final int DEFAULT = 11;

    private static final double T3_FACTOR = 0.7;

    private final int number;
    private final Exactness exactness;
    private final int perBar;
    private final int root;

    MovingAverage(int number, Exactness exactness, int perBar, int root) {
        this.number = number;
        this.exactness = exactness;
        this.perBar = perBar;
        this.root = root;
    }

    static MovingAverage of(double number) {
        for (MovingAverage kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "matype must be one of " + numbers() + "; " + Parameter.text(number) + " is not");
    }

    /** What users choose from: {@code 0 SMA, 1 EMA, ...}. */
    static String numbers() {
        return Arrays.stream(values())
                .map(kind -> kind.number + " " + kind.name())
                .collect(Collectors.joining(", "));
    }

    int number() {
        return number;
    }

    Exactness exactness() {
        return exactness;
    }

    long memory(double window) {
        return Math.max(1, perBar * (long) window + root * (long) Math.sqrt(window));
    }

    /** Bars before the first value. */
    int lead(int n) {
        if (n == 1) {
            return 0;
        }
        return switch (this) {
            case SMA, EMA, WMA, TRIMA, RMA -> n - 1;
            case DEMA -> 2 * (n - 1);
            case TEMA -> 3 * (n - 1);
            case T3 -> 6 * (n - 1);
            case KAMA -> n;
            case MAMA -> 32;
            case HMA -> n - 2 + (int) Math.sqrt(n);
            case ZLEMA -> n - 1 + (n - 1) / 2;
            case NONE -> 0;
        };
    }

    /** Over doubles. */
    Cell cell(int n) {
        if (n == 1) {
            return value -> value;
        }
        return switch (this) {
            case SMA -> WindowSum.mean(n);
            case EMA -> Ema.of(n);
            case WMA -> new WindowLinear(n, LinearForm.WEIGHTED);
            case DEMA -> dema(n);
            case TEMA -> tema(n);
            case TRIMA -> trima(n);
            case KAMA -> Kama.of(n);
            case T3 -> t3(n, T3_FACTOR);
            case HMA -> hma(n);
            case MAMA -> new Cycles.Mama(0.5, 0.05);
            case NONE -> value -> value;
            case ZLEMA -> zlema(n);
            case RMA -> Ema.wilder(n);
        };
    }

    /** Over doubles, a stretch at a time. */
    Column column(int n) {
        if (n == 1 || this == NONE) {
            return Column.NONE;
        }
        return switch (this) {
            case SMA -> Column.mean(n);
            case EMA -> Ema.of(n);
            case RMA -> Ema.wilder(n);
            case WMA, DEMA, TEMA, TRIMA, KAMA, MAMA, T3, HMA, NONE, ZLEMA -> Column.of(cell(n));
        };
    }

    /** Over a series, by whole numbers where that makes the value exact. */
    Fold fold(int n) {
        return switch (this) {
            case SMA -> new Choice(() -> new ExactSum(n, n), () -> new Cells(WindowSum.mean(n)));
            case EMA -> Ema.of(n);
            case WMA -> linear(n, LinearForm.WEIGHTED);
            case TRIMA -> new Choice(() -> new ExactTriangle(n), () -> new Cells(trima(n)));
            case RMA -> Ema.wilder(n);
            case DEMA -> n == 1 ? new Cells(cell(1)) : new DoubleEma(n);
            case TEMA, KAMA, MAMA, T3, HMA, NONE, ZLEMA -> new Cells(cell(n));
        };
    }

    static Fold linear(int n, LinearForm form) {
        return new Choice(() -> new ExactLinear(n, form), () -> new Cells(new WindowLinear(n, form)));
    }

    static Cell dema(int n) {
        Cell first = Ema.of(n);
        Cell second = Ema.of(n);
        return value -> {
            double e1 = first.next(value);
            return 2 * e1 - second.after(e1);
        };
    }

    static Cell tema(int n) {
        Cell first = Ema.of(n);
        Cell second = Ema.of(n);
        Cell third = Ema.of(n);
        return value -> {
            double e1 = first.next(value);
            double e2 = second.after(e1);
            return 3 * e1 - 3 * e2 + third.after(e2);
        };
    }

    private static Cell trima(int n) {
        Cell inner = WindowSum.mean((n + 1) / 2);
        Cell outer = WindowSum.mean(n / 2 + 1);
        return value -> outer.after(inner.next(value));
    }

    static Cell t3(int n, double factor) {
        Ema[] chain = new Ema[6];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = Ema.of(n);
        }
        double square = factor * factor;
        double cube = square * factor;
        double c2 = 3 * (square + cube);
        double c3 = -6 * square - 3 * (factor + cube);
        double c4 = 1 + 3 * factor + cube + 3 * square;
        double[] e = new double[chain.length];
        return value -> {
            double x = value;
            for (int i = 0; i < chain.length; i++) {
                x = chain[i].after(x);
                e[i] = x;
            }
            return -cube * e[5] + c2 * e[4] + c3 * e[3] + c4 * e[2];
        };
    }

    /** An EMA of the value and its change over half the window. */
    private static Cell zlema(int n) {
        int half = (n - 1) / 2;
        Cell ema = Ema.of(n);
        if (half == 0) {
            return ema;
        }
        Cell past = new Lag(half);
        return value -> ema.after(2 * value - past.next(value));
    }

    static Cell hma(int n) {
        Cell half = new WindowLinear(Math.max(1, n / 2), LinearForm.WEIGHTED);
        Cell full = new WindowLinear(n, LinearForm.WEIGHTED);
        Cell smooth = new WindowLinear((int) Math.sqrt(n), LinearForm.WEIGHTED);
        return value -> smooth.after(2 * half.next(value) - full.next(value));
    }
}
