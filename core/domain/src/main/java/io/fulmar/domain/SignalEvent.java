package io.fulmar.domain;

/** A strategy's intent, complete in itself: it can be judged in another process, and it says why. */
public sealed interface SignalEvent extends Event {
    int seat();

    long instrument();

    String reason();

    /** What an entry is to the position there is. */
    enum Purpose {
        /** The first of its position. */
        OPEN,
        /** One more, the same way: the position grows, and its protection with it. */
        ADD,
        /** One of several that wait for a price to come back; the position they make is one. */
        RUNG,
        /** The other way, at the open at which the position is left. */
        REVERSE
    }

    /** Open a position on that side. {@link OrderKind} says how: at the market, at a limit, at a stop. */
    record Enter(
            int seat,
            long instrument,
            Side side,
            Size size,
            OrderKind kind,
            Order.Terms terms,
            Bracket bracket,
            Purpose purpose,
            String reason)
            implements SignalEvent {}

    /** Leave the position. */
    record Exit(int seat, long instrument, Cause cause, String reason) implements SignalEvent {}

    /** Withdraw the entries that still wait at the venue. */
    record Withdraw(int seat, long instrument, String reason) implements SignalEvent {}
}
