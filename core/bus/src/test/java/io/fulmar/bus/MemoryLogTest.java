package io.fulmar.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.bus.BusException.Fault;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MemoryLogTest {
    @Test
    void recordsComeBackInOrderFromAnySequence() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var log = claimed(new MemoryLog());
            var twin = new ArrayList<byte[]>();
            for (int i = 0; i < 2_000; i++) {
                byte[] bytes = new byte[random.nextInt(random.nextInt(50) == 0 ? 40_000 : 200)];
                random.nextBytes(bytes);
                twin.add(bytes);
                int offset = Math.min(3, bytes.length);
                assertThat(log.append(1, bytes, offset, bytes.length - offset)).isEqualTo(i + 1L);
            }
            assertThat(log.last()).isEqualTo(2_000);
            assertThat(log.committed()).isEqualTo(2_000);
            for (long from : new long[] {1, 2, 1 + random.nextInt(2_000), 2_000, 2_001}) {
                var read = read(log, from);
                assertThat(read).as("seed %d from %d", seed, from).hasSize((int) (2_001 - from));
                for (int i = 0; i < read.size(); i++) {
                    byte[] whole = twin.get((int) from - 1 + i);
                    assertThat(read.get(i)).isEqualTo(tail(whole));
                }
            }
        }
    }

    @Test
    void readerStopsWhenItHasEnough() {
        var log = claimed(new MemoryLog());
        for (int i = 0; i < 10; i++) {
            log.append(1, new byte[] {(byte) i}, 0, 1);
        }
        var seen = new ArrayList<Long>();
        log.read(4, (sequence, bytes, offset, length) -> {
            seen.add(sequence);
            return sequence < 6;
        });
        assertThat(seen).containsExactly(4L, 5L, 6L);
    }

    @Test
    void readerDoesNotSeeWhatItAppends() {
        var log = claimed(new MemoryLog());
        log.append(1, new byte[1], 0, 1);
        var seen = new ArrayList<Long>();
        log.read(1, (sequence, bytes, offset, length) -> {
            seen.add(sequence);
            log.append(1, new byte[9_000], 0, 9_000);
            return true;
        });
        assertThat(seen).containsExactly(1L);
        assertThat(log.last()).isEqualTo(2);
    }

    @Test
    void recordsAreLittleEndianToTheirReader() {
        var log = claimed(new MemoryLog());
        log.append(1, new byte[] {1, 0, 0, 0}, 0, 4);
        log.read(1, (sequence, bytes, offset, length) -> {
            assertThat(bytes.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            assertThat(bytes.getInt(offset)).isEqualTo(1);
            return true;
        });
    }

    @Test
    void fullLogRefusesAndKeepsWhatItHas() {
        var log = claimed(new MemoryLog(100));
        log.append(1, new byte[44], 0, 44);
        log.append(1, new byte[48], 0, 48);
        assertFault(() -> log.append(1, new byte[1], 0, 1), Fault.FULL);
        assertThat(log.last()).isEqualTo(2);
        assertThat(read(log, 1)).hasSize(2);
    }

    @Test
    void lowerEpochIsRefusedAfterAHigherOneClaims() {
        var log = claimed(new MemoryLog());
        log.append(1, new byte[1], 0, 1);
        log.claim(5);
        assertFault(() -> log.append(1, new byte[1], 0, 1), Fault.FENCED);
        assertFault(() -> log.claim(4), Fault.FENCED);
        assertFault(() -> log.claim(5), Fault.FENCED);
        assertThat(log.append(5, new byte[1], 0, 1)).isEqualTo(2);
    }

    @Test
    void nobodyAppendsToALogUnclaimed() {
        assertFault(() -> new MemoryLog().append(1, new byte[1], 0, 1), Fault.FENCED);
        assertFault(() -> new MemoryLog().claim(0), Fault.FENCED);
    }

    @Test
    void firstSequenceIsOne() {
        assertThat(new MemoryLog().last()).isZero();
        assertThatThrownBy(() -> read(new MemoryLog(), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(read(new MemoryLog(), 1)).isEmpty();
    }

    private static void assertFault(Runnable action, Fault fault) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static MemoryLog claimed(MemoryLog log) {
        log.claim(1);
        return log;
    }

    private static byte[] tail(byte[] whole) {
        int offset = Math.min(3, whole.length);
        return java.util.Arrays.copyOfRange(whole, offset, whole.length);
    }

    private static List<byte[]> read(MemoryLog log, long from) {
        var records = new ArrayList<byte[]>();
        log.read(from, (sequence, bytes, offset, length) -> {
            byte[] copy = new byte[length];
            bytes.get(offset, copy);
            records.add(copy);
            return true;
        });
        return records;
    }
}
