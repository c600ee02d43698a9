package io.fulmar.bus;

import io.fulmar.domain.FillEvent;
import io.fulmar.domain.FillEvent.Busted;
import io.fulmar.domain.FillEvent.Filled;

/** The bytes of trades. The two kinds differ in one field, so that a bust can be laid over its fill. */
final class FillCodec {
    private FillCodec() {}

    static Template write(ByteWriter out, FillEvent event) {
        return switch (event) {
            case Filled fill -> {
                numbers(out, fill.order(), fill.ticks(), fill.lots(), fill.fee(), fill.timeNanos());
                out.flag(fill.maker());
                out.endOfBlock();
                out.name(fill.trade());
                yield Template.FILLED;
            }
            case Busted bust -> {
                numbers(out, bust.order(), bust.ticks(), bust.lots(), bust.fee(), bust.timeNanos());
                out.endOfBlock();
                out.name(bust.trade());
                yield Template.BUSTED;
            }
        };
    }

    static Filled filled(ByteReader in) {
        long order = in.int64();
        long ticks = in.int64();
        long lots = in.int64();
        long fee = in.int64();
        long time = in.int64();
        boolean maker = in.flag();
        in.endOfBlock();
        return new Filled(order, in.string(), ticks, lots, fee, maker, time);
    }

    static Busted busted(ByteReader in) {
        long order = in.int64();
        long ticks = in.int64();
        long lots = in.int64();
        long fee = in.int64();
        long time = in.int64();
        in.endOfBlock();
        return new Busted(order, in.string(), ticks, lots, fee, time);
    }

    private static void numbers(ByteWriter out, long order, long ticks, long lots, long fee, long time) {
        out.int64(order);
        out.int64(ticks);
        out.int64(lots);
        out.int64(fee);
        out.int64(time);
    }
}
