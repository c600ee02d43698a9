package io.fulmar.risk;

import io.fulmar.domain.Command;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RiskEvent.Breaker;
import java.util.List;

/**
 * The only place where a permit is minted. Judging changes nothing; the desk tells the facts (approved, filled, day rolled, breaker
 * events) as it folds its journal, the same way when it trades and when it recovers.
 *
 * <p>In recovery the desk calls the same methods for the same facts and drops the events that they return: those stand in the journal
 * themselves and come through {@link #apply(RiskEvent)}.
 */
public final class Risk {
    private final RiskLimits limits;

    public Risk(RiskLimits limits) {
        this.limits = limits;
    }

    public RiskLimits limits() {
        return limits;
    }

    public Verdict<Action.Submit> submit(Order order, Situation situation) {
        return new Verdict.Pass<>(new Approved<>(new Action.Submit(order)));
    }

    /** {@code current} as it stands, before the amend. */
    public Verdict<Action.Amend> amend(Order current, long lots, OrderKind kind, Situation situation) {
        return new Verdict.Pass<>(new Approved<>(new Action.Amend(current.id(), lots, kind)));
    }

    /** The second approval, when the trigger of an armed order is touched. */
    public Verdict<Action.Submit> trigger(Order order, Situation situation) {
        return submit(order, situation);
    }

    public Approved<Action.Cancel> cancel(long order) {
        return new Approved<>(new Action.Cancel(order));
    }

    // ---- facts ----

    /** Once for each approval (armed or not), amend asked and cancel asked, by that seat. */
    public void onAction(Action action, int seat, long now) {}

    public List<RiskEvent> onFill(Order order, FillEvent.Filled fill, long now) {
        return List.of();
    }

    public List<RiskEvent> onDay(long midnight, long equity) {
        return List.of();
    }

    public void apply(RiskEvent event) {}

    public void apply(Command command) {}

    // ---- the market ----

    /** False when no control that is on needs {@link #onBar}: a loop over a million bars then need not call it. */
    public boolean watchesBars() {
        return false;
    }

    public List<RiskEvent> onBar(Situation situation, long open, long high, long low, long close) {
        return List.of();
    }

    public List<RiskEvent> onGap(MarketDataEvent.Gap gap, long now) {
        return List.of();
    }

    // ---- time ----

    /** The next moment at which {@link #onTimer} has something to say; {@link Long#MAX_VALUE} for none. */
    public long nextTimer() {
        return Long.MAX_VALUE;
    }

    public List<RiskEvent> onTimer(long now) {
        return List.of();
    }

    // ---- questions ----

    public boolean tripped(Breaker breaker, long instrument) {
        return false;
    }
}
