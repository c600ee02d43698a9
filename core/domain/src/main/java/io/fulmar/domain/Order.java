package io.fulmar.domain;

/**
 * What portfolio and risk made of a signal: the terms as decided. Its life is kept elsewhere; these terms change only by an amend,
 * which makes a new record.
 *
 * @param id unique and rising within a desk and epoch
 * @param seat the strategy's seat at the desk
 * @param group the id of the entry that it belongs to, for the members of a bracket and for entries that make one position with others;
 *     else 0
 */
public record Order(
        long id,
        int seat,
        long instrument,
        Side side,
        long lots,
        OrderKind kind,
        Terms terms,
        Cause cause,
        long group,
        Bracket bracket) {
    public Order {
        if (lots <= 0) {
            throw new IllegalArgumentException("an order of " + lots + " lots: it must be above zero");
        }
    }

    /** What the venue must respect beside price and size. */
    public record Terms(TimeInForce timeInForce, boolean postOnly, boolean reduceOnly) {
        public static final Terms OPENING = new Terms(TimeInForce.GTC, false, false);
        public static final Terms REDUCING = new Terms(TimeInForce.GTC, false, true);
    }

    public boolean reduceOnly() {
        return terms.reduceOnly();
    }

    /** Where positions are kept by side: the side it opens or reduces, BUY for the long one. */
    public Side positionSide() {
        return terms.reduceOnly() ? side.opposite() : side;
    }

    /** The same under the id that the desk gave it. */
    public Order withId(long newId) {
        return new Order(newId, seat, instrument, side, lots, kind, terms, cause, group, bracket);
    }

    public Order withLots(long newLots) {
        return new Order(id, seat, instrument, side, newLots, kind, terms, cause, group, bracket);
    }

    public Order withKind(OrderKind newKind) {
        return new Order(id, seat, instrument, side, lots, newKind, terms, cause, group, bracket);
    }
}
