package io.fulmar.simulation.exchange;

import io.fulmar.execution.CurrentBar;

/** A bar of a script: open, high, low, close. */
@SuppressWarnings("ArrayRecordComponent") // made and read within one line of a script
record ScriptBar(long openTime, long nanos, long[] prices) implements CurrentBar {
    @Override
    public long instrument() {
        return VenueScript.INSTRUMENT;
    }

    @Override
    public long closeTime() {
        return openTime + nanos;
    }

    @Override
    public long open() {
        return prices[0];
    }

    @Override
    public long high() {
        return prices[1];
    }

    @Override
    public long low() {
        return prices[2];
    }

    @Override
    public long close() {
        return prices[3];
    }

    @Override
    public double volume() {
        return 1;
    }
}
