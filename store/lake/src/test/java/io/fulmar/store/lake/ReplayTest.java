package io.fulmar.store.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Scales SCALES = new Scales(2, 3);
    private static final long START = Minutes.time("2025-03-01T00:00:00Z");

    @TempDir
    Path temporary;

    /** What a replay must give: a line a row, with when it is heard. */
    private record Told(long heard, int stream, String line) {}

    /** Collects everything and sorts it, keeping the order of equals: the slow twin. */
    private static List<Told> slowly(Lake lake, List<Dataset> streams) {
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            try (DatasetReader reader = lake.read(streams.get(i))) {
                Rows rows = new Rows(reader.dataset().kind());
                long latest = Long.MIN_VALUE;
                while (reader.next(rows)) {
                    List<String> lines = Minutes.lines(rows);
                    for (int row = 0; row < rows.size(); row++) {
                        latest = Math.max(latest, heard(rows, row));
                        all.add(new Told(latest, i, lines.get(row)));
                    }
                }
            }
        }
        all.sort(Comparator.comparingLong(Told::heard)); // stable: by stream, then as the rows lie
        return all;
    }

    private static long heard(Rows rows, int row) {
        return switch (rows.kind()) {
            case Kind.Candles candles -> rows.times()[row] + candles.timeframe().nanos();
            case Kind.NamedBars _ -> throw new IllegalArgumentException();
            case Kind.Events events ->
                switch (events) {
                    case TRADES, QUOTES, BOOKS -> {
                        long received = rows.wholes("received")[row];
                        yield received > 0 ? received : rows.times()[row];
                    }
                    case FUNDING, MARK -> rows.times()[row];
                };
        };
    }

    private static List<Told> replayed(Lake lake, List<Dataset> streams) {
        List<Told> all = new ArrayList<>();
        try (Replay replay = Replay.of(streams.stream().map(lake::read).toList())) {
            while (replay.next()) {
                Rows one = new Rows(replay.rows().kind(), 1);
                one.append(replay.rows(), replay.row(), 1);
                all.add(new Told(
                        replay.heard(), replay.stream(), Minutes.lines(one).getFirst()));
            }
            assertThat(replay.next()).isFalse();
        }
        return all;
    }

    @Test
    void orderIsThatOfCollectingEverythingAndSortingIt() {
        for (int seed = 1; seed <= 15; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lake lake = Lake.open(temporary.resolve("lake" + seed));
            List<Dataset> streams = new ArrayList<>();
            int count = random.nextInt(1, 12);
            for (int i = 0; i < count; i++) {
                streams.add(write(lake, i, random));
            }
            assertThat(replayed(lake, streams)).as("seed " + seed).isEqualTo(slowly(lake, streams));
        }
    }

    /** A few rows, or none, or more than a piece; at few different moments, or far apart; kinds by turns. */
    private static Dataset write(Lake lake, int number, SplittableRandom random) {
        List<Kind> kinds = List.of(
                Kind.Events.TRADES,
                Kind.Events.QUOTES,
                Kind.Events.BOOKS,
                Kind.Events.FUNDING,
                Kind.Events.MARK,
                new Kind.Candles(Timeframe.MINUTE));
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        Dataset dataset = new Dataset("x", Symbol.parse("A" + number + "/USDT"), kind);
        int size = List.of(0, 1, 3, 40, 700, 1_500).get(random.nextInt(6));
        long step = List.of(1L, 2L, 1_000L, 60_000_000_000L, 5_000_000_000_000L).get(random.nextInt(5));
        Rows rows = new Rows(kind, Math.max(1, size));
        long time = START;
        for (int i = 0; i < size; i++) {
            long on = step * random.nextInt(0, 3);
            time += kind.unique() ? Math.max(1, on) : on;
            row(rows, time, random);
        }
        try (DatasetWriter writer = lake.write(dataset, SCALES)) {
            writer.append(rows);
            writer.commit();
        }
        return dataset;
    }

    private static void row(Rows rows, long time, SplittableRandom random) {
        long received = random.nextInt(4) == 0 ? 0 : time + random.nextInt(0, 5);
        double price = random.nextInt(1, 1_000) / 100.0;
        switch (rows.kind()) {
            case Kind.Candles _ -> rows.candle(time, price, price, price, price, 1, Double.NaN);
            case Kind.NamedBars _ -> throw new IllegalArgumentException();
            case Kind.Events events -> {
                switch (events) {
                    case TRADES -> rows.trade(time, received, price, 1, 1, rows.size());
                    case QUOTES -> rows.quote(time, received, price, 1, price + 1, 2);
                    case BOOKS -> rows.book(time, received, 0, price, 1, rows.size());
                    case FUNDING -> rows.funding(time, 0.0001, price);
                    case MARK -> rows.mark(time, price, Double.NaN);
                }
            }
        }
    }

    @Test
    void headsTooFarApartForOneNumberComeInOrder() {
        for (int seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int streams = random.nextInt(1, 70);
            long[][] heads = new long[streams][];
            for (int i = 0; i < streams; i++) {
                int bits = random.nextInt(1, 64);
                heads[i] = random.longs(random.nextInt(0, 12))
                        .map(any -> any >> (64 - bits))
                        .sorted()
                        .toArray();
            }
            assertThat(merged(heads)).as("seed " + seed).isEqualTo(sorted(heads));
        }
    }

    private static List<String> merged(long[][] heads) {
        List<String> order = new ArrayList<>();
        MergeOrder merge = new MergeOrder(heads.length);
        int[] at = new int[heads.length];
        for (int i = 0; i < heads.length; i++) {
            if (heads[i].length > 0) {
                merge.first(i, heads[i][0]);
            }
        }
        int stream = merge.begin();
        while (stream != MergeOrder.NONE) {
            order.add(heads[stream][at[stream]++] + " of " + stream);
            stream = at[stream] < heads[stream].length
                    ? merge.next(stream, heads[stream][at[stream]])
                    : merge.end(stream);
        }
        return order;
    }

    private static List<String> sorted(long[][] heads) {
        record Head(long head, int stream) {}
        List<Head> all = new ArrayList<>();
        for (int i = 0; i < heads.length; i++) {
            for (long head : heads[i]) {
                all.add(new Head(head, i));
            }
        }
        all.sort(Comparator.comparingLong(Head::head));
        return all.stream().map(each -> each.head + " of " + each.stream).toList();
    }

    @Test
    void replayOfNothingIsOverAtOnce() {
        try (Replay replay = Replay.of(List.of())) {
            assertThat(replay.next()).isFalse();
        }
    }

    @Test
    void barsThatCloseByNoClockAreRefused() {
        Lake lake = Lake.open(temporary.resolve("named"));
        Dataset bricks = new Dataset("x", Symbol.parse("A/USDT"), new Kind.NamedBars("renko-0.5%"));
        try (DatasetWriter writer = lake.write(bricks, SCALES)) {
            writer.commit();
        }
        try (DatasetReader reader = lake.read(bricks)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Replay.of(List.of(reader)))
                    .withMessageContaining("replay the trades");
        }
    }
}
