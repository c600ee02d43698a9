package io.fulmar.simulation.exchange;

import io.fulmar.execution.CurrentBar;

/** What a bar that reached both a stop and a target is assumed to have done first. */
public enum IntrabarPath {
    /** The stop. */
    WORST,
    /**
     * The target if the bar opened beyond it, or closer to the extreme on its side than to the other; else, and where the position was
     * entered inside the bar, the stop.
     */
    ADAPTIVE;

    boolean stopFirst(Resting stop, Resting target, CurrentBar bar) {
        return switch (this) {
            case WORST -> true;
            case ADAPTIVE -> stop.inside() || !(target.atOpen(bar) || nearerToTarget(target, bar));
        };
    }

    private static boolean nearerToTarget(Resting target, CurrentBar bar) {
        long up = Math.subtractExact(bar.high(), bar.open());
        long down = Math.subtractExact(bar.open(), bar.low());
        return switch (target.order.side()) {
            case SELL -> up < down;
            case BUY -> down < up;
        };
    }
}
