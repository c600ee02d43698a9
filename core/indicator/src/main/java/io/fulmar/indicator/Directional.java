package io.fulmar.indicator;

/** Wilder's directional movement: DM, DI, DX, ADX and ADXR. */
final class Directional {
    /** Which of the family a fold shows. */
    enum Form {
        PLUS_MOVE,
        MINUS_MOVE,
        PLUS,
        MINUS,
        INDEX,
        AVERAGE,
        RATING
    }

    private final int window;
    private final Form form;
    private final Lag past;
    private double high;
    private double low;
    private double close;
    private double plus;
    private double minus;
    private double range;
    private double index;
    private double total;
    private double average = Double.NaN;
    private int bars;

    private Directional(int window, Form form) {
        this.window = window;
        this.form = form;
        past = new Lag(Math.max(1, window - 1));
    }

    /** Inputs high, low, close; the moves alone need no close. */
    static Fold of(int window, Form form) {
        Directional state = new Directional(window, form);
        boolean moves = form == Form.PLUS_MOVE || form == Form.MINUS_MOVE;
        return new EachBar((in, i, out) -> out[0][i] = state.next(in[0][i], in[1][i], moves ? in[0][i] : in[2][i]));
    }

    private double next(double newHigh, double newLow, double newClose) {
        if (bars > 0) {
            move(newHigh - high, low - newLow, TrueRange.next(newHigh, newLow, close));
        }
        bars++;
        high = newHigh;
        low = newLow;
        close = newClose;
        return switch (form) {
            case PLUS_MOVE -> bars >= Math.max(2, window) ? plus : Double.NaN;
            case MINUS_MOVE -> bars >= Math.max(2, window) ? minus : Double.NaN;
            case PLUS -> bars > window ? share(plus) : Double.NaN;
            case MINUS -> bars > window ? share(minus) : Double.NaN;
            case INDEX -> bars > window ? index() : Double.NaN;
            case AVERAGE -> average();
            case RATING -> rating();
        };
    }

    /** The first n - 1 moves are added up; from then on a share of 1/n is forgotten with each. */
    private void move(double up, double down, double trueRange) {
        double rise = up > 0 && up > down ? up : 0;
        double fall = down > 0 && down > up ? down : 0;
        double kept = bars < window ? 1 : 1 - 1.0 / window;
        plus = Math.fma(kept, plus, rise);
        minus = Math.fma(kept, minus, fall);
        range = Math.fma(kept, range, trueRange);
    }

    private double share(double move) {
        if (range == 0) {
            return 0;
        }
        return window == 1 ? move / range : 100 * (move / range);
    }

    /** Without any movement the last index stands. */
    private double index() {
        if (moved()) {
            index = fresh();
        }
        return index;
    }

    private boolean moved() {
        return range != 0 && plus + minus != 0;
    }

    private double fresh() {
        return 100 * (Math.abs(minus - plus) / (minus + plus));
    }

    /** The mean of the first n indices, in which bars without movement count as 0; then Wilder's average of those with movement. */
    private double average() {
        if (bars <= window) {
            return Double.NaN;
        }
        boolean moved = moved();
        if (bars < 2 * window) {
            total += moved ? fresh() : 0;
        } else if (bars == 2 * window) {
            average = (total + (moved ? fresh() : 0)) / window;
        } else if (moved) {
            average = (average * (window - 1) + fresh()) / window;
        }
        return average;
    }

    private double rating() {
        double now = average();
        return (now + past.next(now)) / 2;
    }
}
