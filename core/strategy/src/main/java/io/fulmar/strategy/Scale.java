package io.fulmar.strategy;

import io.fulmar.domain.Instrument;

/** Ticks and lots as prices and units, for one instrument. */
final class Scale {
    private final double tickMantissa;
    private final double priceDivisor;
    private final Instrument instrument;

    Scale(Instrument instrument) {
        this.instrument = instrument;
        this.tickMantissa = instrument.tickMantissa();
        this.priceDivisor = instrument.priceDivisor();
    }

    double price(long ticks) {
        return ticks * tickMantissa / priceDivisor;
    }

    double quantity(long lots) {
        return instrument.quantity(lots);
    }

    /** The lots nearest to that quantity. */
    long lots(double quantity) {
        double lots = Math.rint(quantity / instrument.quantity(1));
        if (!(lots >= 1 && lots < 1e15)) {
            throw new IllegalArgumentException(
                    "an order of " + quantity + " units: it must be at least a lot of " + instrument.quantity(1));
        }
        return (long) lots;
    }
}
