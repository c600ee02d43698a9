package io.fulmar.simulation.exchange;

/** How much of an order fills at once. */
public enum Fills {
    /** All of it: a taker at the best price whatever its size, a maker as soon as a trade has reached it. It flatters large orders. */
    WHOLE,
    /** A taker what the book holds, level by level; a maker what was traded beyond the queue ahead. The book itself does not change. */
    PARTIAL;

    boolean whole() {
        return this == WHOLE;
    }
}
