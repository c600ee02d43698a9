package io.fulmar.store.s3;

import io.fulmar.store.lake.Dataset;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * For how long files of some datasets stay as they are. The age of a file is that of its last row.
 *
 * @param venue, symbol and kind may have stars, each of which stands for anything
 * @param hot files stay plain for so long, and are packed then; empty for always
 * @param warm files stay on this disk for so long; empty for always
 * @param cold where they go then
 */
public record RetentionRule(
        String venue,
        String symbol,
        String kind,
        Optional<Duration> hot,
        Optional<Duration> warm,
        Optional<S3Place> cold) {
    public RetentionRule {
        if (warm.isPresent() != cold.isPresent()) {
            throw new IllegalArgumentException("warm and cold belong together: how long, and where to then");
        }
        if (hot.isPresent() && warm.isPresent() && warm.get().compareTo(hot.get()) < 0) {
            throw new IllegalArgumentException("warm counts from the same moment as hot, so it cannot be the shorter");
        }
        if (hot.isEmpty() && warm.isEmpty()) {
            throw new IllegalArgumentException("a rule says hot, or warm and cold, or all three");
        }
    }

    boolean fits(Dataset dataset) {
        return matches(venue, dataset.venue())
                && matches(symbol, dataset.symbol().toString())
                && matches(kind, dataset.kind().word());
    }

    private static boolean matches(String pattern, String word) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(regex.toString(), word);
    }
}
