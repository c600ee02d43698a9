package io.fulmar.domain;

/** How an order may trade. Prices are in ticks of its instrument. */
public sealed interface OrderKind {
    OrderKind MARKET = new Market();

    record Market() implements OrderKind {}

    /** At that price or better. */
    record Limit(long ticks) implements OrderKind {
        public Limit {
            positive(ticks);
        }
    }

    /** Becomes a market order when the price touches the trigger from the side it protects: a sell below, a buy above. */
    record Stop(long trigger) implements OrderKind {
        public Stop {
            positive(trigger);
        }
    }

    /** Becomes a limit order when the trigger is touched as by {@link Stop}. */
    record StopLimit(long trigger, long limit) implements OrderKind {
        public StopLimit {
            positive(trigger);
            positive(limit);
        }
    }

    /** Becomes a market order when the price touches the trigger from the profitable side: a sell above, a buy below. */
    record TakeProfit(long trigger) implements OrderKind {
        public TakeProfit {
            positive(trigger);
        }
    }

    /** A stop that follows the best price at that distance, moved at closes, never back; {@code start} is its first level. */
    record TrailingStop(long start, long distance) implements OrderKind {
        public TrailingStop {
            positive(distance);
        }
    }

    private static void positive(long ticks) {
        if (ticks <= 0) {
            throw new IllegalArgumentException("an order's price of " + ticks + " ticks: it must be above zero");
        }
    }
}
