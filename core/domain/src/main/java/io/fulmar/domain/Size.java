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

    /** One of so many equal parts; what is finer than a millionth of equity, or than a part of a lot can be, is dropped. */
    default Size part(int of) {
        if (of < 1) {
            throw new IllegalArgumentException("a size in " + of + " parts");
        }
        return switch (this) {
            case EquityShare(long ppm) -> new EquityShare(ppm / of);
            case RiskShare(long ppm) -> new RiskShare(ppm / of);
            case Units(Decimal quantity) -> {
                int finer = Math.max(0, Decimal.SCALE_MAX - quantity.scale());
                long mantissa = quantity.mantissa();
                int scale = quantity.scale();
                while (finer > 0 && mantissa % of != 0 && mantissa < Long.MAX_VALUE / 10) {
                    mantissa *= 10;
                    scale++;
                    finer--;
                }
                yield new Units(Decimal.of(mantissa / of, scale));
            }
        };
    }

    private static void positive(long amount, String what) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a " + what + " of " + amount + ": it must be above zero");
        }
    }
}
