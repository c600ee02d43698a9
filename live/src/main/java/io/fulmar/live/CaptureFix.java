package io.fulmar.live;

import io.fulmar.market.Impossible;
import io.fulmar.venue.kit.Flaw;

/** What is wrong with a refused line, in words that say what to look at. */
final class CaptureFix {
    private CaptureFix() {}

    static String of(Flaw flaw) {
        return switch (flaw) {
            case NONE -> "it is whole, but was not believed";
            case MALFORMED -> "it is no whole JSON object: bytes are missing, changed or too many";
            case DUPLICATE_FIELD -> "a field is there twice";
            case TOO_LARGE -> "it has more fields, levels, digits or depth than a real message";
            case UNKNOWN_EVENT ->
                "it is no aggTrade, bookTicker, depthUpdate or snapshot of a book; others are not read";
            case FIELD_MISSING -> "a field is missing that such a message has";
            case FIELD_MISTYPED -> "a field holds something else than such a message has there";
        };
    }

    static String of(Impossible reason) {
        return switch (reason) {
            case UNREADABLE -> "it cannot be read";
            case PRICE_NOT_POSITIVE -> "its price is not more than 0";
            case QUANTITY_IMPOSSIBLE -> "its quantity is below 0, or a trade of nothing";
            case BETWEEN_STEPS -> "a price or quantity is no whole number of ticks or lots: see --tick and --lot";
            case TOO_LARGE -> "a price or quantity is larger than can be kept exactly";
            case TIME_IN_FUTURE -> "it was made more than a second after it was heard";
            case TIME_BACKWARDS -> "it is older than what came before it";
            case BOOK_CROSSED -> "somebody bids as much as somebody asks";
        };
    }
}
