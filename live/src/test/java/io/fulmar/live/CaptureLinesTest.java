package io.fulmar.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.market.Impossible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureLinesTest {
    @TempDir
    private Path folder;

    /** Hands out a few bytes at a time. */
    private static InputStream slow(byte[] bytes, SplittableRandom random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, random.nextInt(1, 40_000)));
            }
        };
    }

    @Test
    void linesAreWhatStandsBetweenEndsOfLines() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                expected.add("x".repeat(random.nextInt(5) == 0 ? random.nextInt(100_000) : random.nextInt(100)));
            }
            expected.add("last");
            byte[] bytes = String.join("\n", expected).getBytes(UTF_8);
            CaptureLines lines = new CaptureLines(slow(bytes, random));
            List<String> found = new ArrayList<>();
            while (lines.next()) {
                found.add(new String(lines.bytes(), lines.from(), lines.to() - lines.from(), UTF_8));
                assertThat(lines.number()).isEqualTo(found.size());
            }
            assertThat(found).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void aLineTooLongIsCutAndTheNextOneRead() throws IOException {
        String text = "a\n" + "b".repeat(CaptureLines.LINE_MAX + 70_000) + "\nc\n";
        CaptureLines lines = new CaptureLines(new ByteArrayInputStream(text.getBytes(UTF_8)));
        assertThat(lines.next()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.isCut()).isTrue();
        assertThat(lines.to() - lines.from()).isEqualTo(CaptureLines.LINE_MAX);
        assertThat(lines.next()).isTrue();
        assertThat(lines.isCut()).isFalse();
        assertThat(lines.number()).isEqualTo(3);
        assertThat(lines.bytes()[lines.from()]).isEqualTo((byte) 'c');
        assertThat(lines.next()).isFalse();
    }

    @Test
    void quarantineHoldsNoMoreThanItMay() throws IOException {
        Path file = folder.resolve("deep/refused.tsv");
        byte[] raw = {1, '\n', -1};
        try (Quarantine quarantine = new Quarantine(file, 50)) {
            assertThat(quarantine.file()).isEmpty();
            for (int i = 1; i <= 5; i++) {
                quarantine.keep(i, Impossible.UNREADABLE, "why", raw, 0, raw.length);
            }
            assertThat(quarantine.kept()).isEqualTo(2);
            assertThat(quarantine.dropped()).isEqualTo(3);
        }
        byte[] one = "1\tUNREADABLE\twhy\t3\t".getBytes(UTF_8);
        assertThat(Files.readAllBytes(file))
                .hasSize(2 * (one.length + raw.length + 1))
                .startsWith(one);
        try (Quarantine again = new Quarantine(file, 50)) {
            assertThat(again.file()).isEmpty();
        }
        assertThat(file).doesNotExist();
    }
}
