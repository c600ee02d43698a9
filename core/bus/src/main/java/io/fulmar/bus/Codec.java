package io.fulmar.bus;

import io.fulmar.bus.BusException.Fault;
import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Command;
import io.fulmar.domain.Event;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.OrderEvent;
import io.fulmar.domain.OrderEvent.Acknowledged;
import io.fulmar.domain.OrderEvent.AmendRejected;
import io.fulmar.domain.OrderEvent.AmendUnanswered;
import io.fulmar.domain.OrderEvent.CancelRejected;
import io.fulmar.domain.OrderEvent.CancelUnanswered;
import io.fulmar.domain.OrderEvent.Expired;
import io.fulmar.domain.OrderEvent.NeverAccepted;
import io.fulmar.domain.OrderEvent.OutcomeUnknown;
import io.fulmar.domain.OrderEvent.Rejected;
import io.fulmar.domain.OrderEvent.Triggered;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.SignalEvent;
import io.fulmar.domain.TimerEvent;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One record: a checksum, then a message of Simple Binary Encoding, little endian.
 *
 * <pre>
 *   0  checksum     CRC-32C of all that follows
 *   4  header       block length, template, schema, version: 16 bits each
 *  12  block        envelope (stream, epoch, sequence, venue time, receive time, cause: 64 bits each), then the event's fixed fields
 *   .  strings      each after its length in 16 bits, UTF-8
 * </pre>
 *
 * <p>A newer version may only add: fields at the end of a block, strings at the end of a message, templates. This version passes over
 * the first two and refuses the third.
 */
final class Codec {
    static final int SCHEMA = 0x4655;
    static final int VERSION = 1;
    static final int MESSAGE = 4;
    static final int BLOCK = MESSAGE + 8;
    static final int BODY = BLOCK + 48;

    private final ByteWriter out = new ByteWriter();
    private final ByteReader in = new ByteReader();
    private final CRC32C checksum = new CRC32C();

    /** The bytes of the record written last, from 0 on. */
    byte[] bytes() {
        return out.bytes;
    }

    /** Writes a record and returns its length. */
    int write(Envelope envelope, Event event) {
        out.startAt(BLOCK);
        out.int64(envelope.stream());
        out.int64(envelope.epoch());
        out.int64(envelope.sequence());
        out.int64(envelope.venueTime());
        out.int64(envelope.receiveTime());
        out.int64(envelope.cause());
        var template = write(event);
        int block = out.blockEnd() - BLOCK;
        out.putInt64(
                MESSAGE, block | (long) template.id() << 16 | (long) SCHEMA << 32 | (long) envelope.version() << 48);
        checksum.reset();
        checksum.update(out.bytes, MESSAGE, out.length() - MESSAGE);
        out.putInt32(0, (int) checksum.getValue());
        return out.length();
    }

    private Template write(Event event) {
        return switch (event) {
            case OrderEvent order -> OrderCodec.write(out, order);
            case FillEvent fill -> FillCodec.write(out, fill);
            case AccountEvent account -> AccountCodec.write(out, account);
            case SignalEvent signal -> DecisionCodec.write(out, signal);
            case RiskEvent risk -> DecisionCodec.write(out, risk);
            case MarketDataEvent market -> InputCodec.write(out, market);
            case Command command -> InputCodec.write(out, command);
            case TimerEvent timer -> InputCodec.write(out, timer);
            case RunEvent run -> RunCodec.write(out, run);
        };
    }

    /** The template of a record, once its checksum, schema and lengths have been found right. */
    Template check(ByteBuffer bytes, int offset, int length) {
        if (length < BODY) {
            throw new BusException(Fault.TRUNCATED, "a record of " + length + " bytes: the shortest has " + BODY);
        }
        checksum.reset();
        checksum.update(bytes.slice(offset + MESSAGE, length - MESSAGE));
        if ((int) checksum.getValue() != bytes.getInt(offset)) {
            throw new BusException(Fault.CORRUPT, "the checksum does not fit the bytes");
        }
        int schema = int16(bytes, offset + MESSAGE + 4);
        int version = int16(bytes, offset + MESSAGE + 6);
        if (schema != SCHEMA || version < 1) {
            throw new BusException(Fault.UNKNOWN_SCHEMA, "schema " + schema + " version " + version);
        }
        int block = int16(bytes, offset + MESSAGE);
        if (block < BODY - BLOCK || block > length - BLOCK) {
            throw new BusException(Fault.TRUNCATED, "a block of " + block + " bytes in a record of " + length);
        }
        return Template.of(int16(bytes, offset + MESSAGE + 2));
    }

