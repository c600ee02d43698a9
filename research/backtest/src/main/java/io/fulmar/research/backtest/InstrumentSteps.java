package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;

/** The tick and the lot of what a file holds; zero means: find it in the file. */
public record InstrumentSteps(Decimal tick, Decimal lot) {
    public static final InstrumentSteps FROM_FILE = new InstrumentSteps(Decimal.ZERO, Decimal.ZERO);

    public InstrumentSteps {
        if (tick.signum() < 0 || lot.signum() < 0) {
            throw new IllegalArgumentException("tick " + tick + " and lot " + lot + " are not both positive");
        }
    }

    public InstrumentSteps withTick(Decimal newTick) {
        return new InstrumentSteps(newTick, lot);
    }

    public InstrumentSteps withLot(Decimal newLot) {
        return new InstrumentSteps(tick, newLot);
    }
}
