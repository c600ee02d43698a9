package io.fulmar.execution;

/** A venue inside the desk's own time: backtest and paper. It sees every bar before the strategies do. */
public interface InnerVenue extends Gateway {
    /** Whether any order waits there; when none does it need not see the bar. */
    boolean waiting();

    /** A bar whose high stays below this and whose low stays above {@link #wakesBelow} changes nothing here. */
    long wakesAbove();

    long wakesBelow();

    void onBar(CurrentBar bar);

    /** The data has ended: what was decided and can no longer fill is cancelled. */
    void end(long time);
}