    /** Reads a record; {@link #check} must have passed it. */
    Envelope envelope(ByteBuffer bytes, int offset) {
        int version = int16(bytes, offset + MESSAGE + 6);
        in.open(bytes, offset + BLOCK, offset + BODY, offset + BODY);
        try {
            return new Envelope(in.int64(), in.int64(), in.int64(), in.int64(), in.int64(), in.int64(), version);
        } catch (IllegalArgumentException e) {
            throw new BusException(Fault.CORRUPT, "an envelope that cannot be", e);
        }
    }

    /** Reads a record's event; {@link #check} must have passed it and told the template. */
    Event event(Template template, ByteBuffer bytes, int offset, int length) {
        int block = int16(bytes, offset + MESSAGE);
        int version = int16(bytes, offset + MESSAGE + 6);
        in.open(bytes, offset + BODY, offset + BLOCK + block, offset + length);
        Event event;
        try {
            event = read(template);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BusException(Fault.CORRUPT, "a " + template + " that cannot be", e);
        }
        if (version == VERSION && !in.atEnd()) {
            throw new BusException(Fault.CORRUPT, "bytes behind the end of a " + template);
        }
        return event;
    }

    private Event read(Template template) {
        return switch (template) {
            case INTENDED -> OrderCodec.intended(in);
            case APPROVED -> OrderCodec.approved(in);
            case REFUSED -> OrderCodec.refused(in);
            case TRIGGERED -> new Triggered(in.int64(), last(in.int64()));
            case CANCEL_ASKED -> OrderCodec.cancelAsked(in);
            case AMEND_ASKED -> OrderCodec.amendAsked(in);
            case ACKNOWLEDGED -> new Acknowledged(last(in.int64()), in.string());
            case REJECTED -> new Rejected(last(in.int64()), in.string());
            case CANCELLED -> OrderCodec.cancelled(in);
            case EXPIRED -> new Expired(in.int64(), last(in.int64()));
            case CANCEL_REJECTED -> new CancelRejected(last(in.int64()), in.string());
            case CANCEL_UNANSWERED -> new CancelUnanswered(last(in.int64()));
            case AMENDED -> OrderCodec.amended(in);
            case AMEND_REJECTED -> new AmendRejected(last(in.int64()), in.string());
            case AMEND_UNANSWERED -> new AmendUnanswered(last(in.int64()));
            case OUTCOME_UNKNOWN -> new OutcomeUnknown(last(in.int64()), in.string());
            case NEVER_ACCEPTED -> new NeverAccepted(last(in.int64()), in.string());
            case ADOPTED -> OrderCodec.adopted(in);
            case FILLED -> FillCodec.filled(in);
            case BUSTED -> FillCodec.busted(in);
            case ENTER -> DecisionCodec.enter(in);
            case EXIT -> DecisionCodec.exit(in);
            case WITHDRAW -> DecisionCodec.withdraw(in);
            case BAR_CLOSED -> InputCodec.barClosed(in);
            case GAP -> InputCodec.gap(in);
            case SIGNAL_REFUSED -> DecisionCodec.signalRefused(in);
            case BREAKER_TRIPPED -> DecisionCodec.breakerTripped(in);
            case BREAKER_RESET -> DecisionCodec.breakerReset(in);
            case INSTRUMENT_HALTED -> DecisionCodec.instrumentHalted(in);
            case SET_MODE -> InputCodec.setMode(in);
            case FLATTEN -> InputCodec.flatten(in);
            case CANCEL_ALL -> InputCodec.cancelAll(in);
            case PAUSE_SEAT -> InputCodec.pauseSeat(in);
            case RESUME_INSTRUMENT -> InputCodec.resumeInstrument(in);
            case DAY_ROLLED -> InputCodec.dayRolled(in);
            case SEAT_TIMER -> InputCodec.seatTimer(in);
            case ACCOUNT_OPENED -> RunCodec.accountOpened(in);
            case INSTRUMENT_LISTED -> RunCodec.instrumentListed(in);
            case SEAT_TAKEN -> RunCodec.seatTaken(in);
            case DATA_SET -> RunCodec.dataSet(in);
            case SKIPPED -> RunCodec.skipped(in);
            case TERMS_AGREED -> RunCodec.termsAgreed(in);
            case FUNDING_SETTLED -> AccountCodec.fundingSettled(in);
            case DEFICIT_COVERED -> AccountCodec.deficitCovered(in);
        };
    }

    /** The last fixed field of a message. */
    private long last(long field) {
        in.endOfBlock();
        return field;
    }

    private static int int16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }
}
