package io.fulmar.proof.benchmark;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;

/** Keeps a state of its own: waits for an outbreak, enters, and rides until the average gives way. */
public final class AtrMachine extends Strategy<Averages> {
    private static final double OUTBREAK = 3;
    private static final double STOP = 4;

    private enum State {
        WAITING,
        ENTERING,
        RIDING
    }

    private final Series mean = sma(p.slow());
    private final Series range = atr(p.fast());
    private State state = State.WAITING;

    @Override
    public void onBar(Bar bar) {
        switch (state) {
            case WAITING -> {
                if (bar.close() > mean.now() + OUTBREAK * range.now()) {
                    buy(units(1)).stop(range.times(STOP));
                    state = State.ENTERING;
                }
            }
            case ENTERING -> state = holding() ? State.RIDING : State.WAITING;
            case RIDING -> {
                if (!holding()) {
                    state = State.WAITING;
                } else if (bar.close() < mean.now()) {
                    exit("below the mean");
                    state = State.WAITING;
                }
            }
        }
    }
}
