package io.fulmar.domain;

/** What a run was made of; recovery needs it before anything else. */
public sealed interface RunEvent extends Event {
    /** The account's beginning. */
    record AccountOpened(String currency, int digits, long cash, long leveragePpm) implements RunEvent {}

    /** An instrument as it is specified from here on. */
    record InstrumentListed(Instrument instrument) implements RunEvent {}

    /** A strategy took its seat, or changed its code or parameters. */
    record SeatTaken(int seat, String strategy, String parameters, String codeHash, int priority, long sharePpm)
            implements RunEvent {}

    /**
     * How the account is kept at the venue.
     *
     * @param hedge positions are kept by side: a long and a short may stand at once
     * @param terms of margin and funding, in the words of the venue
     */
    record TermsAgreed(MarginMode margin, boolean hedge, String terms) implements RunEvent {}

    /** Market data by reference: the hash and the range stand for every bar. */
    record DataSet(long instrument, Timeframe timeframe, String hash, long fromNanos, long untilNanos, long bars)
            implements RunEvent {}

    /** Markets were skipped because the desk fell behind. */
    record Skipped(long instrument, long fromSequence, long untilSequence) implements RunEvent {}
}
