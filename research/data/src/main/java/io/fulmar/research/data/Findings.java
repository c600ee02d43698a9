package io.fulmar.research.data;

import io.fulmar.store.lake.Dataset;
import java.util.ArrayList;
import java.util.List;

/** What a check has found so far: the first of each thing in words, and how many there are. */
final class Findings {
    /** Of more it is enough to know how many. */
    private static final int KEPT_MAX = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long gaps;
    private long missing;
    private long duplicates;
    private long misaligned;
    private long outliers;
    private long impossible;
    private long crossed;

    void gap(long first, long end, long count, String what) {
        gap(first, end, count, what, "");
    }

    void gap(long first, long end, long count, String what, String repair) {
        gaps++;
        missing += count;
        keep(new Finding(Finding.Type.GAP, first, end, count, what, repair));
    }

    void duplicate(long time, String what) {
        duplicates++;
        keep(new Finding(Finding.Type.DUPLICATE, time, time, 1, what, ""));
    }

    void misaligned(long time, String what, String repair) {
        misaligned++;
        keep(new Finding(Finding.Type.MISALIGNED, time, time, 1, what, repair));
    }

    void outlier(long time, String what, String repair) {
        outliers++;
        keep(new Finding(Finding.Type.OUTLIER, time, time, 1, what, repair));
    }

    void impossible(long time, String what) {
        impossible++;
        keep(new Finding(Finding.Type.IMPOSSIBLE, time, time, 1, what, ""));
    }

    void crossed(long time, String what) {
        crossed++;
        keep(new Finding(Finding.Type.CROSSED, time, time, 1, what, ""));
    }

    private void keep(Finding finding) {
        if (kept.size() < KEPT_MAX) {
            kept.add(finding);
        }
    }

    /** In the order of time. */
    CheckReport report(Dataset dataset, long rows) {
        kept.sort((a, b) -> Long.compare(a.first(), b.first()));
        return new CheckReport(
                dataset.toString(), rows, gaps, missing, duplicates, misaligned, outliers, impossible, crossed, kept);
    }
}
