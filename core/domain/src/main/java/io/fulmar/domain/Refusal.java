package io.fulmar.domain;

/** Why risk or portfolio said no. The control's number stands in docs/risk.md. */
public enum Refusal {
    SIZE_ZERO("the size comes to less than one lot"),
    IN_POSITION("the strategy already has a position or an entry order"),
    NO_POSITION("there is nothing to leave"),
    NEEDS_STOP("a size by risk needs a stop"),
    INSOLVENT("value and fee exceed what the account may commit"),
    OVERFLOW("the numbers do not fit"),
    MINIMUM("below the venue's minimum"),
    ORDER_SIZE("C-1: order larger than allowed"),
    PRICE_COLLAR("C-2: price too far from the market"),
    POSITION_LIMIT("C-3: position larger than allowed"),
    EXPOSURE_LIMIT("C-3: exposure larger than allowed"),
    LEVERAGE_LIMIT("C-3: leverage higher than allowed"),
    LOSS_LIMIT("C-4: the loss limit is reached"),
    ORDER_RATE("C-5: too many orders in too short a time"),
    REPEATED_EXECUTION("C-5: the same trade again and again"),
    DUPLICATE("C-6: the same order a moment ago"),
    SELF_MATCH("C-7: it would trade with an order of this account"),
    BAD_MARKET_DATA("C-8: the market data cannot be right"),
    RESTRICTED("C-9: instrument not allowed"),
    REDUCING_ONLY("C-10: only orders that reduce are allowed"),
    TRADE_VOLUME("breaker: too large a share of the bar's volume"),
    LIQUIDITY("breaker: leverage too high for the liquidity"),
    COOLDOWN("breaker: cooling down"),
    HALTED("the instrument is halted"),
    UNKNOWN_ORDER("an order of unknown outcome blocks new risk on this instrument");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
