package io.fulmar.execution;

/** A venue inside the desk's own time: backtest and paper. It sees every bar before the strategies do. */
public interface InnerVenue extends Gateway {
    /** Whether any order waits there; when none does it need not see the bar. */
    boolean waiting();

    /** A bar whose high stays below this and whose low stays above {@link #wakesBelow} changes nothing here. */
    long wakesAbove();

    long wakesBelow();

    void onBar(CurrentBar bar);

    /** The next moment at which something happens here whatever the market does: a funding, an expiry. */
    default long nextTime() {
        return Long.MAX_VALUE;
    }

    /** That moment has come; what the bars before it did is known, what those after it do is not. */
    default void onTime(long time) {}

    /** The data has ended: what was decided and can no longer fill is cancelled. */
    void end(long time);
}
