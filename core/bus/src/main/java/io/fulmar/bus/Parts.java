package io.fulmar.bus;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.Size;
import io.fulmar.domain.TimeInForce;

/** The fixed fields that several events share. A choice is a tag and room for its largest case; unused room is zero. */
final class Parts {
    private static final Side[] SIDES = Side.values();
    private static final Cause[] CAUSES = Cause.values();

    private static final int BRACKET_BYTES = 27;

    private Parts() {}

    static void side(ByteWriter out, Side side) {
        out.word(side);
    }

    static Side side(ByteReader in) {
        return in.word(SIDES);
    }

    static void cause(ByteWriter out, Cause cause) {
        out.int8(cause.code());
    }

    static Cause cause(ByteReader in) {
        int code = in.int8();
        for (Cause cause : CAUSES) {
            if (cause.code() == code) {
                return cause;
            }
        }
        throw ByteReader.corrupt("cause " + code);
    }

    static void decimal(ByteWriter out, Decimal decimal) {
        out.int64(decimal.mantissa());
        out.int8(decimal.scale());
    }

    static Decimal decimal(ByteReader in) {
        return Decimal.of(in.int64(), in.int8());
    }

    static void kind(ByteWriter out, OrderKind kind) {
        switch (kind) {
            case OrderKind.Market _ -> choice(out, 0, 0, 0);
            case OrderKind.Stop(long trigger) -> choice(out, 2, trigger, 0);
            case OrderKind.Limit(long ticks) -> choice(out, 1, ticks, 0);
            case OrderKind.TakeProfit(long trigger) -> choice(out, 4, trigger, 0);
            case OrderKind.StopLimit(long trigger, long limit) -> choice(out, 3, trigger, limit);
            case OrderKind.TrailingStop(long start, long distance) -> choice(out, 5, start, distance);
        }
    }

    static OrderKind kind(ByteReader in) {
        int tag = in.int8();
        long first = in.int64();
        long second = in.int64();
        return switch (tag) {
            case 0 -> unused(OrderKind.MARKET, first, second);
            case 1 -> unused(new OrderKind.Limit(first), second);
            case 2 -> unused(new OrderKind.Stop(first), second);
            case 3 -> new OrderKind.StopLimit(first, second);
            case 4 -> unused(new OrderKind.TakeProfit(first), second);
            case 5 -> new OrderKind.TrailingStop(first, second);
            default -> throw ByteReader.corrupt("order kind " + tag);
        };
    }

    static void terms(ByteWriter out, Order.Terms terms) {
        switch (terms.timeInForce()) {
            case TimeInForce.GoodTilCancelled _ -> choice(out, 0, 0);
            case TimeInForce.ImmediateOrCancel _ -> choice(out, 1, 0);
            case TimeInForce.FillOrKill _ -> choice(out, 2, 0);
            case TimeInForce.GoodTilDate(long timeNanos) -> choice(out, 3, timeNanos);
        }
        out.flag(terms.postOnly());
        out.flag(terms.reduceOnly());
    }

    static Order.Terms terms(ByteReader in) {
        int tag = in.int8();
        long time = in.int64();
        TimeInForce timeInForce = switch (tag) {
            case 0 -> unused(TimeInForce.GTC, time);
            case 1 -> unused(TimeInForce.IOC, time);
            case 2 -> unused(TimeInForce.FOK, time);
            case 3 -> new TimeInForce.GoodTilDate(time);
            default -> throw ByteReader.corrupt("time in force " + tag);
        };
        return new Order.Terms(timeInForce, in.flag(), in.flag());
    }

    static void bracket(ByteWriter out, Bracket bracket) {
        if (bracket.present()) {
            distance(out, bracket.stop());
            distance(out, bracket.target());
            distance(out, bracket.trail());
        } else {
            out.zeros(BRACKET_BYTES);
        }
    }

    static Bracket bracket(ByteReader in) {
        var stop = distance(in);
        var target = distance(in);
        var trail = distance(in);
        return stop.present() || target.present() || trail.present() ? new Bracket(stop, target, trail) : Bracket.NONE;
    }

    private static void distance(ByteWriter out, Distance distance) {
        switch (distance) {
            case Distance.None _ -> choice(out, 0, 0);
            case Distance.Percent(long ppm) -> choice(out, 1, ppm);
            case Distance.Ticks(long ticks) -> choice(out, 2, ticks);
        }
    }

    private static Distance distance(ByteReader in) {
        int tag = in.int8();
        long amount = in.int64();
        return switch (tag) {
            case 0 -> unused(Distance.NONE, amount);
            case 1 -> new Distance.Percent(amount);
            case 2 -> new Distance.Ticks(amount);
            default -> throw ByteReader.corrupt("distance " + tag);
        };
    }

    static void size(ByteWriter out, Size size) {
        switch (size) {
            case Size.EquityShare(long ppm) -> choice(out, 0, ppm);
            case Size.RiskShare(long ppm) -> choice(out, 1, ppm);
            case Size.Units(Decimal quantity) -> choice(out, 2, quantity.mantissa());
        }
        out.int8(size instanceof Size.Units(Decimal quantity) ? quantity.scale() : 0);
    }

    static Size size(ByteReader in) {
        int tag = in.int8();
        long amount = in.int64();
        int scale = in.int8();
        return switch (tag) {
            case 0 -> unused(new Size.EquityShare(amount), scale);
            case 1 -> unused(new Size.RiskShare(amount), scale);
            case 2 -> new Size.Units(Decimal.of(amount, scale));
            default -> throw ByteReader.corrupt("size " + tag);
        };
    }

    static void order(ByteWriter out, Order order) {
        out.int64(order.id());
        out.int32(order.seat());
        out.int64(order.instrument());
        side(out, order.side());
        out.int64(order.lots());
        kind(out, order.kind());
        terms(out, order.terms());
        cause(out, order.cause());
        out.int64(order.group());
        bracket(out, order.bracket());
    }

    static Order order(ByteReader in) {
        return new Order(
                in.int64(),
                in.int32(),
                in.int64(),
                side(in),
                in.int64(),
                kind(in),
                terms(in),
                cause(in),
                in.int64(),
                bracket(in));
    }

    private static void choice(ByteWriter out, int tag, long first) {
        out.int8(tag);
        out.int64(first);
    }

    private static void choice(ByteWriter out, int tag, long first, long second) {
        out.int8(tag);
        out.int64(first);
        out.int64(second);
    }

    private static <T> T unused(T value, long room) {
        if (room != 0) {
            throw ByteReader.corrupt(value + " with a stray " + room);
        }
        return value;
    }

    private static <T> T unused(T value, long first, long second) {
        return unused(unused(value, first), second);
    }
}
