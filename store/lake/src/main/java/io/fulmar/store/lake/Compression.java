package io.fulmar.store.lake;

/** How the columns of a file lie in it. */
public enum Compression {
    /** As they are: mapped and read where they lie. */
    NONE,
    /** Half the size, decompressed a batch at a time. */
    ZSTD
}
