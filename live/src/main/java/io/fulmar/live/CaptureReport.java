package io.fulmar.live;

import io.fulmar.market.Impossible;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a capture.
 *
 * @param read lines with something in them
 * @param kept messages that went through the guard
 * @param rows what they came to
 * @param knownRows rows among them that had been recorded before, or are older than what is recorded
 * @param refused messages that cannot be true, by reason
 * @param duplicates messages whose numbers had been there before
 * @param others messages of other symbols
 * @param withoutBook changes of a book of which no snapshot had come
 * @param gaps how often something was missing
 * @param firstRefusal the line and what is wrong with it
 * @param firstOther the first other symbol
 * @param quarantine where refused messages lie
 * @param quarantineDropped refused messages for which that file had no room
 */
public record CaptureReport(
        long read,
        long kept,
        long rows,
        long knownRows,
        Map<Impossible, Long> refused,
        long duplicates,
        long others,
        long withoutBook,
        long gaps,
        Optional<Refusal> firstRefusal,
        Optional<String> firstOther,
        Optional<Path> quarantine,
        long quarantineDropped) {
    /** A line that was refused. */
    public record Refusal(long line, Impossible reason, String detail) {}

    public CaptureReport {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** How many were refused, for whatever reason. */
    public long refusals() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
