package io.fulmar.research.robustness;

import java.util.Locale;

/**
 * Whether the best of a search shows an edge, which its score cannot say: a rule of its own.
 *
 * <p>{@code robust}: eligible, deflated Sharpe at least 0.95 on daily returns without the market, and PBO below one half. {@code luck}: the best
 * of so many trials without an edge would look as good half the time (deflated Sharpe below one half), or the search picks what then fails (PBO of one
 * half or more). Everything between is {@code not shown}: there may be an edge, these data do not prove it.
 *
 * @param deflatedSharpe by the effective number of trials
 * @param deflatedSharpeRaw by the plain number of trials, the lower bound
 * @param overfitting PBO; NaN where too little was compared to say
 */
public record Verdict(
        Kind kind,
        boolean eligible,
        double deflatedSharpe,
        double deflatedSharpeRaw,
        double overfitting,
        long trials,
        double effectiveTrials) {
    static final double SHARPE_LEAST = 0.95;
    static final double EVEN = 0.5;

    /** What the data show. */
    public enum Kind {
        ROBUST,
        NOT_SHOWN,
        LUCK;

        /** As results name it, such as {@code not shown}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Judges the best candidate.
     *
     * @param returns its daily returns without the market, see {@link SharpeRatio#withoutMarket}
     * @param trials all that were ever tried on this instrument over overlapping time
     */
    public static Verdict of(
            boolean eligible, double[] returns, long trials, EffectiveTrials effective, double overfitting) {
        SharpeRatio sharpe = SharpeRatio.of(returns);
        double worth = effective.of(trials);
        double deflated = sharpe.deflated(worth);
        double raw = sharpe.deflated((double) trials);
        return new Verdict(kind(eligible, deflated, overfitting), eligible, deflated, raw, overfitting, trials, worth);
    }

    private static Kind kind(boolean eligible, double deflated, double overfitting) {
        if (eligible && deflated >= SHARPE_LEAST && overfitting < EVEN) return Kind.ROBUST;
        if (deflated < EVEN || overfitting >= EVEN) return Kind.LUCK;
        return Kind.NOT_SHOWN;
    }

    /** In words, for people. */
    public String sentence() {
        String chance = String.format(Locale.ROOT, "%.0f %%", 100 * deflatedSharpe);
        String tried = String.format(Locale.ROOT, "%,d trials, worth %,.0f independent ones", trials, effectiveTrials);
        return switch (kind) {
            case ROBUST -> "robust: even as the best of " + tried + ", its edge is real with " + chance + " confidence";
            case NOT_SHOWN ->
                "not shown: as the best of " + tried + ", its edge is real with " + chance
                        + (eligible ? " confidence, and 95 % are asked" : " confidence, and it fails a gate");
            case LUCK ->
                deflatedSharpe < EVEN
                        ? "luck: the best of " + tried + ", without any edge looks as good"
                        : "luck: what was best in one half of the time fails in the other";
        };
    }
}
