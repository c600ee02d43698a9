package io.fulmar.store.lake;

import com.github.luben.zstd.Zstd;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.BufferUnderflowException;

/** Buffers of compressed batches: each begins with its length when it is unpacked, or -1 when it never was packed. */
final class Codecs {
    private static final int LENGTH = Long.BYTES;
    private static final long UNPACKED_MAX = 1L << 30;

    private Codecs() {}

    static MemorySegment unpacked(MemorySegment packed, int codec, SegmentAllocator into) {
        if (codec == ArrowMetadata.NOT_COMPRESSED || packed.byteSize() == 0) {
            return packed;
        }
        long length = packed.get(Ipc.LONG, 0);
        MemorySegment bytes = packed.asSlice(LENGTH);
        if (length == -1) {
            return bytes;
        }
        if (length < 0 || length > UNPACKED_MAX) {
            throw new IllegalArgumentException("a buffer of " + length + " bytes");
        }
        MemorySegment out = into.allocate(Math.max(1, length), Long.BYTES).asSlice(0, length);
        switch (codec) {
            case ArrowMetadata.CODEC_ZSTD -> zstd(bytes, out);
            case ArrowMetadata.CODEC_LZ4_FRAME -> lz4(bytes, out);
            default -> throw new IllegalArgumentException("compression number " + codec);
        }
        return out;
    }

    private static void zstd(MemorySegment in, MemorySegment out) {
        long count = Zstd.decompressDirectByteBuffer(
                out.asByteBuffer(), 0, (int) out.byteSize(), in.asByteBuffer(), 0, Math.toIntExact(in.byteSize()));
        if (Zstd.isError(count) || count != out.byteSize()) {
            throw new IllegalArgumentException("a ZSTD buffer that cannot be unpacked");
        }
    }

    /** On the heap first: such files are read once, when they are imported. */
    private static void lz4(MemorySegment in, MemorySegment out) {
        try {
            byte[] bytes = Lz4.unpacked(in.asByteBuffer(), (int) out.byteSize());
            MemorySegment.copy(bytes, 0, out, ValueLayout.JAVA_BYTE, 0, bytes.length);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("an LZ4 frame that is cut off", e);
        }
    }
}
