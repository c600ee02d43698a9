package io.fulmar.strategy;

/** Percent as people write them, kept as whole parts per million. */
final class Percentages {
    private static final double PPM_A_PERCENT = 10_000;

    private Percentages() {}

    static long ppm(double percent) {
        double exact = percent * PPM_A_PERCENT;
        long ppm = Math.round(exact);
        // a double such as 0.07 is never exactly seven hundredths; what is further off was meant to be finer than we
        // keep
        if (!(Math.abs(exact - ppm) < 1e-6 * Math.max(1, Math.abs(exact)))) {
            throw new IllegalArgumentException(
                    percent + " percent is finer than 0.0001 percent, the smallest step there is");
        }
        return ppm;
    }
}
