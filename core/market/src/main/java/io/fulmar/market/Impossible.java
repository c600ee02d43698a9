package io.fulmar.market;

/** Why a message of a market cannot be true. */
public enum Impossible {
    /** It could not be read. */
    UNREADABLE,
    PRICE_NOT_POSITIVE,
    /** Below zero, or a trade of nothing. */
    QUANTITY_IMPOSSIBLE,
    /** Not a whole number of ticks or lots. */
    BETWEEN_STEPS,
    /** More ticks or lots than 52 bits hold. */
    TOO_LARGE,
    /** Made later than we heard of it, by more than clocks may differ. */
    TIME_IN_FUTURE,
    /** Made, or heard of, before what its stream said last. */
    TIME_BACKWARDS,
    /** Somebody bids as much as somebody asks, or more. */
    BOOK_CROSSED
}
