package io.fulmar.store.lake;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** CRC-32C of batches: every body of ours stands under its own. */
final class Checksums {
    static final String WORD = "fulmar.crc32c";

    private Checksums() {}

    static int of(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    static int of(MemorySegment file, Ipc.Batch batch) {
        return of(file.asSlice(batch.body(), batch.bodyLength()).asByteBuffer());
    }

    static String text(int sum) {
        return HexFormat.of().toHexDigits(sum);
    }

    /** Of words that stand for something, so that they can be compared in its place. */
    static String sha256(String words) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the batch is what its writer wrote; files of others carry no sums. */
    static boolean holds(MemorySegment file, Ipc.Batch batch) {
        String expected = batch.words().get(WORD);
        return expected == null || expected.equals(text(of(file, batch)));
    }
}
