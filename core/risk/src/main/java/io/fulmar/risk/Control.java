package io.fulmar.risk;

import static io.fulmar.risk.Control.Reach.ACCOUNT;
import static io.fulmar.risk.Control.Reach.EACH;
import static io.fulmar.risk.Control.Reach.INSTRUMENT;
import static io.fulmar.risk.Control.Reach.SEAT;
import static io.fulmar.risk.Control.Span.COOLDOWN;
import static io.fulmar.risk.Control.Span.NONE;
import static io.fulmar.risk.Control.Span.RECOVERY;
import static io.fulmar.risk.Control.Span.WINDOW;
import static io.fulmar.risk.Control.Unit.BARS;
import static io.fulmar.risk.Control.Unit.COUNT;
import static io.fulmar.risk.Control.Unit.LOTS;
import static io.fulmar.risk.Control.Unit.MONEY;
import static io.fulmar.risk.Control.Unit.PPM;
import static io.fulmar.risk.Control.Unit.SIGMA;
import static io.fulmar.risk.Control.Unit.SWITCH;

import io.fulmar.domain.Refusal;

/**
 * Everything that can say no to new risk, each by itself on or off. docs/risk.md is this list, and a test compares the two.
 *
 * <p>Shares are in parts per million, so that a limit is a whole number and the comparison exact. The bound is the default of live
 * trading.
 */
public enum Control {
    /** Value and fee at the last price, not at the order's own: what is known at the decision. */
    SOLVENCY(
            "S-1",
            Refusal.INSOLVENT,
            SWITCH,
            ACCOUNT,
            Bound.ON,
            "an entry's value and fee fit into what the account may commit"),
    ORDER_LOTS("C-1", Refusal.ORDER_SIZE, LOTS, EACH, Bound.OFF, "lots of an order"),
    ORDER_VALUE(
            "C-1",
            Refusal.ORDER_SIZE,
            MONEY,
            EACH,
            Bound.OFF,
            "value of an order, at the dearer of its own price and the last"),
    ORDER_SHARE("C-1", Refusal.ORDER_SIZE, PPM, EACH, Bound.of(1_000_000), "that value as a share of equity"),
    PRICE_COLLAR(
            "C-2",
            Refusal.PRICE_COLLAR,
            PPM,
            INSTRUMENT,
            Bound.of(50_000),
            "how far a limit may pay beyond the last price and the mark"),
    POSITION_LOTS("C-3", Refusal.POSITION_LIMIT, LOTS, EACH, Bound.OFF, "lots of a position if all that waits fills"),
    POSITION_VALUE("C-3", Refusal.POSITION_LIMIT, MONEY, EACH, Bound.OFF, "value of such a position"),
    POSITION_SHARE("C-3", Refusal.POSITION_LIMIT, PPM, EACH, Bound.of(1_000_000), "that value as a share of equity"),
    GROSS_EXPOSURE(
            "C-3",
            Refusal.EXPOSURE_LIMIT,
            MONEY,
            ACCOUNT,
            Bound.OFF,
            "gross value of all positions and waiting entries"),
    NET_EXPOSURE(
            "C-3",
            Refusal.EXPOSURE_LIMIT,
            MONEY,
            ACCOUNT,
            Bound.OFF,
            "net value of all positions, with the entries of one side"),
    NET_SHARE("C-3", Refusal.EXPOSURE_LIMIT, PPM, ACCOUNT, Bound.of(1_000_000), "that net value as a share of equity"),
    CORRELATED_SHARE(
            "C-3",
            Refusal.EXPOSURE_LIMIT,
            PPM,
            ACCOUNT,
            Bound.of(1_000_000),
            "value held the same way in instruments that move together, as a share of equity"),
    LEVERAGE("C-3", Refusal.LEVERAGE_LIMIT, PPM, ACCOUNT, Bound.of(2_000_000), "the gross value as a share of equity"),
    DAY_LOSS(
            "C-4",
            Refusal.LOSS_LIMIT,
            PPM,
            ACCOUNT,
            Bound.of(100_000),
            "loss since midnight UTC, unrealised included; reached is refused"),
    DRAWDOWN(
            "C-4",
            Refusal.LOSS_LIMIT,
            PPM,
            ACCOUNT,
            Bound.of(300_000),
            "loss from the highest equity, unrealised included; reached is refused"),
    ORDER_RATE("C-5", Refusal.ORDER_RATE, COUNT, WINDOW, SEAT, new Bound(60, 60_000_000_000L), "orders and amends"),
    MESSAGE_RATE(
            "C-5",
            Refusal.ORDER_RATE,
            COUNT,
            WINDOW,
            ACCOUNT,
            new Bound(300, 60_000_000_000L),
            "orders, amends and cancels; cancels count and always pass"),
    ORDER_TO_TRADE(
            "C-5",
            Refusal.ORDER_RATE,
            COUNT,
            ACCOUNT,
            Bound.of(100),
            "orders and amends of a day (UTC) to each fill, one fill given"),
    OPEN_ORDERS("C-5", Refusal.ORDER_RATE, COUNT, ACCOUNT, Bound.of(200), "orders that wait or work at one time"),
    REPEATED_EXECUTION(
            "C-5",
            Refusal.REPEATED_EXECUTION,
            COUNT,
            WINDOW,
            ACCOUNT,
            new Bound(10, 60_000_000_000L),
            "filled entries of one strategy, side and instrument, no human between"),
    DUPLICATE(
            "C-6",
            Refusal.DUPLICATE,
            SWITCH,
            WINDOW,
            ACCOUNT,
            new Bound(1, 500_000_000),
            "the same strategy, instrument, side, size and price again"),
    SELF_MATCH(
            "C-7", Refusal.SELF_MATCH, SWITCH, ACCOUNT, Bound.ON, "an order that would trade with one of this account"),
    IMPOSSIBLE_DATA(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            SWITCH,
            RECOVERY,
            ACCOUNT,
            new Bound(1, 3),
            "prices at or below zero, a crossed book, a bar that contradicts itself"),
    STALE_PRICE(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            SWITCH,
            WINDOW,
            ACCOUNT,
            new Bound(1, 60_000_000_000L),
            "a last price that is older"),
    DATA_GAP(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            BARS,
            RECOVERY,
            ACCOUNT,
            new Bound(3, 3),
            "bars missing in a row, or a gap that the feed reports"),
    DATA_FROZEN(
            "C-8", Refusal.BAD_MARKET_DATA, BARS, RECOVERY, ACCOUNT, new Bound(30, 3), "bars in a row at one price"),
    DATA_JUMP(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            SIGMA,
            RECOVERY,
            ACCOUNT,
            new Bound(20, 3),
            "a bar's reach from the close before it"),
    INSTRUMENTS("C-9", Refusal.RESTRICTED, SWITCH, ACCOUNT, Bound.ON, "instruments that the limits do not list"),
    MODE(
            "C-10",
            Refusal.REDUCING_ONLY,
            SWITCH,
            ACCOUNT,
            Bound.ON,
            "new risk while the desk is reducing or halted; cannot be off"),
    TRADE_VOLUME_BAR(
            "B-1",
            Refusal.TRADE_VOLUME,
            PPM,
            COOLDOWN,
            ACCOUNT,
            new Bound(250_000, 300_000_000_000L),
            "an entry's share of the last bar's volume; a fill beyond trips"),
    TRADE_VOLUME_AVERAGE(
            "B-1",
            Refusal.TRADE_VOLUME,
            PPM,
            ACCOUNT,
            Bound.of(100_000),
            "an entry's share of an average bar's volume"),
    LIQUIDITY(
            "B-2",
            Refusal.LIQUIDITY,
            PPM,
            COOLDOWN,
            ACCOUNT,
            new Bound(500_000, 300_000_000_000L),
            "a position's share of an average bar's volume; at twice the share half the leverage; held beyond trips"),
    DAILY_DRAWDOWN(
            "B-3",
            Refusal.COOLDOWN,
            PPM,
            COOLDOWN,
            ACCOUNT,
            new Bound(30_000, 14_400_000_000_000L),
            "loss since midnight UTC; trips, and after the rest again at as much more");

