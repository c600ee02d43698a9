package io.fulmar.research.sweep;

/** Does units, one after the other, on one thread. */
interface UnitWork {
    /** The unit's results; the same wherever and whenever it is done. */
    Frame done(WorkUnit unit);
}
