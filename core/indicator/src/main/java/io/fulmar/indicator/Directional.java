package io.fulmar.indicator;

/** Wilder's directional movement: DM, DI, DX, ADX and ADXR. */
final class Directional implements Fold {
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
    private final double keep;
    private final Lag past;
    private final TrueRange trueRange = new TrueRange();
    private double[] highsBefore = {};
    private double[] lowsBefore = {};
    private double[] rises = {};
    private double[] falls = {};
    private double[] ranges = {};
    private double high;
    private double low;
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
        keep = 1 - 1.0 / window;
        past = new Lag(Math.max(1, window - 1));
    }

    /** Inputs high, low, close; the moves alone need no close. */
    static Fold of(int window, Form form) {
        return new Directional(window, form);
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        if (size == 0) {
            return;
        }
        if (rises.length < size) {
            rises = new double[size];
            falls = new double[size];
            ranges = new double[size];
            highsBefore = new double[size];
            lowsBefore = new double[size];
        }
        split(in.values(0), in.values(1), size);
        if (form != Form.PLUS_MOVE && form != Form.MINUS_MOVE) {
            trueRange.run(in, ranges);
        }
        double[] column = out[0];
        for (int i = 0; i < size; i++) {
            column[i] = next(rises[i], falls[i], ranges[i]);
        }
    }

    /** The move up and the move down of each bar; the greater counts. */
    private void split(double[] highs, double[] lows, int size) {
        double[] hb = highsBefore;
        double[] lb = lowsBefore;
        hb[0] = high;
        lb[0] = low;
        System.arraycopy(highs, 0, hb, 1, size - 1);
        System.arraycopy(lows, 0, lb, 1, size - 1);
        double[] up = rises;
        double[] down = falls;
        for (int i = 0; i < size; i++) {
            up[i] = Math.max(highs[i] - hb[i], 0);
            down[i] = Math.max(lb[i] - lows[i], 0);
        }
        for (int i = 0; i < size; i++) {
            // Counted, not branched on: which way a bar goes cannot be foreseen.
            double rise = up[i];
            double fall = down[i];
            up[i] = rise * (rise > fall ? 1 : 0);
            down[i] = fall * (fall > rise ? 1 : 0);
        }
        high = highs[size - 1];
        low = lows[size - 1];
    }

    private double next(double rise, double fall, double reach) {
        if (bars > 0) {
            move(rise, fall, reach);
        }
        bars++;
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
    private void move(double rise, double fall, double reach) {
        double kept = bars < window ? 1 : keep;
        plus = Math.fma(kept, plus, rise);
        minus = Math.fma(kept, minus, fall);
        range = Math.fma(kept, range, reach);
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
            average = Math.fma(keep, average, fresh() / window);
        }
        return average;
    }

    private double rating() {
        double now = average();
        return (now + past.next(now)) / 2;
    }
}
