package io.fulmar.indicator;

import java.util.Arrays;

/** Bars since the highest high and the lowest low of n + 1 bars, as a share of n. */
final class Aroon implements Fold {
    private final int window;
    private final boolean difference;
    private final Side up;
    private final Side down;
    private int missing;

    /** @param difference whether up less down is shown, instead of both */
    Aroon(int window, boolean difference) {
        this.window = window;
        this.difference = difference;
        up = new Side(new Slide(window + 1), true);
        down = new Side(new Slide(window + 1, up.slide), false);
        missing = window;
    }

    @Override
    public void take(Block in, double[][] out) {
        int size = in.size();
        up.take(in.values(0), size);
        down.take(in.values(1), size);
        double unit = 100.0 / window;
        for (int i = 0; i < size; i++) {
            if (difference) {
                out[0][i] = unit * (down.ages[i] - up.ages[i]);
            } else {
                out[0][i] = unit * (window - down.ages[i]);
                out[1][i] = unit * (window - up.ages[i]);
            }
        }
        int lead = Math.min(missing, size);
        missing -= lead;
        for (double[] column : out) {
            Arrays.fill(column, 0, lead, Double.NaN);
        }
    }

    /** One extreme and its age; while it stands it grows older bar by bar. */
    private static final class Side {
        private final Slide slide;
        private final boolean highest;
        private int[] ages = {};
        private double[] extremes = {};
        private double last = Double.NaN;
        private int age;

        Side(Slide slide, boolean highest) {
            this.slide = slide;
            this.highest = highest;
        }

        void take(double[] values, int size) {
            if (ages.length < size) {
                ages = new int[size];
                extremes = new double[size];
            }
            slide.take(values, 0, size);
            if (highest) {
                slide.highest(extremes);
            } else {
                slide.lowest(extremes);
            }
            for (int i = 0; i < size; i++) {
                double now = extremes[i];
                if (values[i] == now) {
                    age = 0;
                } else {
                    age = now == last ? age + 1 : slide.age(i, now);
                }
                last = now;
                ages[i] = age;
            }
        }
    }
}
