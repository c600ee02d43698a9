package io.fulmar.domain;

/**
 * How far from its fill price a position is protected. It becomes a whole number of ticks once, when the entry fills, and is never
 * less than one tick: a protection at the entry price itself would fire at once.
 */
public sealed interface Distance {
    Distance NONE = new None();

    /** The distance in ticks for a fill at that price; zero only for {@link None}. */
    long ticksAt(long fillTicks);

    /** False only for {@link None}. */
    boolean present();

    /** A share of the fill price in parts per million, rounded half up to a tick. */
    static Distance ppm(long ppm) {
        return ppm == 0 ? NONE : new Percent(ppm);
    }

    /** A number of ticks fixed when the signal was given, such as a multiple of the average true range. */
    static Distance ticks(long ticks) {
        return new Ticks(Math.max(1, ticks));
    }

    record None() implements Distance {
        @Override
        public boolean present() {
            return false;
        }

        @Override
        public long ticksAt(long fillTicks) {
            return 0;
        }
    }

    record Percent(long ppm) implements Distance {
        public static final long WHOLE = 1_000_000;

        public Percent {
            if (ppm <= 0 || ppm > 99 * WHOLE) {
                throw new IllegalArgumentException("a distance of "
                        + Decimal.of(ppm, 4).normalized() + " percent: it must be above 0 and at most 9900");
            }
        }

        @Override
        public boolean present() {
            return true;
        }

        @Override
        public long ticksAt(long fillTicks) {
            return Math.max(1, Exact.mulDivHalfUp(fillTicks, ppm, WHOLE));
        }
    }

    record Ticks(long ticks) implements Distance {
        public Ticks {
            if (ticks < 1) {
                throw new IllegalArgumentException("a distance of " + ticks + " ticks: it must be at least 1");
            }
        }

        @Override
        public boolean present() {
            return true;
        }

        @Override
        public long ticksAt(long fillTicks) {
            return ticks;
        }
    }
}
