package io.fulmar.store.s3;

import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.SealedDataset;

/**
 * What became of one dataset.
 *
 * @param files that were sent, brought, or noted
 * @param bytes that went over the network
 * @param bytesThere that were at the other end already, or stay there
 */
public record Transfer(Dataset dataset, Outcome outcome, long rows, int files, long bytes, long bytesThere) {
    /** How it ended. */
    public enum Outcome {
        MOVED,
        /** Nothing to do: here and there are equal. */
        SAME,
        /** Nothing was pulled: what is here has gone on since. */
        AHEAD,
        /** Nothing was pushed: what is there has gone on since. */
        BEHIND
    }

    static Transfer none(SealedDataset dataset, Outcome outcome) {
        long bytes = dataset.files().stream().mapToLong(file -> file.bytes()).sum();
        return new Transfer(dataset.dataset(), outcome, dataset.rows(), 0, 0, bytes);
    }
}
