package io.fulmar.store.lake;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Minutes whose values follow from their time, and what a lake holds of them. */
final class Minutes {
    static final Kind MINUTES = new Kind.Candles(Timeframe.MINUTE);
    static final Dataset BTC = new Dataset("binance", Symbol.parse("BTC/USDT:USDT"), MINUTES);
    static final Scales SCALES = new Scales(2, 3);
    static final long MINUTE = 60_000_000_000L;

    private Minutes() {}

    static long time(String text) {
        return Instant.parse(text).getEpochSecond() * 1_000_000_000L;
    }

    /** Bars whose values follow from their time. */
    static Rows bars(long from, int count) {
        Rows rows = new Rows(MINUTES, Math.max(1, count));
        for (int i = 0; i < count; i++) {
            bar(rows, from + i * MINUTE, 0);
        }
        return rows;
    }

    static void bar(Rows rows, long time, int shift) {
        long base = 100_000 + Math.floorMod(time / MINUTE * 7919, 50_000L) + shift;
        rows.candle(
                time,
                base / 100.0,
                (base + 250) / 100.0,
                (base - 250) / 100.0,
                (base + 99) / 100.0,
                base / 7.0,
                base % 5 == 0 ? Double.NaN : base * 3.5);
        rows.told(base % 3 == 0 ? Rows.UNKNOWN : base % 1000, (int) (base % 2));
    }

    static List<String> lines(Rows rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < rows.columns(); column++) {
                if (rows.numbers(column).length > 0) {
                    line.append(rows.numbers(column)[i]).append(' ');
                } else {
                    line.append(rows.wholes(column)[i]).append(' ');
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A number a row, different where rows are. */
    static long[] digests(Lake lake) {
        try (DatasetReader reader = lake.read(BTC)) {
            long[] all = {};
            Rows rows = new Rows(MINUTES);
            while (reader.next(rows)) {
                int at = all.length;
                all = Arrays.copyOf(all, at + rows.size());
                System.arraycopy(digests(rows), 0, all, at, rows.size());
            }
            return all;
        }
    }

    static long[] digests(Rows rows) {
        long[] digests = new long[rows.size()];
        for (int column = 0; column < rows.columns(); column++) {
            boolean number = rows.numbers(column).length > 0;
            for (int i = 0; i < digests.length; i++) {
                long value = number ? Double.doubleToLongBits(rows.numbers(column)[i]) : rows.wholes(column)[i];
                digests[i] = (digests[i] ^ value) * 0x9E3779B97F4A7C15L;
                digests[i] ^= digests[i] >>> 29;
            }
        }
        return digests;
    }

    static List<String> lines(DatasetReader reader) {
        List<String> lines = new ArrayList<>();
        Rows rows = new Rows(reader.dataset().kind());
        while (reader.next(rows)) {
            lines.addAll(lines(rows));
        }
        return lines;
    }

    static List<String> read(Lake lake, Dataset dataset) {
        try (DatasetReader reader = lake.read(dataset)) {
            return lines(reader);
        }
    }

    static void add(Lake lake, Rows rows, Compression compression) {
        try (DatasetWriter writer = lake.write(BTC, SCALES, compression)) {
            writer.append(rows);
            writer.commit();
        }
    }
}
