package io.fulmar.bus;

import io.fulmar.bus.BusException.Fault;
import io.fulmar.domain.Event;
import java.util.EnumSet;
import java.util.Set;

/** A desk's facts in order: writes events into a log and reads them back. One writer; it claims the log when it is made. */
public final class Journal {
    private static final Set<Template> EVERY = EnumSet.allOf(Template.class);

    private final Log log;
    private final long stream;
    private final long epoch;
    private final Codec codec = new Codec();

    /** Takes the log over under an epoch higher than all before. */
    public Journal(Log log, long stream, long epoch) {
        log.claim(epoch);
        this.log = log;
        this.stream = stream;
        this.epoch = epoch;
    }

    /**
     * Appends an event and returns its sequence.
     *
     * @param venueTime when it happened, by the venue's clock, in UTC nanoseconds
     * @param receiveTime when the desk learnt of it
     * @param cause the sequence of the event that caused it, or 0
     */
    public long append(Event event, long venueTime, long receiveTime, long cause) {
        long next = log.last() + 1;
        int length =
                codec.write(new Envelope(stream, epoch, next, venueTime, receiveTime, cause, Codec.VERSION), event);
        long sequence = log.append(epoch, codec.bytes(), 0, length);
        if (sequence != next) {
            throw new IllegalStateException("the log gave event " + next + " the sequence " + sequence);
        }
        return sequence;
    }

    /** The sequence of the last event, 0 when there is none. */
    public long last() {
        return log.last();
    }

    /** Shows every event from that sequence on. */
    public void read(long from, Visitor visitor) {
        read(log, from, visitor);
    }

    /** The same for a log that another has written. */
    public static void read(Log log, long from, Visitor visitor) {
        read(log, from, EVERY, visitor);
    }

    /** Shows the events of these kinds; the others are checked, but not read: most readers want one kind of many. */
    public static void read(Log log, long from, Set<Template> wanted, Visitor visitor) {
        var codec = new Codec();
        log.read(from, (sequence, bytes, offset, length) -> {
            var template = codec.check(bytes, offset, length);
            if (!wanted.contains(template)) {
                return true;
            }
            var envelope = codec.envelope(bytes, offset);
            if (envelope.sequence() != sequence) {
                throw new BusException(Fault.CORRUPT, "record " + sequence + " says it is " + envelope.sequence());
            }
            visitor.event(envelope, codec.event(template, bytes, offset, length));
            return true;
        });
    }

    /** Hears of events one by one. */
    @FunctionalInterface
    public interface Visitor {
        void event(Envelope envelope, Event event);
    }
}
