package io.fulmar.market;

import io.fulmar.domain.Exact;

/** How high a brick or a range is, in ticks, at least 1. */
sealed interface StepTicks {
    long WHOLE_PPM = 1_000_000;

    /** At that price. */
    long at(long price);

    record Fixed(long ticks) implements StepTicks {
        @Override
        public long at(long price) {
            return ticks;
        }
    }

    /** A share of the price, rounded half up. */
    record Share(long ppm) implements StepTicks {
        @Override
        public long at(long price) {
            return Math.max(1, Exact.mulDivHalfUp(price, ppm, WHOLE_PPM));
        }
    }
}
