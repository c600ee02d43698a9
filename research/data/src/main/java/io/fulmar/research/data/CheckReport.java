package io.fulmar.research.data;

import java.util.List;

/**
 * What a dataset looks like.
 *
 * @param findings the first of them; the counts are of all
 */
public record CheckReport(
        String dataset,
        long rows,
        long gaps,
        long missing,
        long duplicates,
        long misaligned,
        long outliers,
        long impossible,
        long crossed,
        List<Finding> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean isSound() {
        return gaps + duplicates + misaligned + outliers + impossible + crossed == 0;
    }
}
