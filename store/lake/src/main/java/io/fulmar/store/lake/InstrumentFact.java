package io.fulmar.store.lake;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;

/** What became of an instrument, and from when on. Facts are kept with each dataset; rows stay as they were traded. */
public sealed interface InstrumentFact {
    long timeNanos();

    /** The steps of its prices and quantities. */
    record Steps(long timeNanos, Decimal tick, Decimal lot) implements InstrumentFact {}

    /** {@code before} units became {@code after}; prices from then on are of the new units. */
    record Split(long timeNanos, long before, long after) implements InstrumentFact {
        public Split {
            if (before <= 0 || after <= 0) {
                throw new IllegalArgumentException("a split of " + before + " into " + after);
            }
        }
    }

    /** It had another name until then; the rows of that time lie under the other name. */
    record Renamed(long timeNanos, Symbol from) implements InstrumentFact {}

    /** It is traded no more. */
    record Delisted(long timeNanos) implements InstrumentFact {}
}
