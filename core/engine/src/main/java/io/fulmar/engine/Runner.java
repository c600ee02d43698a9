package io.fulmar.engine;

/** Runs a strategy over bars: implemented by {@link Loop} and by its hidden copies. */
interface Runner {
    /**
     * One strategy alone: runs bars until the desk is needed. Returns the bar at which the strategy has spoken, else the first that was
     * not run. {@code handled} says that the desk has done its work for the first bar: it is only marked and shown.
     */
    int run(Desk desk, Place place, int from, int to, boolean handled);

    /** One strategy among several: only its handler, for the bar the tape stands at. */
    void call(Place place);
}
