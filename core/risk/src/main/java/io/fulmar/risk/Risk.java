package io.fulmar.risk;

import io.fulmar.domain.Command;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RiskEvent.Breaker;
import io.fulmar.domain.Side;
import java.util.ArrayList;
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
    private final Gates gates;
    private final LimitChecks checks;
    private final Throttles throttles;
    private final Breakers breakers;
    private final List<Check> onSubmit;
    private final List<Check> onAmend;
    private final List<Check> onTrigger;

    private interface Check {
        Objection judge(Ask ask);
    }

    public Risk(RiskLimits limits) {
        this.limits = limits;
        checks = new LimitChecks(limits);
        throttles = new Throttles(limits);
        breakers = new Breakers(new Bounds(limits.account()));
        gates = new Gates(limits, breakers);
        var always = List.<Check>of(
                gates::restricted,
                gates::stale,
                breakers::drawdown,
                checks::size,
                checks::collar,
                checks::position,
                checks::exposure,
                checks::loss,
                checks::selfMatch,
                breakers::volume,
                breakers::liquidity);
        var needed =
                limits.on().stream().anyMatch(control -> !control.backtest().on());
        onSubmit = needed
                ? join(always, throttles::rate, throttles::waiting, throttles::repeated, throttles::duplicate)
                : List.of();
        onAmend = needed ? join(always, throttles::rate) : List.of();
        // Its rate was counted when it was approved.
        onTrigger = needed ? join(always, throttles::repeated) : List.of();
    }

    private static List<Check> join(List<Check> always, Check... more) {
        var all = new ArrayList<>(always);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    public RiskLimits limits() {
        return limits;
    }

    // ---- verdicts ----

    public Verdict<Action.Submit> submit(Order order, Situation situation) {
        var objection = order.reduceOnly() ? Gates.reducing(order, situation) : submission(order, situation);
        return objection.present() ? objection.no() : new Verdict.Pass<>(new Approved<>(new Action.Submit(order)));
    }

    /** {@code current} as it stands, before the amend. Fewer lots at the same terms always pass, as every exit does. */
    public Verdict<Action.Amend> amend(Order current, long lots, OrderKind kind, Situation situation) {
        if (lots <= 0) {
            return new Verdict.No<>(Refusal.SIZE_ZERO, "an amend to " + lots + " lots");
        }
        var after = current.withLots(lots).withKind(kind);
        var objection = Objection.NONE;
        if (after.reduceOnly()) {
            objection = Gates.reducing(after, situation);
        } else if (lots > current.lots() || !kind.equals(current.kind())) {
            objection = amendment(current, after, situation);
        }
        return objection.present()
                ? objection.no()
                : new Verdict.Pass<>(new Approved<>(new Action.Amend(current.id(), lots, kind)));
    }

    /** The second approval, when the trigger of an armed order is touched. Its money has been committed since the first. */
    public Verdict<Action.Submit> trigger(Order order, Situation situation) {
        var objection = order.reduceOnly() ? Gates.reducing(order, situation) : triggering(order, situation);
        return objection.present() ? objection.no() : new Verdict.Pass<>(new Approved<>(new Action.Submit(order)));
    }

    /** A cancel is always approved. */
    public Approved<Action.Cancel> cancel(long order) {
        return new Approved<>(new Action.Cancel(order));
    }

    private Objection submission(Order order, Situation situation) {
        try {
            var objection = gates.entrance(order, situation);
            if (!objection.present() && !onSubmit.isEmpty()) {
                objection = first(onSubmit, Ask.submit(order, situation));
            }
            return objection.present() ? objection : gates.solvent(order, order.lots(), situation);
        } catch (ArithmeticException overflow) {
            return overflow(order);
        }
    }

    private Objection amendment(Order current, Order after, Situation situation) {
        try {
            var objection = gates.entrance(after, situation);
            if (!objection.present() && !onAmend.isEmpty()) {
                objection = first(onAmend, Ask.amend(current, after, situation));
            }
            return objection.present() ? objection : gates.solvent(after, after.lots() - current.lots(), situation);
        } catch (ArithmeticException overflow) {
            return overflow(after);
        }
    }

    private Objection triggering(Order order, Situation situation) {
        try {
            var objection = gates.entrance(order, situation);
            return objection.present() || onTrigger.isEmpty()
                    ? objection
                    : first(onTrigger, Ask.trigger(order, situation));
        } catch (ArithmeticException overflow) {
            return overflow(order);
        }
    }

    private static Objection first(List<Check> checks, Ask ask) {
        for (var check : checks) {
            var objection = check.judge(ask);
            if (objection.present()) {
                return objection;
            }
        }
        return Objection.NONE;
    }

    private static Objection overflow(Order order) {
        return Objection.to(Refusal.OVERFLOW, order.lots() + " lots");
    }

    /** The worst price the collar leaves to a market order, for venues where it becomes a limit order that fills or goes. */
    public long marketBound(Side side, Situation situation) {
        return checks.marketBound(side, situation);
    }

    // ---- facts ----

    /** Once for each approval (armed or not), amend asked and cancel asked, by that seat. */
    public void onAction(Action action, int seat, long now) {
        throttles.onAction(action, seat, now);
    }

    public List<RiskEvent> onFill(Order order, FillEvent.Filled fill, long now) {
        throttles.onFill(order, now);
        return breakers.onFill(order, fill, now);
    }

    /** {@code equity} is what the situation shows as the day's start from now on. */
    public List<RiskEvent> onDay(long midnight, long equity) {
        throttles.onDay();
        breakers.onDay();
        return breakers.onTimer(midnight);
    }

    public void apply(RiskEvent event) {
        breakers.apply(event);
    }

    /** A human who sets the desk to work again has seen what it did. */
    public void apply(Command command) {
        switch (command) {
            case Command.SetMode set -> {
                if (set.mode() == Command.Mode.NORMAL) {
                    throttles.onHuman();
                }
            }
            case Command.ResumeInstrument resume -> throttles.onHuman(resume.instrument());
            case Command.Flatten _, Command.CancelAll _, Command.PauseSeat _ -> {
                // They end trades; nobody has said that trading may go on.
            }
        }
    }

    // ---- the market ----

    /**
     * False when no control that is on needs {@link #onBar}: a loop over a million bars then need not call it. Impossible prices alone
     * do not: a verdict looks at the last price itself.
     */
    public boolean watchesBars() {
        return breakers.watchesBars();
    }

    /** After equity is marked at the close, before strategies decide. The events take effect when they come back as facts. */
    public List<RiskEvent> onBar(Situation situation, long open, long high, long low, long close) {
        return breakers.onBar(situation, open, high, low, close);
    }

    public List<RiskEvent> onGap(MarketDataEvent.Gap gap) {
        return breakers.onGap(gap);
    }

    // ---- time ----

    /** The next moment at which {@link #onTimer} has something to say; {@link Long#MAX_VALUE} for none. */
    public long nextTimer() {
        return breakers.nextTimer();
    }

    public List<RiskEvent> onTimer(long now) {
        return breakers.onTimer(now);
    }

    // ---- questions ----

    /** The instrument does not matter for a breaker of the whole account. */
    public boolean tripped(Breaker breaker, long instrument) {
        return breakers.tripped(breaker, instrument);
    }

    /** Everything that facts have made, in one line: equal after recovery. */
    public String state() {
        return breakers.state() + " | " + throttles.state();
    }
}
