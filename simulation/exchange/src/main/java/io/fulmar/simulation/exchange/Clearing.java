package io.fulmar.simulation.exchange;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Origin;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.execution.CurrentBar;
import io.fulmar.execution.LastPrices;
import io.fulmar.execution.Reports;
import java.util.List;
import java.util.Optional;

/**
 * What the venue does to positions by itself: funding, liquidation, settlement at expiry. It keeps its own books of money, apart from the
 * desk's, so that the two can be compared.
 *
 * <p>It knows only bars: a position is liquidated if the worst price of the bar takes its margin, at that level or, where the bar opened
 * beyond it, at the open. Nothing is sold in parts: docs/backtesting.md says what that means.
 */
final class Clearing {
    private final AccountTerms terms;
    private final ExchangeRules rules;
    private final Holdings holdings;
    private final List<Listing> listings;
    private final boolean margined;
    private final boolean keepsBooks;
    private Reports reports = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };
    private LastPrices prices = instrument -> 0;
    private long balance;
    private long closed;
    private long nextTime;

    // what a bar has reached
    private Optional<Holding> due = Optional.empty();
    private long dueTicks;
    private long dueLevel;

    Clearing(List<Listing> listings, AccountTerms terms, ExchangeRules rules) {
        this.terms = terms;
        this.rules = rules;
        this.balance = terms.cash();
        this.listings = listings;
        this.nextTime = earliest();
        this.holdings = new Holdings(listings, terms.hedge());
        this.margined = terms.margin() != MarginMode.NONE;
        this.keepsBooks = terms.booked();
    }

    void connect(Reports desk, LastPrices lastPrices) {
        reports = desk;
        prices = lastPrices;
    }

    long reducible(Order order) {
        return holdings.reducible(order);
    }

    Holding holding(Order order) {
        return holdings.of(order);
    }

    /** Looks anew at what each position can bear, from the prices last seen. */
    void levels() {
        for (Holding each : holdings.all) {
            level(each, each.listing.last);
        }
    }

    /** What the account has by the venue's books. */
    long balance() {
        return balance;
    }

    /** Why the terms of margin do not allow an order; empty if they do. */
    String refusal(Listing listing, Order order) {
        if (!margined || order.reduceOnly()) {
            return "";
        }
        long last = prices.lastTicks(listing.instrument.id());
        long most = last == 0
                ? Long.MAX_VALUE
                : listing.terms.tiers().leverageMax(listing.worth.notional(order.lots(), last));
        return terms.leveragePpm() <= most
                ? ""
                : "at this size the venue allows a leverage of "
                        + Decimal.of(most, 6).normalized();
    }

    /** Books a fill of an order of ours. */
    void book(Order order, long lots, long ticks, long fee, Moment then) {
        Holding holding = holdings.of(order);
        if (!keepsBooks) {
            holding.lots = Math.addExact(holding.lots, order.side().sign() * lots);
            return;
        }
        if (holding.lots == 0) {
            holding.inside = then.inside();
        }
        long realised = holding.book(order.side().sign() * lots, ticks, terms.leveragePpm());
        balance = Math.subtractExact(Math.addExact(balance, realised), fee);
        holding.listing.last = ticks;
        level(holding, ticks);
    }

    // ---- margin ----

    /** Whether bars must be looked at though no order waits. */
    boolean waiting() {
        if (margined) {
            for (int i = 0; i < holdings.all.size(); i++) {
                if (holdings.all.get(i).lots != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    long wakesAbove() {
        long above = Long.MAX_VALUE;
        for (int i = 0; margined && i < holdings.all.size(); i++) {
            above = Math.min(above, holdings.all.get(i).above);
        }
        return above;
    }

    long wakesBelow() {
        long below = Long.MIN_VALUE;
        for (int i = 0; margined && i < holdings.all.size(); i++) {
            below = Math.max(below, holdings.all.get(i).below);
        }
        return below;
    }

    private void level(Holding changed, long seen) {
        if (terms.margin() == MarginMode.ISOLATED) {
            changed.level(seen);
        } else if (terms.margin() == MarginMode.CROSS) {
            for (Holding each : holdings.all) {
                levelInCross(each);
            }
        }
    }

    /** All positions of an instrument move with its price; the others stand where they were last seen. */
    private void levelInCross(Holding holding) {
        holding.below = Levels.NONE_BELOW;
        holding.above = Levels.NONE_ABOVE;
        if (holding.lots == 0) {
            return;
        }
        Listing moving = holding.listing;
        Levels.Health health = ticks -> healthInCross(moving, ticks);
        long seen = moving.last;
        if (Levels.healthy(health, seen)) {
            holding.below = Levels.below(health, seen);
            holding.above = Levels.above(health, seen);
        } else {
            holding.below = Long.MAX_VALUE;
        }
    }

    private long healthInCross(Listing moving, long ticks) {
        long health = balance;
        for (int i = 0; i < holdings.all.size(); i++) {
            Holding each = holdings.all.get(i);
            long price = each.listing == moving ? ticks : each.listing.last;
            health = Math.addExact(health, Math.subtractExact(each.unrealised(price), each.maintenance(price)));
        }
        return health;
    }

    /** Whether this bar, or its open alone, takes a margin; {@link #dueLevel} says at which price. */
    boolean due(CurrentBar bar, boolean atOpen) {
        due = Optional.empty();
        for (int i = 0; margined && i < holdings.all.size(); i++) {
            Holding holding = holdings.all.get(i);
            if (holding.lots != 0
                    && holding.listing.instrument.id() == bar.instrument()
                    && reached(holding, bar, atOpen)) {
                due = Optional.of(holding);
                return true;
            }
        }
        return false;
    }

    private boolean reached(Holding holding, CurrentBar bar, boolean atOpen) {
        if (atOpen && holding.inside) {
            return false;
        }
        long low = atOpen ? bar.open() : bar.low();
        long high = atOpen ? bar.open() : bar.high();
        long seen = holding.inside ? holding.lastTicks : bar.open();
        if (low <= holding.below) {
            dueLevel = holding.below;
            dueTicks = Math.min(seen, holding.below);
            return true;
        }
        if (high >= holding.above) {
            dueLevel = holding.above;
            dueTicks = Math.max(seen, holding.above);
            return true;
        }
        return false;
    }

    /** Whether what is due comes before an order that the same bar reaches: before all but a stop that is nearer. */
    boolean dueBefore(Resting resting) {
        boolean goneBefore = dueLevel == Long.MAX_VALUE || dueLevel == 0;
        return goneBefore || !resting.order.reduceOnly() || !resting.stopLike() || !resting.nearerThan(dueLevel);
    }

    /** The venue closes what is due. */
    void liquidate(CurrentBar bar) {
        Holding first = due.orElseThrow();
        long time = bar.openTime();
        first.listing.last = dueTicks;
        if (terms.margin() == MarginMode.ISOLATED) {
            long left = Math.addExact(first.margin, first.unrealised(slipped(first, dueTicks)));
            long fee = fee(first, slipped(first, dueTicks), left, true);
            close(first, Cause.LIQUIDATION, slipped(first, dueTicks), fee, time);
            cover(first, Math.subtractExact(left, fee), time);
        } else {
            liquidateAll(time);
            cover(first, balance, time);
        }
    }

    /** In cross margin everything goes, each at the price it was last seen at. */
    private void liquidateAll(long time) {
        for (int i = 0; i < holdings.all.size(); i++) {
            Holding holding = holdings.all.get(i);
            if (holding.lots != 0) {
                long ticks = slipped(holding, holding.listing.last);
                long left = Math.addExact(balance, holding.unrealised(ticks));
                boolean last = true;
                for (int j = i + 1; j < holdings.all.size(); j++) {
                    Holding other = holdings.all.get(j);
                    last &= other.lots == 0;
                    left = Math.addExact(left, other.unrealised(other.listing.last));
                }
                close(holding, Cause.LIQUIDATION, ticks, fee(holding, ticks, left, last), time);
            }
        }
    }

    private long slipped(Holding holding, long ticks) {
        return rules.slipped(holding.lots > 0 ? Side.SELL : Side.BUY, ticks);
    }

    /** The fee that was agreed, as far as it can be paid; without one the venue keeps what is left. */
    private static long fee(Holding holding, long ticks, long left, boolean last) {
        Optional<Rate> agreed = holding.listing.terms.liquidationFee();
        long most = Math.max(0, left);
        if (agreed.isEmpty()) {
            return last ? most : 0;
        }
        return Math.min(most, Exact.fee(holding.notional(ticks), agreed.get()));
    }

    private void cover(Holding holding, long left, long time) {
        if (left < 0) {
            long amount = Math.negateExact(left);
            balance = Math.addExact(balance, amount);
            reports.report(
                    new AccountEvent.DeficitCovered(holding.seat, holding.listing.instrument.id(), amount, time), time);
        }
    }

    private void close(Holding holding, Cause cause, long ticks, long fee, long time) {
        Side side = holding.lots > 0 ? Side.SELL : Side.BUY;
        long lots = Math.abs(holding.lots);
        Order terms = new Order(
                0,
                holding.seat,
                holding.listing.instrument.id(),
                side,
                lots,
                OrderKind.MARKET,
                Order.Terms.REDUCING,
                cause,
                0,
                Bracket.NONE);
        long id = reports.adopt(terms, Origin.VENUE, evidence(holding, cause), time);
        book(terms, lots, ticks, fee, Moment.BEFORE);
        String trade = cause.word() + "-" + ++closed;
        reports.report(new FillEvent.Filled(id, trade, ticks, lots, fee, false, time), time);
    }

    private String evidence(Holding holding, Cause cause) {
        if (cause == Cause.SETTLEMENT) {
            return "the contract expired";
        }
        if (terms.margin() == MarginMode.CROSS) {
            return "the account's margin was gone";
        }
        long bankrupt = holding.bankruptcy(holding.lastTicks);
        return "its margin was gone"
                + (bankrupt == 0 ? "" : "; bankrupt at " + holding.listing.instrument.priceOf(bankrupt));
    }

    /** The bar is over. */
    void closed(CurrentBar bar) {
        for (int i = 0; keepsBooks && i < holdings.all.size(); i++) {
            Holding holding = holdings.all.get(i);
            if (holding.listing.instrument.id() == bar.instrument()) {
                holding.inside = false;
                holding.listing.last = bar.close();
            }
        }
        if (terms.margin() == MarginMode.CROSS && holdings.all.size() > 1) {
            for (Holding each : holdings.all) {
                levelInCross(each);
            }
        }
    }

    // ---- time ----

    private long earliest() {
        long time = Long.MAX_VALUE;
        for (Listing listing : listings) {
            time = Math.min(time, listing.nextTime());
        }
        return time;
    }

    long nextTime() {
        return nextTime;
    }

    /** Settles the funding that is due. */
    void fund(long time) {
        for (Listing listing : listings) {
            while (listing.fundingDue(time)) {
                fund(listing, listing.settlement(), time);
            }
        }
        nextTime = earliest();
    }

    private void fund(Listing listing, FundingSchedule.Settlement settlement, long time) {
        for (Holding holding : holdings.all) {
            if (holding.listing == listing && holding.lots != 0) {
                long last = prices.lastTicks(listing.instrument.id());
                long mark = settlement.markTicks() == 0 ? last : settlement.markTicks();
                long amount = funding(holding, mark, settlement.rate());
                balance = Math.addExact(balance, amount);
                holding.margin = Math.addExact(holding.margin, Math.min(0, amount));
                listing.last = last;
                level(holding, last);
                reports.report(
                        new AccountEvent.FundingSettled(
                                holding.seat,
                                listing.instrument.id(),
                                holding.lots,
                                mark,
                                settlement.rate(),
                                amount,
                                time),
                        time);
            }
        }
    }

    /** Like a fee: what is paid is rounded up, what is received down. */
    private static long funding(Holding holding, long mark, Rate rate) {
        Rate pays = holding.lots > 0 ? rate : new Rate(-rate.numerator(), rate.denominator());
        return -Exact.fee(holding.notional(mark), pays);
    }

    /** Settles a contract that has come to its end, at the price last seen. */
    void expire(Listing listing, long time) {
        listing.expired = true;
        nextTime = earliest();
        for (Holding holding : holdings.all) {
            if (holding.listing == listing && holding.lots != 0) {
                long last = prices.lastTicks(listing.instrument.id());
                long fee = Exact.fee(holding.notional(last), listing.terms.settlementFee());
                close(holding, Cause.SETTLEMENT, last, fee, time);
            }
        }
    }
}
