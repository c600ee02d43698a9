package io.fulmar.simulation.exchange;

import io.fulmar.execution.CurrentBar;

/** What a bar is assumed to have done between its open and its close. */
public enum IntrabarPath {
    /** Stop and target both reached: the stop. */
    WORST,
    /** To the nearer extreme first: an open closer to the high went up before it went down. */
    ADAPTIVE;

    /** Whether the low is assumed to have come before the high. */
    boolean lowFirst(CurrentBar bar) {
        return Math.subtractExact(bar.open(), bar.low()) < Math.subtractExact(bar.high(), bar.open());
    }
}
