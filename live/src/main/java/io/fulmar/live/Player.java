package io.fulmar.live;

import io.fulmar.store.lake.Replay;

/**
 * Plays a replay at some pace, or some events at a time. {@link #pause} and {@link #stop} may be called from anywhere; all else by the one
 * thread that plays.
 */
public final class Player {
    /** Time that passes while a replay plays, and waiting for it. Handed in, so that who tests need not wait. */
    public interface Passing {
        /** Nanoseconds since some moment. */
        long nanos();

        /** Returns when about so many nanoseconds have passed, or earlier. */
        void await(long nanos);
    }

    /** Hears each row; the replay stands at it. */
    @FunctionalInterface
    public interface Audience {
        void hear();
    }

    /** How long a pause may have to wait for a replay that waits. */
    private static final long WAIT_MAX_NANOS = 50_000_000;

    private final Replay replay;
    private final Pace pace;
    private final Passing passing;
    private boolean waiting;
    private boolean ended;
    private volatile boolean interrupted;
    private volatile boolean stopped;

    public Player(Replay replay, Pace pace, Passing passing) {
        this.replay = replay;
        this.pace = pace;
        this.passing = passing;
    }

    /**
     * Plays so many rows at most, from where it is; returns how many. Fewer are played at the end, or after a pause or a stop. At a pace
     * the first one comes at once, and the others as far behind it as they were.
     */
    public long play(long most, Audience audience) {
        interrupted = false;
        return switch (pace) {
            case Pace.Full _ -> full(most, audience);
            case Pace.Times times -> paced(most, times.factor(), audience);
        };
    }

    private long full(long most, Audience audience) {
        long played = 0;
        while (played < most && !interrupted && !stopped && advance()) {
            audience.hear();
            waiting = false;
            played++;
        }
        return played;
    }

    private long paced(long most, double factor, Audience audience) {
        long played = 0;
        long begun = passing.nanos();
        long from = 0;
        long due = Long.MIN_VALUE;
        while (played < most && !stopped && advance()) {
            if (played == 0) {
                from = replay.heard();
                due = from;
            }
            while (replay.heard() > due && !interrupted && !stopped) {
                due = from + (long) ((passing.nanos() - begun) * factor);
                if (replay.heard() > due) {
                    double ahead = (replay.heard() - due) / factor;
                    passing.await(Math.max(1, (long) Math.min(WAIT_MAX_NANOS, ahead)));
                }
            }
            if (interrupted || stopped) {
                return played;
            }
            audience.hear();
            waiting = false;
            played++;
        }
        return played;
    }

    /** Stands at a row that was not heard yet, if there is one. */
    private boolean advance() {
        if (!waiting && !ended) {
            waiting = replay.next();
            ended = !waiting;
        }
        return waiting;
    }

    /** Makes {@link #play} return soon; played again, it goes on where it was. */
    public void pause() {
        interrupted = true;
    }

    /** Nothing more is played, ever. */
    public void stop() {
        stopped = true;
    }

    /** Whether nothing is left, or it was stopped. */
    public boolean isOver() {
        return ended || stopped;
    }
}
