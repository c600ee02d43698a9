package io.fulmar.store.lake;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A batch as it lies in a file, not packed, so that it can be copied without a look at its values.
 *
 * @param file where it lies
 * @param body its values
 * @param batch where each column stands in them
 */
record LyingBatch(Path file, MemorySegment body, Ipc.Batch batch) {
    /** An {@link IndexOutOfBoundsException} where what marks nulls is not in the body. */
    static LyingBatch of(Path file, MemorySegment body, Ipc.Batch batch) {
        for (int i = 0; i < batch.buffers().length; i += 4) {
            Objects.checkFromIndexSize(batch.buffers()[i], batch.buffers()[i + 1], body.byteSize());
        }
        return new LyingBatch(file, body, batch);
    }

    long rows() {
        return batch.rows();
    }

    /** Offset within the body and length of each buffer. */
    long[] buffers() {
        return batch.buffers();
    }

    /** How many values of a column are null. */
    long nulls(int column) {
        long at = batch.buffers()[4 * column];
        long bytes = batch.buffers()[4 * column + 1];
        long valid = 0;
        for (long i = at; i < at + bytes; i++) {
            valid += Integer.bitCount(body.get(ValueLayout.JAVA_BYTE, i) & 0xff);
        }
        return bytes == 0 ? 0 : batch.rows() - valid;
    }

    /** The checksum, once it was held against the one that the file tells. */
    int sum() {
        int sum = Checksums.of(body.asByteBuffer());
        String told = batch.words().get(Checksums.WORD);
        if (told != null && !told.equals(Checksums.text(sum))) {
            throw LakeException.damaged(file, "the checksum of a batch does not hold");
        }
        return sum;
    }
}
