package io.fulmar.store.s3;

import io.fulmar.store.lake.Dataset;

/** One thing that retention does, or would do. */
public sealed interface RetentionStep {
    Dataset dataset();

    String file();

    long bytes();

    /** The file is written anew, packed. */
    record Pack(Dataset dataset, String file, long bytes) implements RetentionStep {}

    /** The file leaves this disk for that place, where it was read back first. */
    record SendAway(Dataset dataset, String file, long bytes, S3Place to) implements RetentionStep {}
}
