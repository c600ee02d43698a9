package io.fulmar.bus;

import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RiskEvent.Breaker;
import io.fulmar.domain.RiskEvent.BreakerReset;
import io.fulmar.domain.RiskEvent.BreakerTripped;
import io.fulmar.domain.RiskEvent.InstrumentHalted;
import io.fulmar.domain.RiskEvent.SignalRefused;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.SignalEvent.Enter;
import io.fulmar.domain.SignalEvent.Exit;
import io.fulmar.domain.SignalEvent.Withdraw;

/** The bytes of what strategies want and of what risk decides about it. */
final class DecisionCodec {
    private static final Breaker[] BREAKERS = Breaker.values();
    private static final SignalEvent.Purpose[] PURPOSES = SignalEvent.Purpose.values();

    private DecisionCodec() {}

    static Template write(ByteWriter out, SignalEvent event) {
        out.int32(event.seat());
        out.int64(event.instrument());
        var template = switch (event) {
            case Enter enter -> {
                Parts.side(out, enter.side());
                Parts.size(out, enter.size());
                Parts.kind(out, enter.kind());
                Parts.terms(out, enter.terms());
                Parts.bracket(out, enter.bracket());
                out.word(enter.purpose());
                yield Template.ENTER;
            }
            case Exit exit -> {
                Parts.cause(out, exit.cause());
                yield Template.EXIT;
            }
            case Withdraw _ -> Template.WITHDRAW;
        };
        out.endOfBlock();
        out.text(event.reason());
        return template;
    }

    static Enter enter(ByteReader in) {
        int seat = in.int32();
        long instrument = in.int64();
        var side = Parts.side(in);
        var size = Parts.size(in);
        var kind = Parts.kind(in);
        var terms = Parts.terms(in);
        var bracket = Parts.bracket(in);
        var purpose = in.word(PURPOSES);
        in.endOfBlock();
        return new Enter(seat, instrument, side, size, kind, terms, bracket, purpose, in.string());
    }

    static Exit exit(ByteReader in) {
        int seat = in.int32();
        long instrument = in.int64();
        var cause = Parts.cause(in);
        in.endOfBlock();
        return new Exit(seat, instrument, cause, in.string());
    }

    static Withdraw withdraw(ByteReader in) {
        int seat = in.int32();
        long instrument = in.int64();
        in.endOfBlock();
        return new Withdraw(seat, instrument, in.string());
    }

    static Template write(ByteWriter out, RiskEvent event) {
        return switch (event) {
            case SignalRefused refused -> {
                out.int32(refused.seat());
                out.int64(refused.instrument());
                out.word(refused.refusal());
                out.endOfBlock();
                out.text(refused.detail());
                yield Template.SIGNAL_REFUSED;
            }
            case BreakerTripped(Breaker breaker, long instrument, long untilNanos, String detail) -> {
                out.word(breaker);
                out.int64(instrument);
                out.int64(untilNanos);
                out.endOfBlock();
                out.text(detail);
                yield Template.BREAKER_TRIPPED;
            }
            case BreakerReset(Breaker breaker, long instrument) -> {
                out.word(breaker);
                out.int64(instrument);
                out.endOfBlock();
                yield Template.BREAKER_RESET;
            }
            case InstrumentHalted(long instrument, String reason) -> {
                out.int64(instrument);
                out.endOfBlock();
                out.text(reason);
                yield Template.INSTRUMENT_HALTED;
            }
        };
    }

    static SignalRefused signalRefused(ByteReader in) {
        int seat = in.int32();
        long instrument = in.int64();
        var refusal = OrderCodec.refusal(in);
        in.endOfBlock();
        return new SignalRefused(seat, instrument, refusal, in.string());
    }

    static BreakerTripped breakerTripped(ByteReader in) {
        var breaker = in.word(BREAKERS);
        long instrument = in.int64();
        long until = in.int64();
        in.endOfBlock();
        return new BreakerTripped(breaker, instrument, until, in.string());
    }

    static BreakerReset breakerReset(ByteReader in) {
        var event = new BreakerReset(in.word(BREAKERS), in.int64());
        in.endOfBlock();
        return event;
    }

    static InstrumentHalted instrumentHalted(ByteReader in) {
        long instrument = in.int64();
        in.endOfBlock();
        return new InstrumentHalted(instrument, in.string());
    }
}
