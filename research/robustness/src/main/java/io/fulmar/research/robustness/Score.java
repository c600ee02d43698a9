package io.fulmar.research.robustness;

import java.util.List;

/** What a {@link Scorer} found, filled again for every candidate. It only ranks; whether an edge is real, the verdict says. */
public final class Score {
    /** Whether all gates were passed. */
    public boolean eligible;

    /** The gates it failed, see {@link #gates}. */
    public int reasons;

    /** More is better. Of one that is not eligible, or where no paths are drawn, it is {@link #growthBound}. */
    public double score;

    /** G: yearly growth less one standard error; minus infinity of fewer than two trades. */
    public double growthBound;

    /** Of the paths: yearly growth at its 1st, 50th and 99th percentile; NaN where none were drawn, like what follows. */
    public double growth01;

    public double growth50;
    public double growth99;

    /** The 95th percentile of the paths' worst drawdowns. */
    public double drawdown95;

    /** Mean share of a path's ten windows in which it grew. */
    public double consistency;

    /** Share of the real equity's 90-day windows with growth; NaN of fewer than 91 days. */
    public double rolling;

    /** Trades that stay together in a bootstrap; 0 where none was drawn. */
    public int blockLength;

    public List<Gate> gates() {
        return Gate.of(reasons);
    }

    void clear() {
        eligible = false;
        reasons = 0;
        score = Double.NEGATIVE_INFINITY;
        growthBound = Double.NEGATIVE_INFINITY;
        growth01 = Double.NaN;
        growth50 = Double.NaN;
        growth99 = Double.NaN;
        drawdown95 = Double.NaN;
        consistency = Double.NaN;
        rolling = Double.NaN;
        blockLength = 0;
    }
}
