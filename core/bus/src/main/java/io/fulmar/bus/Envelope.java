package io.fulmar.bus;

/**
 * What stands around every event in a log.
 *
 * @param stream the desk or the node whose log it is
 * @param epoch the writer's term: whoever takes over writes with a higher one
 * @param sequence the event's id within its stream: 1, 2, 3 and so on without a gap
 * @param venueTime when it happened, by the venue's clock, in UTC nanoseconds
 * @param receiveTime when we learnt of it, by ours
 * @param cause the sequence of the event that caused this one, or 0
 * @param version the schema that its bytes were written with
 */
public record Envelope(
        long stream, long epoch, long sequence, long venueTime, long receiveTime, long cause, int version) {
    public Envelope {
        if (sequence < 1 || cause < 0 || cause >= sequence) {
            throw new IllegalArgumentException("event " + sequence + " caused by " + cause
                    + ": sequences start at 1, and a cause comes before its effect");
        }
    }
}
