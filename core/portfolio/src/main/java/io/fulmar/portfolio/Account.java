package io.fulmar.portfolio;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Currency;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import java.util.ArrayList;
import java.util.List;

/**
 * Money and positions of one account, folded from fills. The balance is cash plus realised profit less fees; equity adds what open
 * positions would realise at the marks.
 */
public final class Account {
    private static final int POSITIONS_MAX = 10_000;

    private final Currency currency;
    private final long deposited;
    private final Trades trades;
    private final List<Position> positions = new ArrayList<>();

    private long balance;
    private long costs;
    private long fees;
    private long liquidationFees;
    private long funding;
    private long covered;

    public Account(Currency currency, long cash, Trades trades) {
        this.currency = currency;
        this.deposited = cash;
        this.balance = cash;
        this.trades = trades;
    }

    public Currency currency() {
        return currency;
    }

    public long deposited() {
        return deposited;
    }

    public long balance() {
        return balance;
    }

    public long fees() {
        return fees;
    }

    /** Of the fees, what liquidations took. */
    public long liquidationFees() {
        return liquidationFees;
    }

    /** Above zero: more funding was received than paid. */
    public long funding() {
        return funding;
    }

    /** What the venue's insurance took over of the losses of liquidations. */
    public long covered() {
        return covered;
    }

    /**
     * The balance less what open positions cost: equity is this plus the value of the positions at their marks, one addition each.
     */
    public long base() {
        return Math.subtractExact(balance, costs);
    }

    /** In the order in which they were first opened. */
    public List<Position> positions() {
        return positions;
    }

    /** The seat's position in that instrument, created flat when it is new. */
    public Position position(int seat, Instrument instrument) {
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            if (position.seat() == seat && position.instrument().id() == instrument.id()) {
                return position;
            }
        }
        if (positions.size() >= POSITIONS_MAX) {
            throw new IllegalStateException("an account keeps at most " + POSITIONS_MAX + " positions");
        }
        Position position = new Position(seat, instrument);
        positions.add(position);
        return position;
    }

    /** Signed lots of an instrument over all seats: what the venue sees. */
    public long netLots(long instrument) {
        long net = 0;
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            if (position.instrument().id() == instrument) {
                net = Math.addExact(net, position.lots());
            }
        }
        return net;
    }

    /** Books a fill; {@code equity} is the account's before it. */
    public Position book(Order order, FillEvent.Filled fill, Instrument instrument, long equity) {
        Position position = position(order.seat(), instrument);
        long costBefore = position.cost();
        long profit = position.book(order, fill, equity, trades);
        balance = Math.subtractExact(Math.addExact(balance, profit), fill.fee());
        fees = Math.addExact(fees, fill.fee());
        costs = Math.addExact(costs, position.cost() - costBefore);
        if (order.cause() == Cause.LIQUIDATION) {
            liquidationFees = Math.addExact(liquidationFees, fill.fee());
        }
        return position;
    }

    /** Books money that came or went without a fill. */
    public void book(AccountEvent event, Instrument instrument) {
        balance = Math.addExact(balance, event.amount());
        switch (event) {
            case AccountEvent.FundingSettled settled -> {
                funding = Math.addExact(funding, settled.amount());
                position(settled.seat(), instrument).fund(settled.amount());
            }
            case AccountEvent.DeficitCovered deficit -> covered = Math.addExact(covered, deficit.amount());
        }
    }

    /** All postings by kind; their sum is zero, or money was made or lost. */
    public Postings postings() {
        long realised = 0;
        long paid = 0;
        long funded = 0;
        long open = 0;
        for (Position position : positions) {
            realised = Math.addExact(realised, position.realised());
            paid = Math.addExact(paid, position.fees());
            funded = Math.addExact(funded, position.funding());
            open = Math.addExact(open, position.cost());
        }
        if (paid != fees || funded != funding || open != costs) {
            throw new IllegalStateException(
                    "the positions' fees, funding and costs %d, %d, %d are not the account's %d, %d, %d"
                            .formatted(paid, funded, open, fees, funding, costs));
        }
        return new Postings(deposited, realised, -fees, funding, covered, -balance);
    }

    /**
     * Where the money came from, above zero, and where it is, below.
     *
     * @param balance what the account holds, negated
     */
    public record Postings(long deposited, long realised, long fees, long funding, long covered, long balance) {
        public long sum() {
            long sum = Math.addExact(Math.addExact(deposited, realised), Math.addExact(fees, funding));
            return Math.addExact(sum, Math.addExact(covered, balance));
        }

        /** Stops whoever goes on with books that do not balance. */
        public void requireBalanced() {
            if (sum() != 0) {
                throw new IllegalStateException("the books do not balance, by " + sum() + " money units: " + this);
            }
        }
    }
}
