package io.fulmar.proof.benchmark;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Compression;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Recording;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Imports, corrects and records minutes until it is killed ({@code work DIR SEED}), telling after each act how many rows are durable; or
 * looks whether all that is there is what it must be ({@code check DIR LEAST}).
 */
final class LakeWriter {
    private static final Kind MINUTES = new Kind.Candles(Timeframe.MINUTE);
    private static final Dataset DATASET = new Dataset("venue", Symbol.parse("BTC/USDT:USDT"), MINUTES);
    private static final Scales SCALES = new Scales(2, 3);
    private static final long MINUTE = Timeframe.MINUTE.nanos();

    /** 2023-06-01 UTC. */
    private static final long START = 1_685_577_600_000_000_000L;

    private static final int ROWS_MAX = 1_500_000;

    private LakeWriter() {}

    public static void main(String[] words) {
        Lake lake = Lake.open(Path.of(words[1]));
        switch (words[0]) {
            case "work" -> work(lake, new SplittableRandom(Long.parseLong(words[2])));
            case "check" -> System.out.println(checked(lake, Long.parseLong(words[2])));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static void work(Lake lake, SplittableRandom random) {
        long rows = 0;
        while (rows < ROWS_MAX) {
            rows = switch (random.nextInt(4)) {
                case 0 -> imported(lake, random.nextInt(100, 40_000));
                case 1 -> imported(lake, random.nextInt(1, 2_000));
                case 2 -> corrected(lake, random);
                default -> recorded(lake, random.nextInt(50, 3_000));
            };
            System.out.println(rows);
        }
    }

    private static Rows bars(long first, int count) {
        Rows rows = new Rows(MINUTES, count);
        for (int i = 0; i < count; i++) {
            long cents = 100_000 + (first + i) * 7919 % 50_000;
            rows.candle(
                    START + (first + i) * MINUTE,
                    cents / 100.0,
                    (cents + 250) / 100.0,
                    (cents - 250) / 100.0,
                    (cents + 99) / 100.0,
                    cents / 7.0,
                    cents * 3.5);
            rows.told(cents % 1000, 0);
        }
        return rows;
    }

    private static long rows(DatasetWriter writer) {
        return writer.last().isPresent() ? (writer.last().getAsLong() - START) / MINUTE + 1 : 0;
    }

    private static long imported(Lake lake, int count) {
        Compression compression = count % 3 == 0 ? Compression.ZSTD : Compression.NONE;
        try (DatasetWriter writer = lake.write(DATASET, SCALES, compression)) {
            writer.append(bars(rows(writer), count));
            writer.commit();
            return rows(writer);
        }
    }

    private static long corrected(Lake lake, SplittableRandom random) {
        try (DatasetWriter writer = lake.write(DATASET, SCALES)) {
            long rows = rows(writer);
            if (rows > 0) {
                writer.correct(bars(random.nextLong(rows), 1));
                writer.commit();
            }
            return rows;
        }
    }

    private static long recorded(Lake lake, int count) {
        try (Recording recording = lake.record(DATASET, SCALES)) {
            long rows = recording.last().isPresent() ? (recording.last().getAsLong() - START) / MINUTE + 1 : 0;
            for (int i = 0; i < count; i += 50) {
                recording.append(bars(rows, 50));
                recording.flush();
                rows += 50;
                if (i % 500 == 0) {
                    recording.force();
                    System.out.println(rows);
                }
            }
            recording.force();
            return rows;
        }
    }

    private static String checked(Lake lake, long least) {
        long rows = 0;
        if (lake.state(DATASET).isPresent()) {
            try (DatasetReader reader = lake.read(DATASET)) {
                reader.verify();
                Rows some = new Rows(MINUTES);
                while (reader.next(some)) {
                    equal(some, bars(rows, some.size()));
                    rows += some.size();
                }
            }
            long known = lake.state(DATASET).orElseThrow().rows();
            require(known == rows, "the catalogue says " + known + " rows, there are " + rows);
        }
        require(rows >= least, rows + " rows, promised were " + least);
        return rows + " rows";
    }

    private static void equal(Rows some, Rows expected) {
        for (int i = 0; i < some.size(); i++) {
            boolean same =
                    some.times()[i] == expected.times()[i] && some.wholes("trades")[i] == expected.wholes("trades")[i];
            for (String column : new String[] {"open", "high", "low", "close", "volume", "quote_volume"}) {
                same &= some.numbers(column)[i] == expected.numbers(column)[i];
            }
            require(same, "the row of " + some.times()[i] + " is not what was written");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
