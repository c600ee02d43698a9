package io.fulmar.strategy;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.Size;
import io.fulmar.domain.TimeInForce;

/** An entry being put into words: {@code buy(equityPercent(100)).stop(percent(1)).target(percent(2))}. At the market unless told otherwise. */
public final class Entry {
    private final Seat seat;
    private final Side side;
    private final Size size;
    private final SignalEvent.Purpose purpose;
    private Distance stop = Distance.NONE;
    private Distance target = Distance.NONE;
    private Distance trail = Distance.NONE;
    private OrderKind kind = OrderKind.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private boolean postOnly;
    private String reason = "";

    Entry(Seat seat, Side side, Size size, SignalEvent.Purpose purpose) {
        this.seat = seat;
        this.side = side;
        this.size = size;
        this.purpose = purpose;
    }

    public Entry stop(Distance distance) {
        stop = protecting(distance);
        return this;
    }

    public Entry target(Distance distance) {
        target = protecting(distance);
        return this;
    }

    public Entry trail(Distance distance) {
        trail = protecting(distance);
        return this;
    }

    private Distance protecting(Distance distance) {
        if (purpose == SignalEvent.Purpose.ADD) {
            throw new IllegalArgumentException(
                    "an add has no stop, target or trail of its own: the position keeps the distances of its first entry");
        }
        return distance;
    }

    /** At that price or better, rounded to the instrument's tick. */
    public Entry limit(double price) {
        return at(new OrderKind.Limit(seat.ticks(price)));
    }

    /** At the market once the price has run to that level: up to it for a buy, down to it for a sell. */
    public Entry trigger(double price) {
        return at(new OrderKind.Stop(seat.ticks(price)));
    }

    /** A limit order once the price has run to the trigger. */
    public Entry trigger(double price, double limit) {
        return at(new OrderKind.StopLimit(seat.ticks(price), seat.ticks(limit)));
    }

    /** At the market once the price has come back to that level: down to it for a buy, up to it for a sell. */
    public Entry touched(double price) {
        return at(new OrderKind.TakeProfit(seat.ticks(price)));
    }

    private Entry at(OrderKind wanted) {
        boolean placed = purpose == SignalEvent.Purpose.REVERSE || purpose == SignalEvent.Purpose.RUNG;
        if (placed) {
            throw new IllegalArgumentException(
                    "an entry that reverses is at the market, and fished ones have their limits: neither takes another price");
        }
        if (!kind.equals(OrderKind.MARKET)) {
            throw new IllegalArgumentException(
                    "an entry has one of limit, trigger and touched; a limit behind a trigger is trigger(price, limit)");
        }
        kind = wanted;
        return this;
    }

    /** Only as a maker: a limit that would trade at once is refused by the venue. */
    public Entry postOnly() {
        postOnly = true;
        return this;
    }

    public Entry immediateOrCancel() {
        timeInForce = TimeInForce.IOC;
        return this;
    }

    public Entry fillOrKill() {
        timeInForce = TimeInForce.FOK;
        return this;
    }

    /** Withdrawn by the venue after that many bars. */
    public Entry goodForBars(int bars) {
        if (bars < 1) {
            throw new IllegalArgumentException("goodForBars(" + bars + "): at least one bar");
        }
        timeInForce = new TimeInForce.GoodTilDate(seat.timeAfter(bars));
        return this;
    }

    /** Why, for the journal and the report. */
    public Entry because(String why) {
        reason = why;
        return this;
    }

    SignalEvent.Enter signal() {
        return signal(kind, timeInForce);
    }

    SignalEvent.Enter signal(OrderKind how, TimeInForce patience) {
        boolean plain = !postOnly && patience.equals(TimeInForce.GTC);
        Order.Terms terms = plain ? Order.Terms.OPENING : new Order.Terms(patience, postOnly, false);
        boolean bare = !stop.present() && !target.present() && !trail.present();
        Bracket bracket = bare ? Bracket.NONE : new Bracket(stop, target, trail);
        return new SignalEvent.Enter(
                seat.number(), seat.instrument(), side, size, how, terms, bracket, purpose, reason);
    }
}
