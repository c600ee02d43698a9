package io.fulmar.risk;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import java.util.HashMap;
import java.util.Map;

/** C-1 to C-4 and C-7: what one order, one position and the account may reach. Reads the situation, keeps no state. */
final class LimitChecks {
    private final Bounds account;
    private final Map<Integer, Bounds> seats = new HashMap<>();
    private final Map<Long, Bounds> instruments = new HashMap<>();

    LimitChecks(RiskLimits limits) {
        account = new Bounds(limits.account());
        limits.seats().forEach((seat, bounds) -> seats.put(seat, new Bounds(bounds)));
        limits.instruments().forEach((id, own) -> {
            var merged = new HashMap<>(limits.account());
            merged.putAll(own);
            instruments.put(id, new Bounds(merged));
        });
    }

    private Bounds instrument(long id) {
        return instruments.isEmpty() ? account : instruments.getOrDefault(id, account);
    }

    private Bounds seat(int seat) {
        return seats.isEmpty() ? Bounds.NONE : seats.getOrDefault(seat, Bounds.NONE);
    }

    Objection size(Ask ask) {
        var order = ask.order();
        var objection = size(ask, instrument(order.instrument()));
        return objection.present() ? objection : size(ask, seat(order.seat()));
    }

    private static Objection size(Ask ask, Bounds bounds) {
        long lots = ask.order().lots();
        if (bounds.exceeded(Control.ORDER_LOTS, lots)) {
            return Objection.to(Control.ORDER_LOTS, lots, bounds.limit(Control.ORDER_LOTS));
        }
        if (bounds.exceeded(Control.ORDER_VALUE, ask.value())) {
            return Objection.to(Control.ORDER_VALUE, ask.value(), bounds.limit(Control.ORDER_VALUE));
        }
        return share(Control.ORDER_SHARE, bounds, ask.value(), ask.situation().equity());
    }

    Objection collar(Ask ask) {
        var order = ask.order();
        var bounds = instrument(order.instrument());
        long limit = Ask.limit(order.kind());
        if (!bounds.on(Control.PRICE_COLLAR) || limit == 0) {
            return Objection.NONE;
        }
        long ppm = bounds.limit(Control.PRICE_COLLAR);
        if (order.kind() instanceof OrderKind.StopLimit stop && ask.step() != Ask.Step.TRIGGER) {
            return collar(order.side(), limit, stop.trigger(), ppm);
        }
        var objection = collar(order.side(), limit, ask.situation().referenceTicks(), ppm);
        return objection.present()
                ? objection
                : collar(order.side(), limit, ask.situation().markTicks(), ppm);
    }

    private static Objection collar(Side side, long limit, long market, long ppm) {
        long bound = bound(side, market, ppm);
        boolean within = side == Side.BUY ? limit <= bound : limit >= bound;
        return within ? Objection.NONE : Objection.to(Control.PRICE_COLLAR, limit, bound);
    }

    private static long bound(Side side, long market, long ppm) {
        return Math.addExact(market, side.sign() * Exact.percentOfFloor(market, ppm));
    }

    long marketBound(Side side, Situation situation) {
        var bounds = instrument(situation.instrument().id());
        if (!bounds.on(Control.PRICE_COLLAR)) {
            return side == Side.BUY ? Long.MAX_VALUE : 1;
        }
        return Math.max(1, bound(side, situation.referenceTicks(), bounds.limit(Control.PRICE_COLLAR)));
    }

    Objection position(Ask ask) {
        var order = ask.order();
        var situation = ask.situation();
        var objection = position(ask, reach(ask), instrument(order.instrument()));
        var own = seat(order.seat());
        if (objection.present() || own == Bounds.NONE) {
            return objection;
        }
        long held = Math.max(0, order.side().sign() * situation.seatLots(order.seat()));
        long waiting = situation.seatWaitingLots(order.seat(), order.side());
        return position(ask, Math.addExact(Math.addExact(held, waiting), ask.addedLots()), own);
    }

