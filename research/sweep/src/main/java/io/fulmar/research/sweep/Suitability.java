package io.fulmar.research.sweep;

import io.fulmar.domain.MarginMode;
import io.fulmar.domain.MarginTiers;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.VenueTerms;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ContractTerms;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.Sketch;

/** Which tier can run what, and why not a faster one. */
final class Suitability {
    private Suitability() {}

    /** Why its desks cannot stand side by side; empty where they can. */
    static String reasonAgainstColumns(Study study) {
        return study.template().markets().size() > 1 ? "several markets share one account" : reasonOfTerms(study);
    }

    private static String reasonOfTerms(Study study) {
        VenueTerms terms = study.template().terms();
        boolean plain = terms.margin() == MarginMode.NONE
                && !terms.hedge()
                && terms.contracts().stream().allMatch(Suitability::staysAsItIs);
        return plain ? "" : "the venue asks for margin, keeps positions by side, or settles the contract at its end";
    }

    /** Nothing but funding is ever asked for it. */
    private static boolean staysAsItIs(ContractTerms contract) {
        return contract.expiryNanos() == Long.MAX_VALUE && contract.tiers().equals(MarginTiers.NONE);
    }

    /** Why no combination of the study can be run from signal to signal; empty where they can. */
    static String reasonAgainstSignals(Study study) {
        BacktestSetup setup = study.template();
        if (!setup.limits().equals(RiskLimits.backtest())) {
            return "risk limits are set";
        }
        if (!study.bars().onGrid()) {
            return "bars of " + study.bars().kind() + " are no bars of time";
        }
        if (!Prices.fit(study.data().bars())) {
            return "a price has more ticks than an int holds";
        }
        if (!setup.terms().equals(VenueTerms.PLAIN)
                && !setup.markets().stream().allMatch(market -> closesWith(study, market.bars()))) {
            return "funding comes between bars, and another market has bars of its own at whose closes the account is marked";
        }
        return reasonOfTerms(study);
    }

    /** Whether the other market's bars, from the window on, all close with a bar of the study's own. */
    private static boolean closesWith(Study study, Bars other) {
        Bars own = study.bars();
        int at = study.firstBar();
        for (int i = other.closingAfter(own.openTime(at), 0); i < other.size(); i++) {
            long close = other.closeTime(i);
            at = own.closingAfter(close - 1, at);
            if (at == own.size() || own.closeTime(at) != close) {
                return false;
            }
        }
        return true;
    }

    /** Why this combination cannot; empty where it can. */
    static String reasonAgainstSignals(Sketch sketch) {
        if (sketch.plan().isEmpty()) {
            return "the strategy is code";
        }
        Plan plan = sketch.plan().get();
        return plan.pyramid().present() ? "the plan pyramids" : "";
    }
}
