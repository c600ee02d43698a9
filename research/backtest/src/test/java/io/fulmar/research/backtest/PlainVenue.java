package io.fulmar.research.backtest;

import io.fulmar.execution.Capabilities;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.InnerVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;
import io.fulmar.simulation.exchange.BarExchange;

/** The simulated venue as one that takes only market and limit orders. */
record PlainVenue(BarExchange exchange) implements InnerVenue {
    @Override
    public Capabilities capabilities() {
        return Capabilities.PLAIN;
    }

    @Override
    public void connect(Reports reports, LastPrices prices) {
        exchange.connect(reports, prices);
    }

    @Override
    public void submit(Approved<Action.Submit> permit) {
        if (!Capabilities.PLAIN.holds(permit.peek().order().kind())) {
            throw new IllegalStateException("this venue does not know " + permit.peek());
        }
        exchange.submit(permit);
    }

    @Override
    public void amend(Approved<Action.Amend> permit) {
        exchange.amend(permit);
    }

    @Override
    public void cancel(Approved<Action.Cancel> permit) {
        exchange.cancel(permit);
    }

    @Override
    public boolean waiting() {
        return exchange.waiting();
    }

    @Override
    public long wakesAbove() {
        return exchange.wakesAbove();
    }

    @Override
    public long wakesBelow() {
        return exchange.wakesBelow();
    }

    @Override
    public void onBar(CurrentBar bar) {
        exchange.onBar(bar);
    }

    @Override
    public void end(long time) {
        exchange.end(time);
    }
}
