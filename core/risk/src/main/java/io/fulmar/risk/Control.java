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
 * <p>Shares are in parts per million, so that a limit is a whole number and the comparison exact.
 */
public enum Control {
    SOLVENCY(
            "S-1",
            Refusal.INSOLVENT,
            SWITCH,
            NONE,
            ACCOUNT,
            Bound.ON,
            "value and fee of an entry at the last price, with all that is committed, fit into equity times leverage"),
    ORDER_LOTS("C-1", Refusal.ORDER_SIZE, LOTS, NONE, EACH, Bound.OFF, "an order's size"),
    ORDER_VALUE(
            "C-1",
            Refusal.ORDER_SIZE,
            MONEY,
            NONE,
            EACH,
            Bound.OFF,
            "an order's value, at the dearer of its own and the last price"),
    ORDER_SHARE(
            "C-1", Refusal.ORDER_SIZE, PPM, NONE, EACH, Bound.of(Scale.WHOLE), "an order's value as a share of equity"),
    PRICE_COLLAR(
            "C-2",
            Refusal.PRICE_COLLAR,
            PPM,
            NONE,
            INSTRUMENT,
            Bound.of(50_000),
            "how far beyond the last price and the mark a limit may pay"),
    POSITION_LOTS(
            "C-3", Refusal.POSITION_LIMIT, LOTS, NONE, EACH, Bound.OFF, "a position if all its waiting entries fill"),
    POSITION_VALUE("C-3", Refusal.POSITION_LIMIT, MONEY, NONE, EACH, Bound.OFF, "the value of such a position"),
    POSITION_SHARE(
            "C-3",
            Refusal.POSITION_LIMIT,
            PPM,
            NONE,
            EACH,
            Bound.of(Scale.WHOLE),
            "the value of such a position as a share of equity"),
    GROSS_EXPOSURE(
            "C-3",
            Refusal.EXPOSURE_LIMIT,
            MONEY,
            NONE,
            ACCOUNT,
            Bound.OFF,
            "the gross value of all positions and waiting entries"),
    NET_EXPOSURE(
            "C-3",
            Refusal.EXPOSURE_LIMIT,
            MONEY,
            NONE,
            ACCOUNT,
            Bound.OFF,
            "the net value of all positions, entries of the order's side included"),
    NET_SHARE(
            "C-3",
            Refusal.EXPOSURE_LIMIT,
            PPM,
            NONE,
            ACCOUNT,
            Bound.of(Scale.WHOLE),
            "that net value as a share of equity"),
    LEVERAGE(
            "C-3",
            Refusal.LEVERAGE_LIMIT,
            PPM,
            NONE,
            ACCOUNT,
            Bound.of(2 * Scale.WHOLE),
            "the gross value as a share of equity"),
    DAY_LOSS(
            "C-4",
            Refusal.LOSS_LIMIT,
            PPM,
            NONE,
            ACCOUNT,
            Bound.of(100_000),
            "loss since midnight UTC, open positions included, as a share of that equity; at the limit no new risk"),
    DRAWDOWN(
            "C-4",
            Refusal.LOSS_LIMIT,
            PPM,
            NONE,
            ACCOUNT,
            Bound.of(300_000),
            "loss from the highest equity, open positions included; at the limit no new risk"),
    ORDER_RATE("C-5", Refusal.ORDER_RATE, COUNT, WINDOW, SEAT, new Bound(60, 60 * Scale.SECOND), "orders and amends"),
    MESSAGE_RATE(
            "C-5",
            Refusal.ORDER_RATE,
            COUNT,
            WINDOW,
            ACCOUNT,
            new Bound(300, 60 * Scale.SECOND),
            "orders, amends and cancels; cancels count but are never refused"),
    ORDER_TO_TRADE(
            "C-5",
            Refusal.ORDER_RATE,
            COUNT,
            NONE,
            ACCOUNT,
            Bound.of(100),
            "orders and amends of a day for each fill, the first fill given"),
    OPEN_ORDERS(
            "C-5",
            Refusal.ORDER_RATE,
            COUNT,
            NONE,
            ACCOUNT,
            Bound.of(200),
            "orders that wait or work at the same time"),
    REPEATED_EXECUTION(
            "C-5",
            Refusal.REPEATED_EXECUTION,
            COUNT,
            WINDOW,
            ACCOUNT,
            new Bound(10, 60 * Scale.SECOND),
            "filled entries of one strategy, side and instrument without a human between them"),
    DUPLICATE(
            "C-6",
            Refusal.DUPLICATE,
            SWITCH,
            WINDOW,
            ACCOUNT,
            new Bound(1, 500 * Scale.MILLISECOND),
            "no second order of the same strategy, instrument, side, size and price"),
    SELF_MATCH(
            "C-7",
            Refusal.SELF_MATCH,
            SWITCH,
            NONE,
            ACCOUNT,
            Bound.ON,
            "no order that would trade with one of this account"),
    IMPOSSIBLE_DATA(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            SWITCH,
            RECOVERY,
            ACCOUNT,
            new Bound(1, 3),
            "no price at or below zero, no crossed book, no bar whose high or low contradicts it"),
    STALE_PRICE(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            SWITCH,
            WINDOW,
            ACCOUNT,
            new Bound(1, 60 * Scale.SECOND),
            "the last price is no older"),
    DATA_GAP(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            BARS,
            RECOVERY,
            ACCOUNT,
            new Bound(3, 3),
            "bars missing in a row; one more, or a gap that the feed reports, trips DATA_INTEGRITY"),
    DATA_FROZEN(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            BARS,
            RECOVERY,
            ACCOUNT,
            new Bound(30, 3),
            "bars in a row at one price; one more trips DATA_INTEGRITY"),
    DATA_JUMP(
            "C-8",
            Refusal.BAD_MARKET_DATA,
            SIGMA,
            RECOVERY,
            ACCOUNT,
            new Bound(20, 3),
            "a bar's reach from the close before it; beyond trips DATA_INTEGRITY"),
    INSTRUMENTS(
            "C-9", Refusal.RESTRICTED, SWITCH, NONE, ACCOUNT, Bound.ON, "only the instruments listed in the limits"),
    MODE(
            "C-10",
            Refusal.REDUCING_ONLY,
            SWITCH,
            NONE,
            ACCOUNT,
            Bound.ON,
            "only orders that reduce while the desk is reducing or halted; cancels always; cannot be off"),
    TRADE_VOLUME_BAR(
            "B-1",
            Refusal.TRADE_VOLUME,
            PPM,
            COOLDOWN,
            ACCOUNT,
            new Bound(250_000, 300 * Scale.SECOND),
            "an entry's size as a share of the last bar's volume; a fill beyond trips TRADE_VOLUME"),
    TRADE_VOLUME_AVERAGE(
            "B-1",
            Refusal.TRADE_VOLUME,
            PPM,
            NONE,
            ACCOUNT,
            Bound.of(100_000),
            "an entry's size as a share of an average bar's volume"),
    LIQUIDITY(
            "B-2",
            Refusal.LIQUIDITY,
            PPM,
            COOLDOWN,
            ACCOUNT,
            new Bound(500_000, 300 * Scale.SECOND),
            "a position's share of an average bar's volume up to which the full leverage is allowed; twice the share halves"
                    + " it; a position held beyond trips LIQUIDITY"),
    DAILY_DRAWDOWN(
            "B-3",
            Refusal.COOLDOWN,
            PPM,
            COOLDOWN,
            ACCOUNT,
            new Bound(30_000, 4 * 3600 * Scale.SECOND),
            "loss since midnight UTC at which new risk rests; after the rest the next step is as deep again");

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
        return switch (this) {
            case SOLVENCY, MODE -> Bound.ON;
            case IMPOSSIBLE_DATA -> new Bound(1, 1);
            default -> Bound.OFF;
        };
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

    private static final class Scale {
        static final long WHOLE = 1_000_000;
        static final long MILLISECOND = 1_000_000;
        static final long SECOND = 1000 * MILLISECOND;
    }
}
