package io.fulmar.indicator;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What Ehlers reads off the dominant cycle: its period, its phase, the line through it, and whether there is a trend instead. */
final class Cycle {
    /** No cycle is longer. */
    private static final int LONGEST = 64;

    /** A whole turn in so many steps. */
    private static final double[][] SINES = turns(LONGEST, StrictMath::sin);

    private static final double[][] COSINES = turns(LONGEST, StrictMath::cos);
    private static final double[] DEGREE_SINES = turn(360, StrictMath::sin);
    private static final double DEGREES = 180 / Math.PI;

    private static double[][] turns(int most, DoubleUnaryOperator wave) {
        double[][] all = new double[most][];
        Arrays.setAll(all, steps -> turn(steps, wave));
        return all;
    }

    private static double[] turn(int steps, DoubleUnaryOperator wave) {
        double[] values = new double[steps];
        Arrays.setAll(values, i -> wave.applyAsDouble(i * 2 * Math.PI / steps));
        return values;
    }

    private final Hilbert hilbert;
    private final double[] smooths = new double[LONGEST];
    private final double[] prices = new double[LONGEST];
    private final double[] lines = new double[4];
    private int bar = -1;
    private double period;
    private double phase;
    private double phaseBefore;
    private double sine;
    private double lead;
    private int daysInTrend;
    private double trend;
    private boolean begun;

    Cycle(int silent) {
        hilbert = new Hilbert(silent);
    }

    /** The period alone. */
    void nextPeriod(double price) {
        if (hilbert.next(price)) {
            period = 0.33 * hilbert.period() + 0.67 * period;
        }
    }

    void next(double price) {
        bar++;
        prices[bar & (LONGEST - 1)] = price;
        begun = hilbert.next(price);
        if (!begun) {
            return;
        }
        period = 0.33 * hilbert.period() + 0.67 * period;
        smooths[bar & (LONGEST - 1)] = hilbert.smooth();
        phaseBefore = phase;
        int whole = (int) (period + 0.5);
        turn(whole);
        draw(whole);
    }

    /** The phase of one whole cycle, by its Fourier sum. */
    private void turn(int whole) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < whole; i++) {
            double value = smooths[(bar - i) & (LONGEST - 1)];
            real += SINES[whole][i] * value;
            imaginary += COSINES[whole][i] * value;
        }
        if (Math.abs(imaginary) > 0) {
            phase = StrictMath.atan(real / imaginary) * DEGREES;
        } else if (real != 0) {
            phase += real < 0 ? -90 : 90;
        }
        phase += 90 + 360 / period;
        if (imaginary < 0) {
            phase += 180;
        }
        if (phase > 315) {
            phase -= 360;
        }
    }

    private void draw(int whole) {
        double sum = 0;
        for (int i = 0; i < whole; i++) {
            sum += prices[(bar - i) & (LONGEST - 1)];
        }
        System.arraycopy(lines, 0, lines, 1, lines.length - 1);
        lines[0] = whole > 0 ? sum / whole : 0;
    }

    /** Whether a trend rules: the phase turns at another speed than the cycle, for long enough, or the price is far from the line. */
    void judge() {
        if (!begun) {
            return;
        }
        double sineBefore = sine;
        double leadBefore = lead;
        sine = sine();
        lead = lead();
        trend = 1;
        boolean crossed = sine > lead ? sineBefore <= leadBefore : sine < lead && sineBefore >= leadBefore;
        if (crossed) {
            daysInTrend = 0;
            trend = 0;
        }
        daysInTrend++;
        if (daysInTrend < 0.5 * period) {
            trend = 0;
        }
        double turned = phase - phaseBefore;
        if (period != 0 && turned > 0.67 * 360 / period && turned < 1.5 * 360 / period) {
            trend = 0;
        }
        double line = line();
        if (line != 0 && Math.abs((hilbert.smooth() - line) / line) >= 0.015) {
            trend = 1;
        }
    }

    double period() {
        return period;
    }

    double phase() {
        return phase;
    }

    double sine() {
        return sine(phase);
    }

    /** The sine an eighth of a turn ahead. */
    double lead() {
        return sine(phase + 45);
    }

    /** From the nearest whole degree: StrictMath's own sine makes an array each time. */
    private static double sine(double degrees) {
        double whole = Math.rint(degrees);
        int at = Math.floorMod((int) whole, 360);
        double rest = (degrees - whole) / DEGREES;
        double square = rest * rest;
        double sine = rest * (1 - square / 6 * (1 - square / 20));
        double cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30));
        return DEGREE_SINES[at] * cosine + DEGREE_SINES[(at + 90) % 360] * sine;
    }

    double line() {
        return (4 * lines[0] + 3 * lines[1] + 2 * lines[2] + lines[3]) / 10;
    }

    /** 1 in a trend, 0 in a cycle. */
    double trend() {
        return trend;
    }
}
