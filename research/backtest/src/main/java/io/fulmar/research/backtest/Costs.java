package io.fulmar.research.backtest;

/**
 * What was earned before costs, and where it went, exactly, in money units of the account. Costs are above zero where they were paid and
 * below where they were earned; funding and what the venue covered are above zero where they came to us.
 *
 * @param gross profit of the same fills at the middle of the market, or where no book was known at the price before slippage
 * @param spread from the middle to the touch; below zero for a maker who earned it
 * @param slippage from the touch, or from the bar's price, to the price that size and rules took the fill to
 * @param impact what the rules' impact added
 * @param covered losses of liquidations that the venue's insurance took over
 */
public record Costs(long gross, long fees, long spread, long slippage, long impact, long funding, long covered) {
    static final Costs NONE = new Costs(0, 0, 0, 0, 0, 0, 0);

    /** What was left. */
    public long net() {
        long net = Math.subtractExact(gross, paid());
        return Math.addExact(Math.addExact(net, funding), covered);
    }

    /** Fees, spread, slippage and impact together. */
    public long paid() {
        return Math.addExact(Math.addExact(fees, spread), Math.addExact(slippage, impact));
    }

    Costs plus(Costs other) {
        return new Costs(
                Math.addExact(gross, other.gross),
                Math.addExact(fees, other.fees),
                Math.addExact(spread, other.spread),
                Math.addExact(slippage, other.slippage),
                Math.addExact(impact, other.impact),
                Math.addExact(funding, other.funding),
                Math.addExact(covered, other.covered));
    }
}
