package io.fulmar.indicator;

/**
 * One argument of an indicator.
 *
 * @param preset the value when it is not given
 * @param like the index of the earlier parameter whose value it then takes instead, or -1: {@code bbands(20,2)} means 2 both ways
 * @param whole whether only whole numbers make sense
 */
public record Parameter(String name, double minimum, double maximum, double preset, int like, boolean whole) {
    private static final int PERIOD_MAXIMUM = 100_000;

    static Parameter period(String name, int minimum, int preset) {
        return new Parameter(name, minimum, PERIOD_MAXIMUM, preset, -1, true);
    }

    static Parameter period(int minimum, int preset) {
        return period("timeperiod", minimum, preset);
    }

    static Parameter real(String name, double preset) {
        return new Parameter(name, -3e37, 3e37, preset, -1, false);
    }

    static Parameter real(String name, double minimum, double maximum, double preset) {
        return new Parameter(name, minimum, maximum, preset, -1, false);
    }

    /** A choice of moving average, by TA-Lib's number. */
    static Parameter average(String name, MovingAverage preset) {
        return new Parameter(name, 0, 13, preset.number(), -1, true);
    }

    /** Whether the value is the number of a kind of moving average. */
    boolean average() {
        return name.endsWith("matype");
    }

    Parameter like(int index) {
        return new Parameter(name, minimum, maximum, preset, index, whole);
    }

    Parameter to(double most) {
        return new Parameter(name, minimum, most, preset, like, whole);
    }

    /** Refuses a value outside the range, in words a user understands. */
    void check(String indicator, double value) {
        if (average()) {
            MovingAverage.of(value);
            return;
        }
        if (!(value >= minimum && value <= maximum) || (whole && value != Math.rint(value))) {
            throw new IllegalArgumentException("%s: %s must be a %s from %s to %s, not %s"
                    .formatted(
                            indicator,
                            name,
                            whole ? "whole number" : "number",
                            text(minimum),
                            text(maximum),
                            text(value)));
        }
    }

    /** A number without a needless fraction: {@code 14}, {@code 0.7}. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
