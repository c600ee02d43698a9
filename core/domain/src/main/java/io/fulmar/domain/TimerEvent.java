package io.fulmar.domain;

/** A moment that the desk waited for. */
public sealed interface TimerEvent extends Event {
    /** Midnight UTC: daily limits start anew from this equity. */
    record DayRolled(long midnightNanos, long equity) implements TimerEvent {}

    /** A timer that a strategy had set. */
    record SeatTimer(int seat, long timeNanos, String name) implements TimerEvent {}
}
