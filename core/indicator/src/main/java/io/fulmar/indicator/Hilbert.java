package io.fulmar.indicator;

/**
 * Ehlers' homodyne discriminator: the price made into two waves a quarter turn apart, and the length of the cycle they turn in.
 *
 * <p>The filters work on every second value, as he published them. Sums run and terms are added in TA-Lib's order: on a coarse price
 * grid a wave can be nothing but rounding, and then the order decides the phase.
 */
final class Hilbert {
    /** Values of the longest filter: 6 bars back. */
    private static final int ROOM = 8;

    private static final int WEIGHTS = 4;
    private static final double DEGREES = 180 / Math.PI;

    private final int silent;
    private final double[] prices = new double[ROOM];
    private final double[] smooths = new double[ROOM];
    private final double[] detrended = new double[ROOM];
    private final double[] quadratures = new double[ROOM];
    private final double[] inPhases = new double[ROOM];
    private int bar = -1;
    private double priceSum;
    private double weightedSum;
    private double inPhaseMean;
    private double quadratureMean;
    private double real;
    private double imaginary;
    private double period;

    /** @param silent bars that only fill the smoothing of the price */
    Hilbert(int silent) {
        this.silent = silent;
    }

    /** Takes the next price; whether the filters have begun. */
    boolean next(double price) {
        bar++;
        prices[place(0)] = price;
        double smooth = smoothed(price);
        if (bar < silent) {
            return false;
        }
        double gain = 0.075 * period + 0.54;
        smooths[place(0)] = smooth;
        detrended[place(0)] = gain * turned(smooths);
        quadratures[place(0)] = gain * turned(detrended);
        inPhases[place(0)] = detrended[place(3)];
        measure(gain * turned(inPhases), gain * turned(quadratures));
        return true;
    }

    /** The weighted mean of four prices. */
    private double smoothed(double price) {
        priceSum += price;
        priceSum -= bar > WEIGHTS - 1 ? prices[place(WEIGHTS)] : 0;
        weightedSum += price * Math.min(bar + 1, WEIGHTS);
        double mean = weightedSum * 0.1;
        weightedSum -= bar < WEIGHTS - 1 ? 0 : priceSum;
        return mean;
    }

    private int place(int ago) {
        return (bar - ago) & (ROOM - 1);
    }

    /** A series turned by a quarter. */
    private double turned(double[] x) {
        return -0.0962 * x[place(6)] + 0.0962 * x[place(0)] - 0.5769 * x[place(4)] + 0.5769 * x[place(2)];
    }

    private void measure(double turnedInPhase, double turnedQuadrature) {
        double inPhase = 0.2 * (inPhase() - turnedQuadrature) + 0.8 * inPhaseMean;
        double quadrature = 0.2 * (quadrature() + turnedInPhase) + 0.8 * quadratureMean;
        real = 0.2 * (inPhase * inPhaseMean + quadrature * quadratureMean) + 0.8 * real;
        imaginary = 0.2 * (inPhase * quadratureMean - quadrature * inPhaseMean) + 0.8 * imaginary;
        inPhaseMean = inPhase;
        quadratureMean = quadrature;
        double before = period;
        double found = real != 0 && imaginary != 0 ? 360 / (StrictMath.atan(imaginary / real) * DEGREES) : before;
        double steady = Math.max(Math.min(found, 1.5 * before), 0.67 * before);
        period = 0.2 * Math.clamp(steady, 6.0, 50.0) + 0.8 * before;
    }

    /** The cycle's length in bars, 6 to 50 once it has settled. */
    double period() {
        return period;
    }

    double inPhase() {
        return inPhases[place(0)];
    }

    double quadrature() {
        return quadratures[place(0)];
    }

    double smooth() {
        return smooths[place(0)];
    }
}
