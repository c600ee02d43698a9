package io.fulmar.strategy;

import io.fulmar.domain.Side;

/**
 * A strategy that lives between bars: it hears trades, quotes and the book as they come and works orders at prices that it names, on both
 * sides if it likes. Its position is whatever fills. Each order it places has a number, by which it is amended and cancelled.
 *
 * <p>Everything takes its time: an order works once the venue has it, and a cancel may come too late.
 *
 * @param <P> the record of its parameters
 */
public abstract class FlowStrategy<P extends Record> extends Strategy<P> {
    /** Bars are there if wanted. */
    @Override
    public void onBar(Bar bar) {}

    /** The book as we know it now; of trades alone it stays empty. */
    protected final BookView book() {
        return seat.quoting().book();
    }

    /** A limit order to buy; what it can take at once it takes. */
    protected final long bid(double price, double quantity) {
        return ask(Quoting.Kind.LIMIT, Side.BUY, seat.ticks(price), quantity);
    }

    /** A limit order to sell. */
    protected final long offer(double price, double quantity) {
        return ask(Quoting.Kind.LIMIT, Side.SELL, seat.ticks(price), quantity);
    }

    /** A limit order to buy that is never a taker: the venue rejects it where it would be. */
    protected final long makeBid(double price, double quantity) {
        return ask(Quoting.Kind.POST_ONLY, Side.BUY, seat.ticks(price), quantity);
    }

    protected final long makeOffer(double price, double quantity) {
        return ask(Quoting.Kind.POST_ONLY, Side.SELL, seat.ticks(price), quantity);
    }

    /** Buys at once what is offered up to that price, and no more. */
    protected final long take(double price, double quantity) {
        return ask(Quoting.Kind.IMMEDIATE, Side.BUY, seat.ticks(price), quantity);
    }

    /** Sells at once what is bid for down to that price, and no more. */
    protected final long hit(double price, double quantity) {
        return ask(Quoting.Kind.IMMEDIATE, Side.SELL, seat.ticks(price), quantity);
    }

    /** Buys at the market. */
    protected final long buyNow(double quantity) {
        return ask(Quoting.Kind.MARKET, Side.BUY, 0, quantity);
    }

    /** Sells at the market. */
    protected final long sellNow(double quantity) {
        return ask(Quoting.Kind.MARKET, Side.SELL, 0, quantity);
    }

    private long ask(Quoting.Kind kind, Side side, long ticks, double quantity) {
        return seat.quoting().ask(kind, side, ticks, seat.quoting().scale().lots(quantity));
    }

    /** Other terms for an order that works. Fewer at the same price keep their place in the queue. */
    protected final void amend(long order, double price, double quantity) {
        seat.quoting().amend(order, seat.ticks(price), seat.quoting().scale().lots(quantity));
    }

    protected final void cancel(long order) {
        seat.quoting().cancel(order);
    }

    protected final void cancelAll() {
        Quoting quoting = seat.quoting();
        for (int i = 0; i < quoting.outCount(); i++) {
            quoting.cancel(quoting.out(i));
        }
    }

    /** Whether that order is on its way, or works, as far as we have heard. */
    protected final boolean working(long order) {
        return seat.quoting().working(order);
    }

    /** How many orders are out. */
    protected final int ordersOut() {
        return seat.quoting().outCount();
    }

    /** The position in units, below zero when short, as far as we have heard. */
    protected final double position() {
        return Math.signum((double) seat.lots) * seat.quoting().scale().quantity(Math.abs(seat.lots));
    }
}
