package io.fulmar.engine;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.portfolio.Trades;
import io.fulmar.risk.RiskLimits;

/**
 * Folds a desk's journal back into what it knew: orders, positions, money, limits, armed triggers. No strategy is called and no market
 * data is needed, so it works after the strategy's code has changed. Compare with {@link Ledger#hash()}.
 */
public final class Recovery {
    private Recovery() {}

    /** The ledger after the events up to that sequence, inclusive. */
    public static Ledger fold(Log log, RiskLimits limits, long until, Trades trades) {
        Ledger ledger = new Ledger(limits, trades);
        Journal.read(log, 1, (envelope, event) -> {
            if (envelope.sequence() <= until) {
                ledger.apply(event, envelope.receiveTime(), 0);
                ledger.takeRaised();
            }
        });
        return ledger;
    }

    public static Ledger fold(Log log, RiskLimits limits) {
        return fold(log, limits, Long.MAX_VALUE, trade -> {});
    }
}
