package io.fulmar.domain;

/** Sizes that follow from what was measured, in whole parts per million, cut towards less. */
public final class SizeRules {
    /** Less than any lot: it is refused as too small. */
    static final Size NOTHING = new Size.Units(Decimal.of(1, Decimal.SCALE_MAX));

    private static final long WHOLE = Size.WHOLE;

    private SizeRules() {}

    /** {@code target / volatility} of equity; a market that does not move has no size. */
    public static Size volatilityTarget(long targetPpm, long volatilityPpm) {
        if (targetPpm <= 0) {
            throw new IllegalArgumentException("a volatility target of " + targetPpm + " ppm: it must be above zero");
        }
        return volatilityPpm <= 0 ? NOTHING : share(Exact.mulDivFloor(targetPpm, WHOLE, volatilityPpm));
    }

    /**
     * {@code part x (win - (1 - win) / payoff)} of equity, never more than the cap; nothing where that is not above zero.
     *
     * @param winPpm how often it wins
     * @param payoffPpm what a win pays, in losses: 1,500,000 for one and a half
     * @param partPpm 500,000 for half Kelly
     */
    public static Size kelly(long winPpm, long payoffPpm, long partPpm, long capPpm) {
        if (winPpm < 0 || winPpm > WHOLE) {
            throw new IllegalArgumentException("it wins " + winPpm + " in a million times: between 0 and all of them");
        }
        if (partPpm <= 0 || capPpm <= 0) {
            throw new IllegalArgumentException("Kelly's part " + partPpm + " and cap " + capPpm + " are above zero");
        }
        if (payoffPpm <= 0) {
            return NOTHING;
        }
        long whole = winPpm - Exact.mulDivCeil(WHOLE - winPpm, WHOLE, payoffPpm);
        return whole <= 0 ? NOTHING : share(Math.min(capPpm, Exact.mulDivFloor(whole, partPpm, WHOLE)));
    }

    private static Size share(long ppm) {
        return ppm <= 0 ? NOTHING : new Size.EquityShare(ppm);
    }
}
