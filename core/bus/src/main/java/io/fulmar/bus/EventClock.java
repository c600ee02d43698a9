package io.fulmar.bus;

/** Time as a desk knows it: the running maximum of the receive times it has seen, so it never runs back. */
public final class EventClock implements Clock {
    private long now;

    public EventClock(long start) {
        now = start;
    }

    @Override
    public long now() {
        return now;
    }

    /** Hears of a moment and tells what time it is now. */
    public long advance(long receiveTime) {
        now = Math.max(now, receiveTime);
        return now;
    }
}
