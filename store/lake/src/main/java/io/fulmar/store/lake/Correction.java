package io.fulmar.store.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes parts anew with some of their rows replaced by others or taken out, or others between them. */
final class Correction {
    /** Makes a part of a period. */
    interface Writers {
        PartWriter of(Period period) throws IOException;
    }

    private final Rows rows;
    private final long[] gone;
    private final Writers writers;
    private final DatasetFolder folder;
    private final Manifest manifest;
    private int next;

    /** {@code gone}: sorted times of rows that are taken out. */
    Correction(Rows rows, long[] gone, Writers writers, DatasetFolder folder, Manifest manifest) {
        this.rows = rows;
        this.gone = gone;
        this.writers = writers;
        this.folder = folder;
        this.manifest = manifest;
    }

    void apply(List<Part> parts) throws IOException {
        long[] times = rows.times();
        before(parts);
        List<Part> emptied = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            long until = isLast ? part.last() : parts.get(i + 1).first() - 1;
            if ((next < rows.size() && times[next] <= until) || losesRows(part)) {
                Optional<Part> merged = merged(part, until);
                merged.ifPresentOrElse(now -> parts.set(parts.indexOf(part), now), () -> emptied.add(part));
            }
        }
        parts.removeAll(emptied);
        if (next < rows.size()) {
            throw new LakeException(
                    LakeException.Fault.ROWS_UNSORTED,
                    manifest.dataset().toString(),
                    "a correction of rows behind the last one",
                    "append those instead");
        }
    }

    private boolean losesRows(Part part) {
        int at = Arrays.binarySearch(gone, part.first());
        int first = at < 0 ? -at - 1 : at;
        return first < gone.length && gone[first] <= part.last();
    }

    /** Years before the first that is there get parts of their own. */
    private void before(List<Part> parts) throws IOException {
        long first = parts.isEmpty()
                ? Long.MIN_VALUE
                : Period.year(parts.getFirst().first()).from();
        for (int at = 0; next < rows.size() && rows.times()[next] < first; at++) {
            Period year = Period.year(rows.times()[next]);
            try (PartWriter out = writers.of(year)) {
                int from = next;
                while (next < rows.size() && rows.times()[next] < year.to()) {
                    next++;
                }
                out.add(rows, from, next - from);
                parts.add(at, out.finish());
            }
        }
    }

    private Optional<Part> merged(Part part, long until) throws IOException {
        Kind kind = manifest.dataset().kind();
        Period period = new Period(part.period(), part.first(), until);
        try (PartWriter out = writers.of(period);
                DatasetReader reader = DatasetReader.ofParts(folder, manifest, List.of(part))) {
            Rows old = Rows.growing(kind);
            while (reader.next(old)) {
                merge(old, out);
            }
            while (next < rows.size() && rows.times()[next] <= until) {
                out.add(rows, next++, 1);
            }
            return out.isEmpty() ? Optional.empty() : Optional.of(out.finish());
        }
    }

    private void merge(Rows old, PartWriter out) throws IOException {
        for (int i = 0; i < old.size(); i++) {
            while (next < rows.size() && rows.times()[next] < old.times()[i]) {
                out.add(rows, next++, 1);
            }
            if (next < rows.size() && rows.times()[next] == old.times()[i]) {
                out.add(rows, next++, 1);
            } else if (Arrays.binarySearch(gone, old.times()[i]) < 0) {
                out.add(old, i, 1);
            }
        }
    }
}
