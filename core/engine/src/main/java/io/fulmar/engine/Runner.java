package io.fulmar.engine;

/** Runs a strategy over bars: implemented by {@link Loop} and by its hidden copies. */
interface Runner {
    /** One strategy alone: a whole block of bars, the desk's work between them included. */
    void run(Desk desk, Place place, int from, int to);

    /** One strategy among several: only its handler, for the bar the tape stands at. */
    void call(Place place);
}