    /** The account's position on the order's side if everything that waits there fills, and everything on the other side leaves. */
    static long reach(Ask ask) {
        var side = ask.order().side();
        long waiting = ask.situation().waitingLots(side);
        return Math.addExact(Math.addExact(ask.situation().heldLots(side), waiting), ask.addedLots());
    }

    private static Objection position(Ask ask, long lots, Bounds bounds) {
        if (bounds.exceeded(Control.POSITION_LOTS, lots)) {
            return Objection.to(Control.POSITION_LOTS, lots, bounds.limit(Control.POSITION_LOTS));
        }
        if (!bounds.on(Control.POSITION_VALUE) && !bounds.on(Control.POSITION_SHARE)) {
            return Objection.NONE;
        }
        long value = ask.dearest(lots);
        if (bounds.exceeded(Control.POSITION_VALUE, value)) {
            return Objection.to(Control.POSITION_VALUE, value, bounds.limit(Control.POSITION_VALUE));
        }
        return share(Control.POSITION_SHARE, bounds, value, ask.situation().equity());
    }

    Objection exposure(Ask ask) {
        var situation = ask.situation();
        long gross = Math.addExact(situation.exposure(), ask.addedValue());
        if (account.exceeded(Control.GROSS_EXPOSURE, gross)) {
            return Objection.to(Control.GROSS_EXPOSURE, gross, account.limit(Control.GROSS_EXPOSURE));
        }
        long net = Math.addExact(situation.netExposure(ask.order().side()), ask.addedValue());
        if (account.exceeded(Control.NET_EXPOSURE, net)) {
            return Objection.to(Control.NET_EXPOSURE, net, account.limit(Control.NET_EXPOSURE));
        }
        var objection = share(Control.NET_SHARE, account, net, situation.equity());
        if (!objection.present() && account.on(Control.CORRELATED_SHARE)) {
            long together =
                    Math.addExact(situation.correlatedExposure(ask.order().side()), ask.addedValue());
            objection = share(Control.CORRELATED_SHARE, account, together, situation.equity());
        }
        return objection.present() ? objection : share(Control.LEVERAGE, account, gross, situation.equity());
    }

    Objection loss(Ask ask) {
        var situation = ask.situation();
        long equity = situation.equity();
        var objection = loss(Control.DAY_LOSS, situation.dayStartEquity(), equity);
        return objection.present() ? objection : loss(Control.DRAWDOWN, situation.peakEquity(), equity);
    }

    private Objection loss(Control control, long from, long equity) {
        if (!account.on(control)) {
            return Objection.NONE;
        }
        long lost = Math.subtractExact(from, equity);
        long limit = lossAt(from, account.limit(control));
        return lost >= limit ? Objection.to(control, lost, limit) : Objection.NONE;
    }

    /** The smallest loss that reaches such a share. */
    static long lossAt(long from, long ppm) {
        return Exact.mulDivCeil(from, ppm, 1_000_000);
    }

    Objection selfMatch(Ask ask) {
        var order = ask.order();
        if (!account.on(Control.SELF_MATCH) || !meetsMarket(order, ask.step())) {
            return Objection.NONE;
        }
        long limit = Ask.limit(order.kind());
        long worst = order.side() == Side.BUY ? Long.MAX_VALUE : 1;
        return ask.situation().wouldMatchOwn(order.side(), limit == 0 ? worst : limit)
                ? Objection.to(Control.SELF_MATCH.refusal(), "an order of this account waits on the other side")
                : Objection.NONE;
    }

    /** An order that waits for a trigger is looked at when it is touched: today's book says nothing about that day's. */
    private static boolean meetsMarket(Order order, Ask.Step step) {
        return step == Ask.Step.TRIGGER || Ask.trigger(order.kind()) == 0;
    }

    private static Objection share(Control control, Bounds bounds, long value, long equity) {
        if (!bounds.on(control)) {
            return Objection.NONE;
        }
        long allowed = Exact.percentOfFloor(equity, bounds.limit(control));
        return value > allowed ? Objection.to(control, value, allowed) : Objection.NONE;
    }
}
