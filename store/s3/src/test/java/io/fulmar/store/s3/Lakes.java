package io.fulmar.store.s3;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Small lakes for tests. */
final class Lakes {
    static final Dataset BTC =
            new Dataset("binance", Symbol.parse("BTC/USDT:USDT"), new Kind.Candles(Timeframe.parse("1h")));
    static final Dataset ETH =
            new Dataset("binance", Symbol.parse("ETH/USDT"), new Kind.Candles(Timeframe.parse("1h")));
    private static final long HOUR = 3_600_000_000_000L;

    private Lakes() {}

    /** Adds so many hours of a random walk from that day on; another seed gives other rows. */
    static void fill(Lake lake, Dataset dataset, String from, int hours, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (DatasetWriter writer = lake.write(dataset, new Scales(2, 3))) {
            Rows rows = new Rows(dataset.kind());
            long time = nanos(from);
            long price = 100_000;
            for (int i = 0; i < hours; i++, time += HOUR) {
                price += random.nextInt(-50, 51);
                double value = price / 100.0;
                rows.candle(time, value, value, value, value, random.nextInt(1, 1000), Double.NaN);
            }
            writer.append(rows);
            writer.commit();
        }
    }

    static long nanos(String day) {
        return Instant.parse(day + "T00:00:00Z").getEpochSecond() * 1_000_000_000L;
    }

    /** Changes one hour that is there. */
    static void correct(Lake lake, Dataset dataset, String day, double price) {
        try (DatasetWriter writer = lake.write(dataset, new Scales(2, 3))) {
            Rows rows = new Rows(dataset.kind(), 1);
            rows.candle(nanos(day), price, price, price, price, 1, Double.NaN);
            writer.correct(rows);
            writer.commit();
        }
    }

    /** All times and closes, which say whether two datasets hold the same. */
    static String content(Lake lake, Dataset dataset) {
        StringBuilder all = new StringBuilder();
        try (DatasetReader reader = lake.read(dataset)) {
            reader.verify();
            Rows rows = new Rows(dataset.kind());
            while (reader.next(rows)) {
                all.append(Arrays.toString(Arrays.copyOf(rows.times(), rows.size())))
                        .append(Arrays.toString(Arrays.copyOf(rows.numbers("close"), rows.size())))
                        .append(Arrays.toString(Arrays.copyOf(rows.numbers("volume"), rows.size())));
            }
        }
        return all.toString();
    }
}
