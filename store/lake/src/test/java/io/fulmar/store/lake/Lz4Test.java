package io.fulmar.store.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.junit.jupiter.api.Test;

class Lz4Test {
    private static byte[] some(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(200_000)];
        int letters = random.nextInt(1, 256);
        for (int i = 0; i < bytes.length; i++) {
            boolean again = i > 100 && random.nextInt(10) < 7;
            bytes[i] = again ? bytes[i - 1 - random.nextInt(100)] : (byte) random.nextInt(letters);
        }
        return bytes;
    }

    private static byte[] packed(byte[] bytes, boolean sums) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LZ4FrameOutputStream.FLG.Bits[] bits = sums
                ? new LZ4FrameOutputStream.FLG.Bits[] {
                    LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE,
                    LZ4FrameOutputStream.FLG.Bits.BLOCK_CHECKSUM,
                    LZ4FrameOutputStream.FLG.Bits.CONTENT_CHECKSUM
                }
                : new LZ4FrameOutputStream.FLG.Bits[] {LZ4FrameOutputStream.FLG.Bits.BLOCK_INDEPENDENCE};
        try (LZ4FrameOutputStream lz4 = new LZ4FrameOutputStream(
                out,
                LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB,
                -1L,
                LZ4Factory.safeInstance().fastCompressor(),
                XXHashFactory.safeInstance().hash32(),
                bits)) {
            lz4.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void whatAnotherProgramPackedComesOutAsItWas() throws IOException {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = some(random);
            byte[] packed = packed(bytes, i % 2 == 0);
            assertThat(Lz4.unpacked(ByteBuffer.wrap(packed), bytes.length))
                    .as("number %d", i)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void damageIsNoticedOrGivesOtherBytesAndNothingElse() throws IOException {
        SplittableRandom random = new SplittableRandom(43);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = some(random);
            byte[] packed = packed(bytes, false);
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            ByteBuffer cut = ByteBuffer.wrap(packed, 0, i % 3 == 0 ? random.nextInt(packed.length) : packed.length);
            try {
                assertThat(Lz4.unpacked(cut, bytes.length)).hasSize(bytes.length);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
                assertThat(e.getStackTrace()).isNotEmpty();
            }
        }
    }
}
