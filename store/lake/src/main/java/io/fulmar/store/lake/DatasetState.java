package io.fulmar.store.lake;

import java.util.List;

/**
 * What the catalogue knows of a dataset without reading its rows.
 *
 * @param first time of the first row in nanoseconds; 0 when there are no rows
 * @param gaps bars that are missing between the first and the last
 * @param low the least price, NaN when there is none
 * @param files that count, without the manifest
 * @param revision how often rows that were there have been corrected
 */
public record DatasetState(
        Dataset dataset,
        Scales scales,
        long rows,
        long first,
        long last,
        long gaps,
        double low,
        double high,
        long bytes,
        int files,
        long revision,
        List<InstrumentFact> facts) {

    static DatasetState of(DatasetFolder folder, Manifest manifest) {
        Tally tally = new Tally(Gaps.step(manifest.dataset().kind()));
        manifest.parts().forEach(part -> part.batches().forEach(tally::add));
        long bytes = manifest.bytes();
        if (manifest.segment().isPresent()) {
            bytes += tally.addSegment(folder, manifest);
        }
        return new DatasetState(
                manifest.dataset(),
                manifest.scales(),
                tally.rows,
                tally.first,
                tally.last,
                tally.gaps,
                tally.low,
                tally.high,
                bytes,
                manifest.parts().size() + (manifest.segment().isPresent() ? 1 : 0),
                manifest.revision(),
                manifest.facts());
    }

    /** Adds up what batches hold. */
    private static final class Tally {
        private final long step;
        private long rows;
        private long first;
        private long last;
        private long gaps;
        private double low = Double.NaN;
        private double high = Double.NaN;

        Tally(long step) {
            this.step = step;
        }

        void add(Part.Stretch stretch) {
            gaps += stretch.gaps() + (rows == 0 ? 0 : Gaps.between(last, stretch.first(), step));
            first = rows == 0 ? stretch.first() : first;
            last = stretch.last();
            rows += stretch.rows();
            low = low <= stretch.low() || Double.isNaN(stretch.low()) ? low : stretch.low();
            high = high >= stretch.high() || Double.isNaN(stretch.high()) ? high : stretch.high();
        }

        /** Today's rows are read: the manifest does not know how many there are by now. Returns the bytes. */
        long addSegment(DatasetFolder folder, Manifest manifest) {
            Rows some = Rows.growing(manifest.dataset().kind());
            try (DatasetReader reader = DatasetReader.ofSegment(folder, manifest)) {
                while (reader.next(some)) {
                    add(Stretches.of(some, 0, some.size(), 0));
                }
                return reader.bytes();
            }
        }
    }
}
