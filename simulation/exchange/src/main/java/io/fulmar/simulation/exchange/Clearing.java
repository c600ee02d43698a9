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

/**
 * What the venue does to positions by itself: funding, liquidation, settlement at expiry. It keeps its own books of money, apart from the
 * desk's, so that the two can be compared.
 */
final class Clearing {
    private final AccountTerms terms;
    private final Holdings holdings;
    private final Liquidator liquidator;
    private final List<Listing> listings;
    private final boolean margined;
    private final boolean keepsBooks;
    final VenueNotes notes = new VenueNotes(new Executions(), new MarginLevels());
    private Reports reports = (event, time) -> {
        throw new IllegalStateException("the venue is not connected");
    };
    private LastPrices prices = instrument -> 0;
    private long balance;
    private long closed;
    private long nextTime;

    Clearing(List<Listing> listings, AccountTerms terms, ExchangeRules rules) {
        this.terms = terms;
        this.balance = terms.cash();
        this.listings = listings;
        this.nextTime = earliest();
        this.holdings = new Holdings(listings);
        this.margined = terms.margin() != MarginMode.NONE;
        this.keepsBooks = terms.booked();
        this.liquidator = new Liquidator(terms, rules, holdings, this);
    }

    void connect(Reports desk, LastPrices lastPrices) {
        reports = desk;
        prices = lastPrices;
    }

    Liquidator liquidator() {
        return liquidator;
    }

    long reducible(Order order) {
        return holdings.reducible(order);
    }

    Holding holding(Order order) {
        return holdings.of(order);
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
        liquidator.level(holding, ticks);
    }

    /** Closes a position by an order of the venue's own, at these ticks where the price was the one seen. */
    void close(Holding holding, Cause cause, long seen, long ticks, long fee, long time) {
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
        notes.executions().add(id, seen, ticks);
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

    /** The venue's insurance pays what a liquidation left below zero. */
    void cover(Holding holding, long left, long time) {
        if (left < 0) {
            long amount = Math.negateExact(left);
            balance = Math.addExact(balance, amount);
            reports.report(
                    new AccountEvent.DeficitCovered(holding.seat, holding.listing.instrument.id(), amount, time), time);
        }
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
            liquidator.levels(); // what one market moved, the others must bear
        }
        note(bar.openTime());
    }

    private void note(long time) {
        for (int i = 0; margined && i < holdings.all.size(); i++) {
            if (holdings.all.get(i).moved()) {
                notes.marginLevels().add(time, holdings.all.get(i));
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
        note(time);
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
                liquidator.level(holding, last);
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
                close(holding, Cause.SETTLEMENT, last, last, fee, time);
            }
        }
        note(time);
    }
}
