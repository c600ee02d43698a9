package io.fulmar.store.lake;

import static io.fulmar.store.lake.Minutes.BTC;
import static io.fulmar.store.lake.Minutes.MINUTE;
import static io.fulmar.store.lake.Minutes.MINUTES;
import static io.fulmar.store.lake.Minutes.SCALES;
import static io.fulmar.store.lake.Minutes.bars;
import static io.fulmar.store.lake.Minutes.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A Java machine of its own that imports, corrects and records, and tells after each act which row is durable. */
final class OtherWriter {
    static final long START = time("2023-06-01T00:00:00Z");
    private static final int ROWS_MAX = 500_000;
    private static final int SPARE_BYTES = 2 << 20;

    private OtherWriter() {}

    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[1]);
        switch (words[0]) {
            case "work" -> work(Lake.open(folder), Long.parseLong(words[2]));
            case "fill" -> fill(folder);
            case "hold" -> hold(Lake.open(folder));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** Until somebody says a word. */
    private static void hold(Lake lake) throws IOException {
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            System.out.println(writer.dataset());
            expect(System.in.read() >= 0, "nobody said a word");
        }
    }

    private static void work(Lake lake, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long rows = 0;
        while (rows < ROWS_MAX) {
            rows = switch (random.nextInt(4)) {
                case 0 -> imported(lake, random.nextInt(100, 20_000));
                case 1 -> imported(lake, random.nextInt(1, 3_000));
                case 2 -> corrected(lake, random);
                default -> recorded(lake, random.nextInt(50, 2_000));
            };
        }
    }

    private static long imported(Lake lake, int count) {
        try (DatasetWriter writer = lake.write(BTC, SCALES, count % 3 == 0 ? Compression.ZSTD : Compression.NONE)) {
            long next = writer.last().isPresent() ? writer.last().getAsLong() + MINUTE : START;
            writer.append(bars(next, count));
            writer.commit();
            return told(writer.last().orElseThrow());
        }
    }

    /** With the same values: the files are new, the rows are not. */
    private static long corrected(Lake lake, SplittableRandom random) {
        try (DatasetWriter writer = lake.write(BTC, SCALES)) {
            if (writer.last().isEmpty()) {
                return 0;
            }
            long rows = (writer.last().getAsLong() - START) / MINUTE + 1;
            Rows some = new Rows(MINUTES, 1);
            Minutes.bar(some, START + random.nextLong(rows) * MINUTE, 0);
            writer.correct(some);
            writer.commit();
            return rows;
        }
    }

    private static long recorded(Lake lake, int count) {
        try (Recording recording = lake.record(BTC, SCALES)) {
            long next = recording.last().isPresent() ? recording.last().getAsLong() + MINUTE : START;
            for (int i = 0; i < count; i += 50) {
                recording.append(bars(next + i * MINUTE, 50));
                recording.flush();
                if (i % 500 == 0) {
                    recording.force();
                    told(recording.last().orElseThrow());
                }
            }
            return (recording.last().orElseThrow() - START) / MINUTE + 1;
        }
    }

    private static long told(long last) {
        long rows = (last - START) / MINUTE + 1;
        System.out.println(rows);
        return rows;
    }

    /** Imports until the disk is full, then makes room and goes on. */
    private static void fill(Path folder) throws IOException {
        Path spare = Files.write(folder.resolve("spare"), new byte[SPARE_BYTES]);
        Lake lake = Lake.open(folder.resolve("lake"));
        long promised = 0;
        LakeException.Fault fault = LakeException.Fault.DATASET_MISSING;
        try {
            while (promised < ROWS_MAX) {
                promised = imported(lake, 4_000);
            }
        } catch (LakeException e) {
            fault = e.fault();
        }
        expect(fault == LakeException.Fault.DISK, "the fault is " + fault);
        expect(promised > 0, "nothing was imported");
        expect(whole(lake) == promised, "rows after the disk was full: " + whole(lake) + " of " + promised);
        Files.delete(spare);
        long after = imported(lake, 500);
        expect(after == promised + 500 && whole(lake) == after, "rows after there was room again: " + whole(lake));
        System.out.println("went on");
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** How many rows there are, each of which is what it must be. */
    static long whole(Lake lake) {
        if (lake.state(BTC).isEmpty()) {
            return 0;
        }
        try (DatasetReader reader = lake.read(BTC)) {
            reader.verify();
            long at = 0;
            Rows rows = new Rows(MINUTES);
            while (reader.next(rows)) {
                long[] expected = Minutes.digests(bars(START + at * MINUTE, rows.size()));
                expect(java.util.Arrays.equals(Minutes.digests(rows), expected), "rows after " + at + " differ");
                at += rows.size();
            }
            return at;
        }
    }

    /** Starts {@code words}; {@code before} are put before the command. */
    static Process start(List<String> before, String... words) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherWriter.class.getName()));
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
