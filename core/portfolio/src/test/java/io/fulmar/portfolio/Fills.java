package io.fulmar.portfolio;

import io.fulmar.domain.Bracket;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Side;
import io.fulmar.domain.Symbol;

/** Instruments, orders and fills for these tests. */
final class Fills {
    private Fills() {}

    static Instrument instrument(long id, String tick, String lot) {
        return Instrument.linear(
                id, "test", Symbol.parse("X/USDT:USDT"), Decimal.parse(tick), Decimal.parse(lot), Decimal.ONE);
    }

    static Order order(int seat, long instrument, Side side, long lots) {
        return new Order(
                1, seat, instrument, side, lots, OrderKind.MARKET, Order.Terms.OPENING, Cause.SIGNAL, 0, Bracket.NONE);
    }

    static FillEvent.Filled fill(long ticks, long lots, long fee, long time) {
        return new FillEvent.Filled(1, "t", ticks, lots, fee, false, time);
    }
}
