package io.fulmar.simulation.exchange;

/** How many ticks worse than what the book shows a taker trades, because of its own size. */
@FunctionalInterface
public interface Impact {
    /** Nobody reacts to us. It flatters, the more the larger the order. */
    Impact NONE = (lots, bestLots) -> 0;

    /** For an order of so many lots where the best level holds so many, 0 if that is not known. */
    long ticks(long lots, long bestLots);

    /** So many ticks for an order as large as the best level, and the square root of its size beyond or below. */
    static Impact squareRoot(double ticksOfLevel) {
        if (!(ticksOfLevel >= 0 && ticksOfLevel < 1e9)) {
            throw new IllegalArgumentException("an impact of " + ticksOfLevel + " ticks");
        }
        return (lots, bestLots) ->
                (long) Math.rint(ticksOfLevel * Math.sqrt(bestLots == 0 ? lots : lots / (double) bestLots));
    }
}
