package io.fulmar.research.data;

import java.util.List;

/**
 * What became of a file.
 *
 * @param rows that the file has
 * @param added that the lake had not
 * @param unchanged that the lake had already, the same
 * @param duplicates refused: a moment that an earlier row of the file has already
 * @param conflicts refused: the lake has another row of that moment
 * @param corrected that took the place of another row of the lake, since that was asked for
 * @param snapped prices and quantities off a decimal by the noise of floats, moved to it
 * @param rounded those that are truly finer than any decimal the lake keeps, and lost digits
 * @param gaps bars missing between the first and the last row of the file
 * @param misaligned bars that do not open on a boundary of their timeframe
 * @param first nanoseconds
 * @param failures parts of an archive that could not be read; the others are in the lake
 */
public record ImportReport(
        String dataset,
        long rows,
        long added,
        long unchanged,
        long duplicates,
        long conflicts,
        long corrected,
        long snapped,
        long rounded,
        long gaps,
        long misaligned,
        long first,
        long last,
        long revision,
        List<String> failures) {
    public ImportReport {
        failures = List.copyOf(failures);
    }

    static ImportReport nothing(String dataset) {
        return new ImportReport(dataset, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    ImportReport failed(String why) {
        return new ImportReport(dataset, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(why));
    }

    /** Both, the other being of the same dataset and later. */
    ImportReport plus(ImportReport next) {
        return new ImportReport(
                dataset,
                rows + next.rows,
                added + next.added,
                unchanged + next.unchanged,
                duplicates + next.duplicates,
                conflicts + next.conflicts,
                corrected + next.corrected,
                snapped + next.snapped,
                rounded + next.rounded,
                gaps + next.gaps,
                misaligned + next.misaligned,
                rows == 0 ? next.first : next.rows == 0 ? first : Math.min(first, next.first),
                next.rows == 0 ? last : Math.max(last, next.last),
                Math.max(revision, next.revision),
                java.util.stream.Stream.concat(failures.stream(), next.failures.stream())
                        .toList());
    }
}
