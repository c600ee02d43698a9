package io.fulmar.store.lake;

/**
 * A file of a dataset that is whole and never changes.
 *
 * @param identity the same for files with the same rows in the same form, whatever their names
 * @param last time of its last row in nanoseconds
 */
public record SealedFile(
        String name, String identity, long bytes, long rows, long first, long last, Compression compression) {
    static SealedFile of(Part part) {
        return new SealedFile(
                part.file(),
                Checksums.sha256(part.period()
                        + part.bytes()
                        + part.compression()
                        + part.batches().toString()),
                part.bytes(),
                part.rows(),
                part.first(),
                part.last(),
                part.compression());
    }
}
