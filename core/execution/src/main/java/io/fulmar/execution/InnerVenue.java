package io.fulmar.execution;

/** A venue inside the desk's own time: backtest and paper. It sees every bar before the strategies do. */
public interface InnerVenue extends Gateway {
    /** Whether any order waits there; when none does it need not see the bar. */
    boolean waiting();

    void onBar(CurrentBar bar);

    /** The data has ended: what was decided and can no longer fill is cancelled. */
    void end(long time);
}
