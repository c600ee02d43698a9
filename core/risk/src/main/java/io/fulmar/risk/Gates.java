package io.fulmar.risk;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Side;
import java.util.Set;

/** S-1, C-8 to C-10 and the desk's state: what stands before every new risk, in a backtest too; and the one gate of an exit. */
final class Gates {
    private static final long WHOLE = 1_000_000;

    private final Bounds account;
    private final boolean solvency;
    private final boolean impossible;
    private final Set<Long> allowed;
    private final Breakers breakers;

    Gates(RiskLimits limits, Breakers breakers) {
        this.account = new Bounds(limits.account());
        this.solvency = account.on(Control.SOLVENCY);
        this.impossible = account.on(Control.IMPOSSIBLE_DATA);
        this.allowed = limits.allowed();
        this.breakers = breakers;
    }

    /** An exit: nothing but the position itself can stop it. The operator may also reduce what no strategy owns. */
    static Objection reducing(Order order, Situation situation) {
        sameInstrument(order, situation);
        long held = -order.side().sign() * situation.seatLots(order.seat());
        if (order.cause() == Cause.OPERATOR) {
            held = Math.max(held, -order.side().sign() * situation.netLots());
        }
        return order.lots() <= held
                ? Objection.NONE
                : Objection.to(
                        Refusal.NO_POSITION,
                        "%s %d lots to reduce, %d are held".formatted(order.side(), order.lots(), Math.max(0, held)));
    }

    private static void sameInstrument(Order order, Situation situation) {
        if (order.instrument() != situation.instrument().id()) {
            throw new IllegalArgumentException("order %d is of instrument %d, the situation of %d"
                    .formatted(
                            order.id(),
                            order.instrument(),
                            situation.instrument().id()));
        }
    }

    /** What every new risk must pass, in a backtest too. */
    Objection entrance(Order order, Situation situation) {
        sameInstrument(order, situation);
        switch (situation.mode()) {
            case HALTED -> {
                return Objection.to(Refusal.HALTED, "the desk is halted");
            }
            case REDUCING -> {
                return Objection.to(Refusal.REDUCING_ONLY, "the desk is reducing");
            }
            case NORMAL -> {}
        }
        if (situation.halted()) {
            return Objection.to(Refusal.HALTED, "the instrument is halted");
        }
        if (situation.unknownOutcome()) {
            return Objection.to(Refusal.UNKNOWN_ORDER, "its exposure stays reserved until the venue has answered");
        }
        if (breakers.any()) {
            var open = breakers.open(order.instrument());
            if (open.present()) {
                return open;
            }
        }
        return impossible && impossible(situation)
                ? Objection.to(
                        Refusal.BAD_MARKET_DATA,
                        "last %d, bid %d, ask %d"
                                .formatted(situation.referenceTicks(), situation.bidTicks(), situation.askTicks()))
                : minimum(order, situation);
    }

    private static boolean impossible(Situation situation) {
        long bid = situation.bidTicks();
        long ask = situation.askTicks();
        return situation.referenceTicks() <= 0 || situation.markTicks() <= 0 || (bid != 0 && ask != 0 && bid >= ask);
    }

    private static Objection minimum(Order order, Situation situation) {
        var instrument = situation.instrument();
        var minimums = instrument.minimums();
        if (order.lots() < minimums.lots()) {
            return Objection.to(Refusal.MINIMUM, order.lots() + " lots, the venue takes " + minimums.lots());
        }
        if (minimums.notional().signum() == 0) {
            return Objection.NONE;
        }
        var quantity = instrument.quantityOf(order.lots()).toBigDecimal();
        var notional = quantity.multiply(instrument.contract().toBigDecimal());
        if (!instrument.kind().inverse()) {
            notional = notional.multiply(
                    instrument.priceOf(situation.referenceTicks()).toBigDecimal());
        }
        return notional.compareTo(minimums.notional().toBigDecimal()) < 0
                ? Objection.to(
                        Refusal.MINIMUM,
                        "worth " + notional.toPlainString() + ", the venue takes " + minimums.notional())
                : Objection.NONE;
    }

    /** A limit to buy below the market never costs more than its limit; everything else is reckoned at the last price. */
    Objection solvent(Order order, long addedLots, Situation situation) {
        if (!solvency || addedLots <= 0) {
            return Objection.NONE;
        }
        long ticks = situation.referenceTicks();
        if (order.side() == Side.BUY && order.kind() instanceof OrderKind.Limit(long limit) && ticks > 0) {
            ticks = Math.min(ticks, limit);
        }
        long value = Ask.absolute(situation.value(addedLots, ticks));
        var rate = situation.takerFee();
        long fee = rate.isZero() ? 0 : Exact.fee(value, rate);
        long committed = Math.addExact(situation.exposure(), situation.reserved());
        long needed = Math.addExact(Math.addExact(value, fee), committed);
        long leverage = situation.leveragePpm();
        long allowed = leverage == WHOLE ? situation.equity() : Exact.percentOfFloor(situation.equity(), leverage);
        if (value == 0) {
            return Objection.to(Refusal.BAD_MARKET_DATA, "without a price nothing can be reckoned");
        }
        return needed <= allowed
                ? Objection.NONE
                : Objection.to(
                        Refusal.INSOLVENT,
                        "value %d, fee %d, committed %d, allowed %d".formatted(value, fee, committed, allowed));
    }

    Objection restricted(Ask ask) {
        long instrument = ask.order().instrument();
        return account.on(Control.INSTRUMENTS) && !allowed.contains(instrument)
                ? Objection.to(Refusal.RESTRICTED, "instrument " + instrument + " is not in the list")
                : Objection.NONE;
    }

    Objection stale(Ask ask) {
        long age = ask.situation().now() - ask.situation().referenceTime();
        return account.on(Control.STALE_PRICE) && age > account.span(Control.STALE_PRICE)
                ? Objection.to(Refusal.BAD_MARKET_DATA, "the last price is " + age + " ns old")
                : Objection.NONE;
    }
}
