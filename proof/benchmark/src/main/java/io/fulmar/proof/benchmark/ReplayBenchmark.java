package io.fulmar.proof.benchmark;

import io.fulmar.domain.Symbol;
import io.fulmar.live.FeedHash;
import io.fulmar.live.LakeFeed;
import io.fulmar.live.MarketHub;
import io.fulmar.market.BarKind;
import io.fulmar.market.Flow;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Replay;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Trades of 25 markets and quotes of the same, merged as they were heard. In turns, each one's best: a plain loop that hashes the rows as
 * they lie in memory, without any order; the merge alone; the merge telling the same hash; and all of it through the hub, with its sieve,
 * books and bars of a minute.
 */
final class ReplayBenchmark {
    private static final int MARKETS = 25;
    private static final int TURNS = 7;
    private static final Scales SCALES = new Scales(2, 3);
    private static final List<Kind.Events> KINDS = List.of(Kind.Events.TRADES, Kind.Events.QUOTES);

    /** What is measured; returns a number that depends on every row. */
    private interface Way {
        long run();
    }

    private final Lake lake;
    private final List<Dataset> streams = new ArrayList<>();
    private final List<Rows> memory = new ArrayList<>();
    private long bars;

    private ReplayBenchmark(Lake lake, int rows) {
        this.lake = lake;
        for (int i = 0; i < MARKETS; i++) {
            for (Kind.Events kind : KINDS) {
                Dataset dataset = new Dataset("made-up", Symbol.parse("A" + i + "/USDT"), kind);
                Rows all = made(kind, rows, streams.size());
                try (DatasetWriter writer = lake.write(dataset, SCALES)) {
                    writer.append(all);
                    writer.commit();
                }
                streams.add(dataset);
                memory.add(all);
            }
        }
    }

    /** About four events a second and stream, on a clock of milliseconds, so that many are heard at once. */
    private static Rows made(Kind.Events kind, int count, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rows rows = new Rows(kind, count);
        long time = 1_740_787_200_000_000_000L;
        long price = 5_000_000;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(500) * 1_000_000L;
            price += random.nextInt(-3, 4);
            double lots = random.nextInt(1, 5_000) / 1e3;
            if (kind == Kind.Events.TRADES) {
                rows.trade(time, time + 2_000_000, price / 100.0, lots, random.nextBoolean() ? 1 : -1, i);
            } else {
                rows.quote(time, time + 2_000_000, price / 100.0, lots, (price + 1) / 100.0, lots);
            }
        }
        return rows;
    }

    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[1]);
        ReplayBenchmark benchmark = new ReplayBenchmark(Lake.open(Path.of(arguments[0])), rows);
        long events = (long) rows * MARKETS * KINDS.size();
        System.out.println(Machine.text());
        System.out.printf(
                Locale.ROOT,
                "%,d events in %d streams; thread CPU time, best of %d by turns%n",
                events,
                benchmark.streams.size(),
                TURNS);
        benchmark.compare(events);
    }

    private void compare(long events) {
        String[] names = {"plain loop over the rows in memory", "merged", "merged and hashed", "through the hub"};
        Way[] ways = {this::plain, this::merged, this::told, this::hub};
        double[] best = new double[ways.length];
        long[] results = new long[ways.length];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < ways.length; i++) {
                long begun = Effort.nanos();
                results[i] = ways[i].run();
                double seconds = (Effort.nanos() - begun) / 1e9;
                best[i] = turn == 0 ? seconds : Math.min(best[i], seconds);
            }
        }
        for (int i = 0; i < ways.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %7.1f M events/s  %3.0f %% of the plain loop  %016x%n",
                    names[i],
                    events / best[i] / 1e6,
                    100 * best[0] / best[i],
                    results[i]);
        }
        System.out.printf(Locale.ROOT, "%,d bars made in the last one%n", bars);
        if (results[2] != results[3]) {
            throw new IllegalStateException("the hub told something else than was replayed");
        }
    }

    private long plain() {
        FeedHash hash = new FeedHash();
        for (int stream = 0; stream < memory.size(); stream++) {
            Rows rows = memory.get(stream);
            if (rows.kind() == Kind.Events.TRADES) {
                trades(stream / 2, rows, hash);
            } else {
                quotes(stream / 2, rows, hash);
            }
        }
        return hash.hash();
    }

    private static void trades(int market, Rows rows, FeedHash hash) {
        for (int i = 0; i < rows.size(); i++) {
            long ticks = (long) Math.rint(rows.numbers(2)[i] * 100);
            long lots = (long) Math.rint(rows.numbers(3)[i] * 1_000);
            int side = (int) rows.wholes(4)[i];
            hash.trade(market, rows.times()[i], rows.wholes(1)[i], side, ticks, lots, rows.wholes(5)[i]);
        }
    }

    private static void quotes(int market, Rows rows, FeedHash hash) {
        for (int i = 0; i < rows.size(); i++) {
            long bid = (long) Math.rint(rows.numbers(2)[i] * 100);
            long bidLots = (long) Math.rint(rows.numbers(3)[i] * 1_000);
            long ask = (long) Math.rint(rows.numbers(4)[i] * 100);
            long askLots = (long) Math.rint(rows.numbers(5)[i] * 1_000);
            hash.quote(market, rows.times()[i], rows.wholes(1)[i], bid, bidLots, ask, askLots);
        }
    }

    private Replay replay() {
        List<DatasetReader> readers = streams.stream().map(lake::read).toList();
        return Replay.of(readers);
    }

    private long merged() {
        long sum = 0;
        try (Replay replay = replay()) {
            while (replay.next()) {
                sum = 31 * sum + replay.heard() + replay.stream();
            }
        }
        return sum;
    }

    private long told() {
        FeedHash hash = new FeedHash();
        try (Replay replay = replay()) {
            LakeFeed feed = new LakeFeed(replay);
            while (replay.next()) {
                feed.tell(hash);
            }
        }
        return hash.hash();
    }

    private long hub() {
        FeedHash hash = new FeedHash();
        bars = 0;
        try (Replay replay = replay()) {
            LakeFeed feed = new LakeFeed(replay);
            List<Flow.Depth> depths = Collections.nCopies(MARKETS, Flow.Depth.QUOTES);
            MarketHub hub = new MarketHub(
                    feed.markets(), depths, List.of(BarKind.parse("1m")), hash, (market, kind, made, bar) -> bars++);
            while (replay.next()) {
                feed.tell(hub);
            }
        }
        return hash.hash();
    }
}