    private final String number;
    private final Refusal refusal;
    private final Unit unit;
    private final Span span;
    private final Reach reach;
    private final long liveLimit;
    private final long liveSpan;
    private final String sentence;

    Control(String number, Refusal refusal, Unit unit, Span span, Reach reach, Bound live, String sentence) {
        this.number = number;
        this.refusal = refusal;
        this.unit = unit;
        this.span = span;
        this.reach = reach;
        this.liveLimit = live.limit();
        this.liveSpan = live.span();
        this.sentence = sentence;
    }

    Control(String number, Refusal refusal, Unit unit, Reach reach, Bound live, String sentence) {
        this(number, refusal, unit, NONE, reach, live, sentence);
    }

    /** C-1 to C-10 as in the list of controls, S-1 for solvency, B-1 to B-3 for breakers. */
    public String number() {
        return number;
    }

    /** What an order hears that it stops. */
    public Refusal refusal() {
        return refusal;
    }

    public Unit unit() {
        return unit;
    }

    public Span span() {
        return span;
    }

    public Reach reach() {
        return reach;
    }

    public String sentence() {
        return sentence;
    }

    /** The default of live trading. */
    public Bound live() {
        return new Bound(liveLimit, liveSpan);
    }

    /** The default of a backtest: off, but for what no account and no market could do. */
    public Bound backtest() {
        return this == IMPOSSIBLE_DATA ? new Bound(1, 1) : this == SOLVENCY || this == MODE ? Bound.ON : Bound.OFF;
    }

    /** A bound in words, such as {@code 10 in 60 s}. */
    public String describe(Bound bound) {
        return BoundText.of(this, bound);
    }

    /** What a limit counts. */
    public enum Unit {
        /** No figure: on or off. */
        SWITCH,
        LOTS,
        /** Ledger units of the account's currency. */
        MONEY,
        /** Parts per million of what the sentence names. */
        PPM,
        COUNT,
        BARS,
        /** Standard deviations of the bars' returns. */
        SIGMA
    }

    /** What the second figure of a control means. */
    public enum Span {
        NONE,
        /** Nanoseconds looked back. */
        WINDOW,
        /** Nanoseconds without new risk once it has tripped. */
        COOLDOWN,
        /** Good bars in a row until it recovers. */
        RECOVERY
    }

    /** For whom a limit may be set apart from the account's. */
    public enum Reach {
        ACCOUNT,
        INSTRUMENT,
        SEAT,
        /** Instruments and seats. */
        EACH
    }
}
