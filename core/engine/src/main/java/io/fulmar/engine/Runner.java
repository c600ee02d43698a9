package io.fulmar.engine;

/** Runs a strategy over bars: implemented by {@link Loop} and by its hidden copies. */
interface Runner {
    /**
     * One strategy alone: runs bars until the desk is needed. Returns the bar at which the strategy has spoken, else the one that was not
     * begun, else {@code to}.
     */
    int run(Desk desk, Place place, int from, int to);

    /** One strategy among several: only its handler, for the bar the tape stands at. */
    void call(Place place);
}
