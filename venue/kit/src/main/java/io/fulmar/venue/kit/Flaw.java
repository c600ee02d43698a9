package io.fulmar.venue.kit;

/** Why a message is not believed. */
public enum Flaw {
    /** It is believed. */
    NONE,
    /** It is no JSON object, or not whole, or something follows it. */
    MALFORMED,
    /** A field is there twice. */
    DUPLICATE_FIELD,
    /** More fields, levels, digits or depth than any real message has. */
    TOO_LARGE,
    /** It is whole, but of no kind we read. */
    UNKNOWN_EVENT,
    /** A field that its kind must have is not there. */
    FIELD_MISSING,
    /** A field holds something else than its kind has there. */
    FIELD_MISTYPED
}
