package io.fulmar.indicator;

/** One bar of an indicator that has no hurry: reads {@code in[input][i]}, writes {@code out[output][i]}. */
@FunctionalInterface
interface PerBar {
    void next(double[][] in, int i, double[][] out);
}
