package io.fulmar.engine;

/** Shows a strategy the events of a flow: implemented by {@link FlowLoop} and by its hidden copies. */
interface FlowRunner {
    /**
     * Shows events from that one on until one was received after {@code until}, or made after the running bar's end, or the strategy has
     * spoken. Returns the first that was not shown.
     */
    int run(FlowTape market, FlowPlace place, int from, long until);

    /** The strategy's timer is due. */
    void timer(FlowPlace place, long time);

    /** A bar is over. */
    void bar(FlowPlace place);
}
