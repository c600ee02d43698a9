package io.fulmar.bus;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.InstrumentKind;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Minimums;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.RunEvent.AccountOpened;
import io.fulmar.domain.RunEvent.DataSet;
import io.fulmar.domain.RunEvent.InstrumentListed;
import io.fulmar.domain.RunEvent.SeatTaken;
import io.fulmar.domain.RunEvent.Skipped;
import io.fulmar.domain.RunEvent.TermsAgreed;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;

/** The bytes of what a run is made of. */
final class RunCodec {
    private static final InstrumentKind[] KINDS = InstrumentKind.values();

    private static final MarginMode[] MARGINS = MarginMode.values();

    private RunCodec() {}

    static Template write(ByteWriter out, RunEvent event) {
        return switch (event) {
            case AccountOpened(String currency, int digits, long cash, long leveragePpm) -> {
                out.int32(digits);
                out.int64(cash);
                out.int64(leveragePpm);
                out.endOfBlock();
                out.name(currency);
                yield Template.ACCOUNT_OPENED;
            }
            case InstrumentListed(Instrument instrument) -> instrument(out, instrument);
            case SeatTaken taken -> {
                out.int32(taken.seat());
                out.int32(taken.priority());
                out.int64(taken.sharePpm());
                out.endOfBlock();
                out.name(taken.strategy());
                out.name(taken.parameters());
                out.name(taken.codeHash());
                yield Template.SEAT_TAKEN;
            }
            case DataSet data -> {
                out.int64(data.instrument());
                out.int64(data.timeframe().nanos());
                out.int64(data.fromNanos());
                out.int64(data.untilNanos());
                out.int64(data.bars());
                out.endOfBlock();
                out.name(data.hash());
                yield Template.DATA_SET;
            }
            case TermsAgreed(MarginMode margin, boolean hedge, String terms) -> {
                out.word(margin);
                out.flag(hedge);
                out.endOfBlock();
                out.name(terms);
                yield Template.TERMS_AGREED;
            }
            case Skipped(long instrument, long fromSequence, long untilSequence) -> {
                out.int64(instrument);
                out.int64(fromSequence);
                out.int64(untilSequence);
                out.endOfBlock();
                yield Template.SKIPPED;
            }
        };
    }

    private static Template instrument(ByteWriter out, Instrument instrument) {
        out.int64(instrument.id());
        out.word(instrument.kind());
        Parts.decimal(out, instrument.tick());
        Parts.decimal(out, instrument.lot());
        Parts.decimal(out, instrument.contract());
        out.int64(instrument.minimums().lots());
        Parts.decimal(out, instrument.minimums().notional());
        out.int32(instrument.settlement().digits());
        out.endOfBlock();
        out.name(instrument.venue());
        out.name(instrument.symbol().toString());
        out.name(instrument.settlement().code());
        return Template.INSTRUMENT_LISTED;
    }

    static AccountOpened accountOpened(ByteReader in) {
        int digits = in.int32();
        long cash = in.int64();
        long leverage = in.int64();
        in.endOfBlock();
        return new AccountOpened(in.string(), digits, cash, leverage);
    }

    static InstrumentListed instrumentListed(ByteReader in) {
        long id = in.int64();
        var kind = in.word(KINDS);
        var tick = Parts.decimal(in);
        var lot = Parts.decimal(in);
        var contract = Parts.decimal(in);
        var minimums = new Minimums(in.int64(), Parts.decimal(in));
        int digits = in.int32();
        in.endOfBlock();
        var venue = in.string();
        var symbol = Symbol.parse(in.string());
        var settlement = new Currency(in.string(), digits);
        return new InstrumentListed(new Instrument(id, venue, symbol, kind, tick, lot, contract, minimums, settlement));
    }

    static SeatTaken seatTaken(ByteReader in) {
        int seat = in.int32();
        int priority = in.int32();
        long share = in.int64();
        in.endOfBlock();
        return new SeatTaken(seat, in.string(), in.string(), in.string(), priority, share);
    }

    static DataSet dataSet(ByteReader in) {
        long instrument = in.int64();
        var timeframe = new Timeframe(in.int64());
        long from = in.int64();
        long until = in.int64();
        long bars = in.int64();
        in.endOfBlock();
        return new DataSet(instrument, timeframe, in.string(), from, until, bars);
    }

    static TermsAgreed termsAgreed(ByteReader in) {
        var margin = in.word(MARGINS);
        boolean hedge = in.flag();
        in.endOfBlock();
        return new TermsAgreed(margin, hedge, in.string());
    }

    static Skipped skipped(ByteReader in) {
        var event = new Skipped(in.int64(), in.int64(), in.int64());
        in.endOfBlock();
        return event;
    }
}
