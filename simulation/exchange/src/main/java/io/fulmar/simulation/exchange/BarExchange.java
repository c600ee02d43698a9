package io.fulmar.simulation.exchange;

import io.fulmar.domain.Exact;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.TimeInForce;
import io.fulmar.domain.Worth;
import io.fulmar.execution.Capabilities;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.InnerVenue;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import io.fulmar.risk.Action;
import io.fulmar.risk.Approved;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated venue on bars. Orders decided at a close fill at the next open, exits before entries; then resting orders, on touch;
 * trails move last. It knows only bars, so it assumes the worse wherever a bar does not say: docs/backtesting.md lists each assumption.
 *
 * <p>Reduce-only orders are held against the position of their own seat, as if each strategy had a sub-account.
 */
public final class BarExchange implements InnerVenue {
    private static final int RESTING_MAX = 100_000;

    private final ExchangeRules rules;
    private final List<Instrument> instruments;
    private final List<Worth> worths;
    private final Holdings holdings = new Holdings();
    private final List<Resting> book = new ArrayList<>();
    private Reports reports = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };
    private LastPrices prices = instrument -> 0;
    private long trades;

    public BarExchange(List<Instrument> instruments, ExchangeRules rules) {
        this.instruments = List.copyOf(instruments);
        this.worths = this.instruments.stream().map(Worth::of).toList();
        this.rules = rules;
    }

    @Override
    public void connect(Reports desk, LastPrices lastPrices) {
        reports = desk;
        prices = lastPrices;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL;
    }

    @Override
    public boolean waiting() {
        return !book.isEmpty();
    }

    @Override
    public long wakesAbove() {
        long above = Long.MAX_VALUE;
        for (int i = 0; i < book.size(); i++) {
            above = Math.min(above, book.get(i).wakesAbove());
        }
        return above;
    }

    @Override
    public long wakesBelow() {
        long below = Long.MIN_VALUE;
        for (int i = 0; i < book.size(); i++) {
            below = Math.max(below, book.get(i).wakesBelow());
        }
        return below;
    }

    // ---- orders in ----

    @Override
    public void submit(Approved<Action.Submit> permit) {
        Order order = permit.take().order();
        String refusal = refusal(order);
        if (!refusal.isEmpty()) {
            reports.report(new OrderEvent.Rejected(order.id(), refusal), 0);
            return;
        }
        if (book.size() >= RESTING_MAX) {
            reports.report(
                    new OrderEvent.Rejected(order.id(), "the venue holds at most " + RESTING_MAX + " orders"), 0);
            return;
        }
        Resting resting = new Resting(order);
        resting.enteredInside = insideEntry && order.group() != 0;
        book.add(resting);
        if (!resting.market()) {
            reports.report(new OrderEvent.Acknowledged(order.id(), ""), 0);
        }
    }

    private String refusal(Order order) {
        Instrument instrument = instrument(order.instrument());
        if (order.lots() < instrument.minimums().lots()) {
            return "less than the venue's minimum of " + instrument.minimums().lots() + " lots";
        }
        if (order.kind() instanceof OrderKind.Limit(long ticks) && order.terms().postOnly()) {
            long last = prices.lastTicks(order.instrument());
            boolean crosses = order.side() == Side.BUY ? ticks >= last : ticks <= last;
            if (last > 0 && crosses) {
                return "post-only, but it would trade at once";
            }
        } else if (order.terms().postOnly()) {
            return "post-only goes with a limit";
        }
        if (order.reduceOnly() && holdings.reducible(order) == 0) {
            return "reduce-only, but there is no position to reduce";
        }
        return "";
    }

    @Override
    public void amend(Approved<Action.Amend> permit) {
        Action.Amend amend = permit.take();
        for (int i = 0; i < book.size(); i++) {
            if (book.get(i).order.id() == amend.order()) {
                Resting changed =
                        new Resting(book.get(i).order.withLots(amend.lots()).withKind(amend.kind()));
                changed.rested = book.get(i).rested;
                book.set(i, changed);
                reports.report(new OrderEvent.Amended(amend.order(), amend.lots(), amend.kind()), 0);
                return;
            }
        }
        reports.report(new OrderEvent.AmendRejected(amend.order(), "no such order is working"), 0);
    }

    @Override
    public void cancel(Approved<Action.Cancel> permit) {
        long id = permit.take().order();
        for (int i = 0; i < book.size(); i++) {
            if (book.get(i).order.id() == id) {
                book.remove(i);
                reports.report(new OrderEvent.Cancelled(id, 0, "asked"), 0);
                return;
            }
        }
        reports.report(new OrderEvent.CancelRejected(id, "no such order is working"), 0);
    }

    // ---- time ----

    private boolean insideEntry;

    @Override
    public void onBar(CurrentBar bar) {
        expire(bar);
        atTheOpen(bar, true);
        atTheOpen(bar, false);
        impatient(bar);
        while (fillNext(bar)) {
            insideEntry = false;
        }
        for (int i = 0; i < book.size(); i++) {
            Resting resting = book.get(i);
            if (resting.order.instrument() == bar.instrument()) {
                resting.trail(bar);
                resting.rested = true;
                resting.enteredInside = false;
            }
        }
    }

    private void expire(CurrentBar bar) {
        for (int i = 0; i < book.size(); ) {
            Resting resting = book.get(i);
            boolean over = resting.order.instrument() == bar.instrument()
                    && resting.order.terms().timeInForce() instanceof TimeInForce.GoodTilDate(long until)
                    && bar.openTime() >= until;
            if (over) {
                book.remove(i);
                reports.report(new OrderEvent.Expired(resting.order.id(), 0), bar.openTime());
            } else {
                i++;
            }
        }
    }

    /** Market orders, in the order in which they came; exits are run before entries. */
    private void atTheOpen(CurrentBar bar, boolean exits) {
        for (int i = 0; i < book.size(); ) {
            Resting resting = book.get(i);
            boolean now = resting.market()
                    && resting.order.instrument() == bar.instrument()
                    && resting.order.reduceOnly() == exits;
            if (now) {
                book.remove(i);
                fill(resting, bar, bar.open(), true);
                i = 0; // the desk answered: brackets came or went
            } else {
                i++;
            }
        }
    }

    /** Limits that will not wait: what cannot trade at this open is cancelled. */
    private void impatient(CurrentBar bar) {
        for (int i = 0; i < book.size(); ) {
            Resting resting = book.get(i);
            TimeInForce patience = resting.order.terms().timeInForce();
            boolean now = resting.limitLike()
                    && resting.order.instrument() == bar.instrument()
                    && (patience.equals(TimeInForce.IOC) || patience.equals(TimeInForce.FOK));
            if (!now) {
                i++;
                continue;
            }
            book.remove(i);
            if (marketable(resting, bar)) {
                fill(resting, bar, bar.open(), true);
            } else {
                reports.report(
                        new OrderEvent.Cancelled(resting.order.id(), 0, "not marketable at the open"), bar.openTime());
            }
            i = 0;
        }
    }

    private static boolean marketable(Resting resting, CurrentBar bar) {
        long limit = limit(resting);
        return resting.order.side() == Side.BUY ? bar.open() <= limit : bar.open() >= limit;
    }

    private static long limit(Resting resting) {
        return resting.order.kind() instanceof OrderKind.StopLimit(long ignored, long limit) ? limit : resting.level;
    }

    /** Fills the one resting order that this bar reaches first, and says whether there was one. */
    private boolean fillNext(CurrentBar bar) {
        int best = -1;
        for (int i = 0; i < book.size(); i++) {
            Resting candidate = book.get(i);
            if (candidate.order.instrument() != bar.instrument() || candidate.market() || !eligible(candidate, bar)) {
                continue;
            }
            if (best < 0 || before(candidate, book.get(best), bar)) {
                best = i;
            }
        }
        if (best < 0) {
            return false;
        }
        Resting resting = book.get(best);
        if (resting.order.kind() instanceof OrderKind.StopLimit(long ignored, long limit) && !resting.triggered) {
            resting.triggered = true;
            resting.level = limit;
            return true;
        }
        book.remove(best);
        boolean taker = resting.stopLike()
                || resting.order.kind() instanceof OrderKind.TakeProfit
                || (!resting.rested && !resting.order.reduceOnly() && !resting.triggered && marketable(resting, bar));
        insideEntry = !resting.order.reduceOnly() && resting.limitLike() && !(taker && marketable(resting, bar));
        fill(resting, bar, resting.price(bar, resting.enteredInside || resting.triggered), taker);
        return true;
    }

    /**
     * A target placed by an entry that filled at a limit inside this bar does not count until the next: the high may have come before.
     * Its stop does count: the price went on to it.
     */
    private static boolean eligible(Resting resting, CurrentBar bar) {
        return resting.reached(bar) && !(resting.enteredInside && !resting.stopLike());
    }

    private boolean before(Resting a, Resting b, CurrentBar bar) {
        if (a.order.reduceOnly() != b.order.reduceOnly()) {
            return a.order.reduceOnly();
        }
        if (!a.order.reduceOnly()) {
            return false; // entries in the order in which they came
        }
        if (a.stopLike() != b.stopLike()) {
            return a.stopLike() == stopFirst(a.stopLike() ? a : b, bar);
        }
        boolean sells = a.order.side() == Side.SELL;
        return a.stopLike() == sells
                ? a.level > b.level
                : a.level < b.level; // the nearer level; of equals the first placed
    }

    private boolean stopFirst(Resting stop, CurrentBar bar) {
        return switch (rules.path()) {
            case WORST -> true;
            case ADAPTIVE -> (stop.order.side() == Side.SELL) == rules.path().lowFirst(bar);
        };
    }

    @Override
    public void end(long time) {
        for (int i = 0; i < book.size(); ) {
            Resting resting = book.get(i);
            if (resting.market() || !resting.order.reduceOnly()) {
                book.remove(i);
                reports.report(new OrderEvent.Cancelled(resting.order.id(), 0, "the data ended"), time);
            } else {
                i++;
            }
        }
    }

    // ---- fills ----

    private void fill(Resting resting, CurrentBar bar, long price, boolean taker) {
        Order order = resting.order;
        long lots = order.reduceOnly() ? Math.min(order.lots(), holdings.reducible(order)) : order.lots();
        if (lots == 0) {
            reports.report(
                    new OrderEvent.Cancelled(order.id(), 0, "reduce-only, and the position is gone"), bar.openTime());
            return;
        }
        long ticks = taker ? slipped(order.side(), price) : price;
        Rate rate = taker ? rules.taker() : rules.maker();
        long fee = Exact.fee(worth(order.instrument()).value(lots, ticks), rate);
        holdings.add(order, lots);
        trades++;
        reports.report(
                new FillEvent.Filled(order.id(), Long.toString(trades), ticks, lots, fee, !taker, bar.openTime()),
                bar.openTime());
        if (lots < order.lots()) {
            reports.report(
                    new OrderEvent.Cancelled(order.id(), lots, "reduce-only: the rest had nothing to reduce"),
                    bar.openTime());
        }
    }

    /** Against us, rounded against us, never below one tick. */
    private long slipped(Side side, long ticks) {
        if (rules.slippage().isZero()) {
            return ticks;
        }
        long slip = Exact.mulDivCeil(
                ticks, rules.slippage().numerator(), rules.slippage().denominator());
        return side == Side.BUY ? Math.addExact(ticks, slip) : Math.max(1, ticks - slip);
    }

    private Worth worth(long id) {
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).id() == id) {
                return worths.get(i);
            }
        }
        throw new IllegalArgumentException("the venue does not list instrument " + id);
    }

    private Instrument instrument(long id) {
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).id() == id) {
                return instruments.get(i);
            }
        }
        throw new IllegalArgumentException("the venue does not list instrument " + id);
    }
}
