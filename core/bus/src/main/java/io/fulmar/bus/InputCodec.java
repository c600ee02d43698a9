package io.fulmar.bus;

import io.fulmar.domain.Command;
import io.fulmar.domain.Command.CancelAll;
import io.fulmar.domain.Command.Flatten;
import io.fulmar.domain.Command.Mode;
import io.fulmar.domain.Command.PauseSeat;
import io.fulmar.domain.Command.ResumeInstrument;
import io.fulmar.domain.Command.SetMode;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.MarketDataEvent.BarClosed;
import io.fulmar.domain.MarketDataEvent.Gap;
import io.fulmar.domain.Timeframe;
import io.fulmar.domain.TimerEvent;
import io.fulmar.domain.TimerEvent.DayRolled;
import io.fulmar.domain.TimerEvent.SeatTimer;

/** The bytes of what a desk is told: markets, commands, timers. */
final class InputCodec {
    private static final Mode[] MODES = Mode.values();

    private InputCodec() {}

    static Template write(ByteWriter out, MarketDataEvent event) {
        return switch (event) {
            case BarClosed bar -> {
                out.int64(bar.instrument());
                out.int64(bar.timeframe().nanos());
                out.int64(bar.openTime());
                out.int64(bar.open());
                out.int64(bar.high());
                out.int64(bar.low());
                out.int64(bar.close());
                out.float64(bar.volume());
                out.endOfBlock();
                yield Template.BAR_CLOSED;
            }
            case Gap(long instrument, long fromNanos, long untilNanos, String reason) -> {
                out.int64(instrument);
                out.int64(fromNanos);
                out.int64(untilNanos);
                out.endOfBlock();
                out.text(reason);
                yield Template.GAP;
            }
        };
    }

    static BarClosed barClosed(ByteReader in) {
        var event = new BarClosed(
                in.int64(),
                new Timeframe(in.int64()),
                in.int64(),
                in.int64(),
                in.int64(),
                in.int64(),
                in.int64(),
                in.float64());
        in.endOfBlock();
        return event;
    }

    static Gap gap(ByteReader in) {
        long instrument = in.int64();
        long from = in.int64();
        long until = in.int64();
        in.endOfBlock();
        return new Gap(instrument, from, until, in.string());
    }

    static Template write(ByteWriter out, Command command) {
        return switch (command) {
            case SetMode(String key, Mode mode, String by) -> {
                out.word(mode);
                yield signed(out, key, by, Template.SET_MODE);
            }
            case Flatten(String key, String by) -> signed(out, key, by, Template.FLATTEN);
            case CancelAll(String key, String by) -> signed(out, key, by, Template.CANCEL_ALL);
            case PauseSeat(String key, int seat, boolean paused, String by) -> {
                out.int32(seat);
                out.flag(paused);
                yield signed(out, key, by, Template.PAUSE_SEAT);
            }
            case ResumeInstrument(String key, long instrument, String by) -> {
                out.int64(instrument);
                yield signed(out, key, by, Template.RESUME_INSTRUMENT);
            }
        };
    }

    private static Template signed(ByteWriter out, String key, String by, Template template) {
        out.endOfBlock();
        out.name(key);
        out.name(by);
        return template;
    }

    static SetMode setMode(ByteReader in) {
        var mode = in.word(MODES);
        in.endOfBlock();
        return new SetMode(in.string(), mode, in.string());
    }

    static Flatten flatten(ByteReader in) {
        in.endOfBlock();
        return new Flatten(in.string(), in.string());
    }

    static CancelAll cancelAll(ByteReader in) {
        in.endOfBlock();
        return new CancelAll(in.string(), in.string());
    }

    static PauseSeat pauseSeat(ByteReader in) {
        int seat = in.int32();
        boolean paused = in.flag();
        in.endOfBlock();
        return new PauseSeat(in.string(), seat, paused, in.string());
    }

    static ResumeInstrument resumeInstrument(ByteReader in) {
        long instrument = in.int64();
        in.endOfBlock();
        return new ResumeInstrument(in.string(), instrument, in.string());
    }

    static Template write(ByteWriter out, TimerEvent event) {
        return switch (event) {
            case DayRolled(long midnightNanos, long equity) -> {
                out.int64(midnightNanos);
                out.int64(equity);
                out.endOfBlock();
                yield Template.DAY_ROLLED;
            }
            case SeatTimer(int seat, long timeNanos, String name) -> {
                out.int32(seat);
                out.int64(timeNanos);
                out.endOfBlock();
                out.name(name);
                yield Template.SEAT_TIMER;
            }
        };
    }

    static DayRolled dayRolled(ByteReader in) {
        var event = new DayRolled(in.int64(), in.int64());
        in.endOfBlock();
        return event;
    }

    static SeatTimer seatTimer(ByteReader in) {
        int seat = in.int32();
        long time = in.int64();
        in.endOfBlock();
        return new SeatTimer(seat, time, in.string());
    }
}
