package io.fulmar.research.robustness;

import java.util.Arrays;

/** Paths, each figure sorted. Quantiles are nearest ranks: values that occurred. */
public final class MonteCarloResult {
    private final int block;
    private final double[] finals;
    private final double[] drawdowns;
    private final double[][] fan;

    MonteCarloResult(int block, double[] finals, double[] drawdowns, double[][] fan) {
        this.block = block;
        this.finals = finals;
        this.drawdowns = drawdowns;
        this.fan = fan;
    }

    /** Of runs that were lived otherwise than by redrawing trades: nobody knows what was between their beginnings and ends. */
    public static MonteCarloResult of(int block, double[] netReturns, double[] drawdowns) {
        double[] finals = new double[netReturns.length];
        for (int i = 0; i < finals.length; i++) finals[i] = 1 + netReturns[i];
        Arrays.sort(finals);
        double[] sorted = drawdowns.clone();
        Arrays.sort(sorted);
        return new MonteCarloResult(block, finals, sorted, new double[0][]);
    }

    public int paths() {
        return finals.length;
    }

    /** Trades, or bars, that stayed together. */
    public int block() {
        return block;
    }

    /** Final wealth over the first, less 1. */
    public double netReturn(int perMille) {
        return finals[Quantiles.place(perMille, finals.length)] - 1;
    }

    /** Worst drawdown of a path, as a positive fraction. */
    public double maxDrawdown(int perMille) {
        return drawdowns[Quantiles.place(perMille, drawdowns.length)];
    }

    /** Share of paths whose worst drawdown is at least this deep. */
    public double ruin(double drawdown) {
        int ruined = 0;
        for (double each : drawdowns) {
            if (each >= drawdown) ruined++;
        }
        return (double) ruined / drawdowns.length;
    }

    /** Points along a path at which the fan knows wealth, evenly spaced over its trades. */
    public int fanPoints() {
        return fan.length;
    }

    /** Wealth at one point; 1 at the start. */
    public double fan(int point, int perMille) {
        return fan[point][Quantiles.place(perMille, finals.length)];
    }
}
