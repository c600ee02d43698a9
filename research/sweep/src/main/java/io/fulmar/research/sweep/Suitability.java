package io.fulmar.research.sweep;

import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.VenueTerms;
import io.fulmar.risk.RiskLimits;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.Sketch;

/** Which tier can run what, and why not a faster one. */
final class Suitability {
    private Suitability() {}

    /** Why no combination of the study can be run from signal to signal; empty where they can. */
    static String reasonAgainstSignals(Study study) {
        BacktestSetup setup = study.template();
        if (setup.markets().size() > 1) {
            return "several markets share one account";
        }
        if (!setup.limits().equals(RiskLimits.backtest())) {
            return "risk limits are set";
        }
        if (!setup.terms().equals(VenueTerms.PLAIN)) {
            return "the venue asks for margin or funding, or keeps positions by side";
        }
        if (!Prices.fit(study.data().bars())) {
            return "a price has more ticks than an int holds";
        }
        return "";
    }

    /** Why this combination cannot; empty where it can. */
    static String reasonAgainstSignals(Sketch sketch) {
        if (sketch.plan().isEmpty()) {
            return "the strategy is code";
        }
        Plan plan = sketch.plan().get();
        if (plan.pyramid().present()) {
            return "positions grow";
        }
        return plan.fishing().present() ? "the plan fishes" : "";
    }
}
