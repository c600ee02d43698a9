package io.fulmar.risk;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Command;
import io.fulmar.domain.Currency;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.InstrumentKind;
import io.fulmar.domain.Minimums;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.domain.Symbol;

/** A situation made by hand: one lot at one tick is one unit of money, the price 100, the equity a million, nothing held. */
class FakeDesk implements Situation {
    static final long ID = 7;
    static final int SEAT = 3;

    Instrument instrument = instrument(Minimums.NONE);
    long now = 1_000_000_000_000L;
    long price = 100;
    long priceTime = now;
    long mark;
    long bid;
    long ask;
    double barVolume = 1e6;
    double averageVolume = 1e6;
    Rate fee = Rate.ZERO;
    long leverage = 1_000_000;
    long seatLots;
    long net;
    long waiting;
    long seatWaiting;
    int waitingOrders;
    boolean own;
    long equity = 1_000_000;
    long dayStart = 1_000_000;
    long peak = 1_000_000;
    long exposure;
    long netExposure;
    long correlated;
    long reserved;
    Command.Mode mode = Command.Mode.NORMAL;
    boolean unknown;
    boolean halted;

    static Instrument instrument(Minimums minimums) {
        return new Instrument(
                ID,
                "sim",
                Symbol.parse("BTC/USDT:USDT"),
                InstrumentKind.LINEAR_PERPETUAL,
                Decimal.of(1),
                Decimal.of(1),
                Decimal.of(1),
                minimums,
                new Currency("USDT", 0));
    }

    static Order order(long id, Side side, long lots, OrderKind kind, Order.Terms terms) {
        return new Order(id, SEAT, ID, side, lots, kind, terms, Cause.SIGNAL, 0, Bracket.NONE);
    }

    static Order entry(long id, Side side, long lots) {
        return order(id, side, lots, OrderKind.MARKET, Order.Terms.OPENING);
    }

    static Order exit(long id, Side side, long lots) {
        return order(id, side, lots, OrderKind.MARKET, Order.Terms.REDUCING);
    }

    static RiskLimits only(Control control, Bound bound) {
        return RiskLimits.backtest()
                .without(Control.SOLVENCY)
                .without(Control.IMPOSSIBLE_DATA)
                .with(control, bound);
    }

    /** Sets one figure by the name that tables use. */
    void set(String name, long value) {
        switch (name) {
            case "now" -> now = value;
            case "price" -> price = value;
            case "priceTime" -> priceTime = value;
            case "mark" -> mark = value;
            case "bid" -> bid = value;
            case "ask" -> ask = value;
            case "bar" -> barVolume = value;
            case "average" -> averageVolume = value;
            case "leverage" -> leverage = value;
            case "fee" -> fee = Rate.ofPartsPerMillion(value);
            case "seat" -> seatLots = value;
            case "net" -> net = value;
            case "waiting" -> waiting = value;
            case "seatWaiting" -> seatWaiting = value;
            case "orders" -> waitingOrders = (int) value;
            case "own" -> own = value != 0;
            case "equity" -> equity = value;
            case "dayStart" -> dayStart = value;
            case "peak" -> peak = value;
            case "exposure" -> exposure = value;
            case "netExposure" -> netExposure = value;
            case "correlated" -> correlated = value;
            case "reserved" -> reserved = value;
            default -> throw new IllegalArgumentException("no figure is called " + name);
        }
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public long referenceTicks() {
        return price;
    }

    @Override
    public long referenceTime() {
        return priceTime;
    }

    @Override
    public long markTicks() {
        return mark == 0 ? price : mark;
    }

    @Override
    public long bidTicks() {
        return bid;
    }

    @Override
    public long askTicks() {
        return ask;
    }

    @Override
    public double barVolume() {
        return barVolume;
    }

    @Override
    public double averageVolume() {
        return averageVolume;
    }

    @Override
    public long value(long lots, long ticks) {
        return instrument.value(lots, ticks);
    }

    @Override
    public Rate takerFee() {
        return fee;
    }

    @Override
    public long leveragePpm() {
        return leverage;
    }

    @Override
    public long seatLots(int seat) {
        return seat == SEAT ? seatLots : 0;
    }

    @Override
    public long netLots() {
        return net;
    }

    @Override
    public long waitingLots(Side side) {
        return waiting;
    }

    @Override
    public long seatWaitingLots(int seat, Side side) {
        return seat == SEAT ? seatWaiting : 0;
    }

    @Override
    public int waitingOrders() {
        return waitingOrders;
    }

    @Override
    public boolean wouldMatchOwn(Side side, long ticks) {
        return own;
    }

    @Override
    public long equity() {
        return equity;
    }

    @Override
    public long dayStartEquity() {
        return dayStart;
    }

    @Override
    public long peakEquity() {
        return peak;
    }

    @Override
    public long exposure() {
        return exposure;
    }

    @Override
    public long correlatedExposure(Side side) {
        return correlated;
    }

    @Override
    public long netExposure(Side side) {
        return netExposure;
    }

    @Override
    public long reserved() {
        return reserved;
    }

    @Override
    public Command.Mode mode() {
        return mode;
    }

    @Override
    public boolean unknownOutcome() {
        return unknown;
    }

    @Override
    public boolean halted() {
        return halted;
    }
}
