package io.fulmar.simulation.exchange;

/**
 * How far an order that rests stands from the front of its level. Nobody is told; each model is a guess, and all but {@link
 * RiskAverseQueue} flatter where they are wrong.
 */
public interface QueueModel {
    /** The order comes to rest behind so many lots. */
    void join(Place place, long levelLots);

    /** So many lots were traded at its price. */
    void traded(Place place, long lots);

    /** Its level held {@code before} lots and holds {@code after} now. */
    void changed(Place place, long before, long after);

    /** Where an order stands: what is ahead, below zero once trades have reached the order, and what has been traded since the last change. */
    final class Place {
        double ahead;
        double traded;

        /** The lots ahead, as estimated; for whoever wants to look. */
        public double ahead() {
            return ahead;
        }

        /** How many lots of the order itself have been traded, and forgets them. */
        long reached() {
            long lots = (long) StrictMath.floor(0.5 - ahead);
            if (lots <= 0) {
                return 0;
            }
            ahead = 0;
            return lots;
        }
    }
}
