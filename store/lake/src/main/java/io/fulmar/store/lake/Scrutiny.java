package io.fulmar.store.lake;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Whether rows may enter a dataset: their order, and that every price and quantity is a decimal of the dataset's scale. */
final class Scrutiny {
    private final Dataset dataset;
    private final Scales scales;
    private final List<Columns.Column> columns;
    private long snapped;

    Scrutiny(Dataset dataset, Scales scales) {
        this.dataset = dataset;
        this.scales = scales;
        this.columns = Columns.of(dataset.kind());
    }

    long snapped() {
        return snapped;
    }

    void order(Rows rows, OptionalLong last) {
        if (!rows.kind().equals(dataset.kind())) {
            throw new IllegalArgumentException("rows of " + rows.kind().word() + " for " + dataset);
        }
        long[] times = rows.times();
        boolean unique = dataset.kind().unique();
        long before = last.orElse(Long.MIN_VALUE);
        for (int i = 0; i < rows.size(); i++) {
            if (times[i] < before || (unique && times[i] == before && (i > 0 || last.isPresent()))) {
                throw new LakeException(
                        LakeException.Fault.ROWS_UNSORTED,
                        dataset.toString(),
                        "the row of " + at(times[i]) + " comes after that of " + at(before),
                        "sort the rows by time, one a moment; rows that are there already are corrected, not added");
            }
            before = times[i];
        }
    }

    /** Snaps what is a few ulp beside a decimal, and refuses what is none. */
    void exact(Rows rows) {
        for (int i = 1; i < columns.size(); i++) {
            Columns.Exactness exactness = columns.get(i).exactness();
            if (exactness != Columns.Exactness.NONE) {
                exact(rows, i, scale(exactness));
            }
        }
    }

    private int scale(Columns.Exactness exactness) {
        return switch (exactness) {
            case NONE -> throw new IllegalArgumentException("nothing to hold it to");
            case PRICE -> scales.price();
            case QUANTITY -> scales.quantity();
            case RATE -> scales.rate();
        };
    }

    private void exact(Rows rows, int column, int scale) {
        double[] numbers = rows.numbers(column);
        if (Decimals.inexact(numbers, 0, rows.size(), scale) == 0) {
            return;
        }
        double[] before = Arrays.copyOf(numbers, rows.size());
        int wrong = Decimals.snap(numbers, 0, rows.size(), scale);
        for (int i = 0; i < rows.size(); i++) {
            snapped += numbers[i] == before[i] || Double.isNaN(before[i]) ? 0 : 1;
        }
        if (wrong >= 0) {
            throw new LakeException(
                    LakeException.Fault.NUMBER_INEXACT,
                    dataset + " " + at(rows.times()[wrong]),
                    columns.get(column).field().name() + " " + numbers[wrong] + " is no number of " + scale
                            + " decimals",
                    "give the scale that the prices and quantities really have, or round them");
        }
    }

    private static String at(long time) {
        return Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000_000L), Math.floorMod(time, 1_000_000_000L))
                .toString();
    }
}
