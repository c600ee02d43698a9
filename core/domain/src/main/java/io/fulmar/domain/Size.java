package io.fulmar.domain;

/** How much a signal wants; portfolio turns it into lots with what is known at the decision. */
public sealed interface Size {
    /** All of it, in parts per million. */
    long WHOLE = 1_000_000;

    /** A share of equity, in parts per million, as the value of the position. */
    record EquityShare(long ppm) implements Size {
        public EquityShare {
            positive(ppm, "equity share");
        }
    }

    /** A share of equity, in parts per million, lost if the stop fills at its level. Needs a stop. */
    record RiskShare(long ppm) implements Size {
        public RiskShare {
            positive(ppm, "risk share");
        }
    }

    /** That many units of the base, whatever the equity. */
    record Units(Decimal quantity) implements Size {
        public Units {
            positive(quantity.mantissa(), "quantity");
        }
    }

    private static void positive(long amount, String what) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a " + what + " of " + amount + ": it must be above zero");
        }
    }
}
