package io.fulmar.market;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Timeframe;

/** What ends a bar, and how it is drawn. Its text is what {@link #parse} reads. */
public sealed interface BarKind {
    /** Reads {@code 5m}, {@code 1M}, {@code 15m@NSE}, {@code tick:1000}, {@code renko:0.5%} and the like; an exception says what is wrong. */
    static BarKind parse(String text) {
        return BarKindText.parse(text);
    }

    /** So long, on UTC boundaries. */
    record Time(Timeframe timeframe) implements BarKind {
        @Override
        public String toString() {
            return timeframe.toString();
        }
    }

    /** So many calendar months, UTC. */
    record Months(int count) implements BarKind {
        @Override
        public String toString() {
            return count + "M";
        }
    }

    /** So long from each opening of a session on; trades outside belong to no bar. */
    record Trading(Timeframe timeframe, String name, Session session) implements BarKind {
        @Override
        public String toString() {
            return timeframe + "@" + name;
        }
    }

    /** So many trades. */
    record Ticks(int count) implements BarKind {
        @Override
        public String toString() {
            return "tick:" + count;
        }
    }

    /** So much quantity, or a little more. */
    record Volume(Decimal quantity) implements BarKind {
        @Override
        public String toString() {
            return "volume:" + quantity;
        }
    }

    /** So much money in the quote currency, or a little more. */
    record Worth(Decimal amount) implements BarKind {
        @Override
        public String toString() {
            return "value:" + amount;
        }
    }

    /** So high, or a little higher. */
    record Range(Step step) implements BarKind {
        @Override
        public String toString() {
            return "range:" + step;
        }
    }

    /** Bricks of one height. */
    record Renko(Step step) implements BarKind {
        @Override
        public String toString() {
            return "renko:" + step;
        }
    }

    /** Another kind, smoothed. Its prices are not prices that anyone paid. */
    record HeikinAshi(BarKind of) implements BarKind {
        @Override
        public String toString() {
            return "ha:" + of;
        }
    }

    /** A height. */
    sealed interface Step {
        /** In the price's own unit. */
        record Fixed(Decimal price) implements Step {
            @Override
            public String toString() {
                return price.toString();
            }
        }

        /** Of the price, in parts per million. */
        record Percent(long ppm) implements Step {
            @Override
            public String toString() {
                return Decimal.of(ppm, 4).normalized() + "%";
            }
        }

        /** The mean true range of the last bars of that length. */
        record MeanRange(int bars, Timeframe timeframe) implements Step {
            @Override
            public String toString() {
                return "atr" + bars + "@" + timeframe;
            }
        }
    }
}
