package io.fulmar.simulation.exchange;

import io.fulmar.domain.Exact;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
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
    private static final String FULL = "the venue holds at most " + RESTING_MAX + " orders";
    private static final String WOULD_TRADE = "post-only, but it would trade at once";

    private final ExchangeRules rules;
    private final List<Listing> listings = new ArrayList<>();
    private final Clearing clearing;
    private final Liquidator liquidator;
    private final RestingOrders book = new RestingOrders();
    private Reports reports = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };
    private LastPrices prices = instrument -> 0;
    private long trades;

    /** Where in the bar the venue stands: what arrives now came to be then. */
    private Moment moment = Moment.OPEN;

    public BarExchange(List<Instrument> instruments, ExchangeRules rules) {
        this(instruments, rules, AccountTerms.PLAIN);
    }

    public BarExchange(List<Instrument> instruments, ExchangeRules rules, AccountTerms terms) {
        for (Instrument instrument : instruments) {
            listings.add(new Listing(instrument, terms.of(instrument.id())));
        }
        this.rules = rules;
        this.clearing = new Clearing(listings, terms, rules);
        this.liquidator = clearing.liquidator();
    }

    /** What the account has by the venue's own books, which are kept where there is margin, funding or expiry. */
    public long balance() {
        return clearing.balance();
    }

    /** What it knew and a real one would not tell. */
    public VenueNotes notes() {
        return clearing.notes;
    }

    @Override
    public void connect(Reports desk, LastPrices lastPrices) {
        reports = desk;
        prices = lastPrices;
        clearing.connect(desk, lastPrices);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.ALL;
    }

    @Override
    public boolean waiting() {
        return !book.isEmpty() || liquidator.waiting();
    }

    @Override
    public long wakesAbove() {
        return Math.min(book.wakesAbove(), liquidator.wakesAbove());
    }

    @Override
    public long wakesBelow() {
        return Math.max(book.wakesBelow(), liquidator.wakesBelow());
    }

    // ---- orders in ----

    @Override
    public void submit(Approved<Action.Submit> permit) {
        Order order = permit.take().order();
        String refusal = book.size() < RESTING_MAX ? refusal(order) : FULL;
        if (!refusal.isEmpty()) {
            reports.report(new OrderEvent.Rejected(order.id(), refusal), 0);
            return;
        }
        Resting resting = new Resting(order, moment);
        book.add(resting);
        if (!resting.market()) {
            reports.report(new OrderEvent.Acknowledged(order.id(), ""), 0);
        }
    }

    private String refusal(Order order) {
        Listing listing = Listing.of(listings, order.instrument());
        Instrument instrument = listing.instrument;
        if (listing.expired) {
            return "the contract has expired";
        }
        if (order.lots() < instrument.minimums().lots()) {
            return "less than the venue's minimum of " + instrument.minimums().lots() + " lots";
        }
        if (order.kind() instanceof OrderKind.Limit(long ticks) && order.terms().postOnly()) {
            long last = prices.lastTicks(order.instrument());
            boolean crosses = order.side() == Side.BUY ? ticks >= last : ticks <= last;
            if (last > 0 && crosses) {
                return WOULD_TRADE;
            }
        } else if (order.terms().postOnly()) {
            return "post-only goes with a limit";
        }
        if (order.reduceOnly() && clearing.reducible(order) == 0) {
            return "reduce-only, but there is no position to reduce";
        }
        return clearing.refusal(listing, order);
    }

    @Override
    public void amend(Approved<Action.Amend> permit) {
        Action.Amend amend = permit.take();
        int at = book.find(amend.order());
        if (at < 0) {
            reports.report(new OrderEvent.AmendRejected(amend.order(), "no such order is working"), 0);
            return;
        }
        Resting before = book.get(at);
        book.set(at, before.amended(before.order.withLots(amend.lots()).withKind(amend.kind()), moment));
        reports.report(new OrderEvent.Amended(amend.order(), amend.lots(), amend.kind()), 0);
    }

    @Override
    public void cancel(Approved<Action.Cancel> permit) {
        long id = permit.take().order();
        int at = book.find(id);
        if (at < 0) {
            reports.report(new OrderEvent.CancelRejected(id, "no such order is working"), 0);
            return;
        }
        book.remove(at);
        reports.report(new OrderEvent.Cancelled(id, 0, "asked"), 0);
    }

    // ---- time ----

    @Override
    public void onBar(CurrentBar bar) {
        book.expire(bar, reports);
        while (liquidator.due(bar, true)) {
            liquidator.liquidate(bar);
        }
        atTheOpen(bar, true);
        atTheOpen(bar, false);
        arrive(bar);
        while (fillNext(bar)) {}
        book.close(bar);
        clearing.closed(bar);
    }

    @Override
    public long nextTime() {
        return clearing.nextTime();
    }

    @Override
    public void onTime(long time) {
        clearing.fund(time);
        settle(time);
    }

    /** What has expired by then is settled; its orders go first. */
    private void settle(long time) {
        for (Listing listing : listings) {
            if (listing.expiryDue(time)) {
                book.expire(listing.instrument.id(), time, reports);
                clearing.expire(listing, time);
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

    /** Limits that meet their first open: what it has reached trades there and then, or is called back. */
    private void arrive(CurrentBar bar) {
        for (int i = 0; i < book.size(); ) {
            Resting resting = book.get(i);
            boolean now = resting.limit() && resting.arriving() && resting.order.instrument() == bar.instrument();
            boolean marketable = now && resting.atOpen(bar);
            if (!marketable && !(now && resting.impatient())) {
                i++;
                continue;
            }
            book.remove(i);
            if (marketable && !resting.order.terms().postOnly()) {
                fill(resting, bar, bar.open(), true);
            } else {
                String why = marketable ? WOULD_TRADE : "not marketable at the open";
                reports.report(new OrderEvent.Cancelled(resting.order.id(), 0, why), bar.openTime());
            }
            i = 0; // the desk answered: brackets came or went
        }
    }

    /** Fills the one resting order that this bar reaches first, and says whether there was one. */
    private boolean fillNext(CurrentBar bar) {
        int best = -1;
        for (int i = 0; i < book.size(); i++) {
            Resting candidate = book.get(i);
            boolean reached =
                    candidate.order.instrument() == bar.instrument() && !candidate.market() && candidate.reached(bar);
            if (reached && (best < 0 || candidate.before(book.get(best), bar, rules.path()))) {
                best = i;
            }
        }
        if (liquidator.due(bar, false) && (best < 0 || liquidator.dueBefore(book.get(best)))) {
            liquidator.liquidate(bar);
            return true;
        }
        if (best < 0) {
            return false;
        }
        Resting resting = book.get(best);
        if (resting.stopLike() && resting.order.kind() instanceof OrderKind.StopLimit(long ignored, long limit)) {
            trigger(resting, bar, limit);
            return true;
        }
        book.remove(best);
        fill(resting, bar, resting.price(bar), !resting.limit());
        return true;
    }

    /** A stop-limit trades at its trigger, as a stop would, where its limit allows; else its limit waits, if it has the patience. */
    private void trigger(Resting resting, CurrentBar bar, long limit) {
        long touched = resting.price(bar);
        Moment then = resting.filled(bar);
        if (resting.becomesLimit(limit, touched, then)) {
            book.remove(resting);
            fill(resting, bar, touched, true, then);
        } else if (resting.impatient()) {
            book.remove(resting);
            reports.report(
                    new OrderEvent.Cancelled(resting.order.id(), 0, "not marketable at its trigger"), bar.openTime());
        }
    }

    @Override
    public void end(long time) {
        settle(time);
        book.end(time, reports);
    }

    // ---- fills ----

    private void fill(Resting resting, CurrentBar bar, long price, boolean taker) {
        fill(resting, bar, price, taker, resting.market() ? Moment.OPEN : resting.filled(bar));
    }

    private void fill(Resting resting, CurrentBar bar, long price, boolean taker, Moment then) {
        Order order = resting.order;
        long lots = order.reduceOnly() ? Math.min(order.lots(), clearing.reducible(order)) : order.lots();
        if (lots == 0) {
            reports.report(
                    new OrderEvent.Cancelled(order.id(), 0, "reduce-only, and the position is gone"), bar.openTime());
            return;
        }
        long ticks = taker ? resting.bounded(rules.slipped(order.side(), price)) : price;
        long value = Listing.of(listings, order.instrument()).worth.notional(lots, ticks);
        long fee = Exact.fee(value, taker ? rules.taker() : rules.maker());
        clearing.book(order, lots, ticks, fee, then);
        clearing.notes.executions().add(order.id(), price, ticks);
        trades++;
        moment = then;
        reports.report(
                new FillEvent.Filled(order.id(), Long.toString(trades), ticks, lots, fee, !taker, bar.openTime()),
                bar.openTime());
        moment = Moment.OPEN;
        if (lots < order.lots()) {
            reports.report(
                    new OrderEvent.Cancelled(order.id(), lots, "reduce-only: the rest had nothing to reduce"),
                    bar.openTime());
        }
    }
}
