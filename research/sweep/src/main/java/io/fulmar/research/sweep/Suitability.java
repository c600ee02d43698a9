package io.fulmar.research.sweep;

import io.fulmar.domain.MarginMode;
import io.fulmar.domain.MarginTiers;
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
        if (study.template().markets().size() > 1) {
            return "several markets share one account";
        }
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
        if (!Prices.fit(study.data().bars())) {
            return "a price has more ticks than an int holds";
        }
        if (setup.markets().size() > 1) {
            return setup.terms().equals(VenueTerms.PLAIN)
                    ? ""
                    : "funding or margin beside another market, at whose bars the account is marked too";
        }
        return reasonAgainstColumns(study);
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
