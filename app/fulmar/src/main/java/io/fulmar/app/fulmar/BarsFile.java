package io.fulmar.app.fulmar;

import io.fulmar.domain.Instrument;
import io.fulmar.market.BarFeatures;
import io.fulmar.market.Bars;
import io.fulmar.store.lake.ArrowField;
import io.fulmar.store.lake.ArrowWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bars that candles made, as an Arrow file: what is seen of them, and what was traded. Candles do not tell how many trades there were. */
final class BarsFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final List<ArrowField> FIELDS = Stream.concat(
                    Stream.of("time", "close_time").map(name -> new ArrowField(name, ArrowField.Type.TIMESTAMP)),
                    Stream.of(
                                    "open",
                                    "high",
                                    "low",
                                    "close",
                                    "volume",
                                    "volatility",
                                    "position",
                                    "traded_open",
                                    "traded_high",
                                    "traded_low",
                                    "traded_close")
                            .map(name -> new ArrowField(name, ArrowField.Type.FLOAT64)))
            .toList();

    private BarsFile() {}

    /** The file appears whole or not at all. */
    static void write(Path out, Instrument instrument, Bars bars, Map<String, String> words) throws IOException {
        Path whole = out.toAbsolutePath();
        Path partial = whole.resolveSibling("." + whole.getFileName() + ".partial-"
                + ProcessHandle.current().pid());
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(partial), BUFFER_BYTES)) {
                ArrowWriter writer = new ArrowWriter(file, FIELDS, words);
                for (int bar = 0; bar < bars.size(); bar++) row(writer, instrument, bars, bar);
                writer.finish();
            }
            Files.move(partial, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void row(ArrowWriter writer, Instrument instrument, Bars bars, int bar) throws IOException {
        Bars seen = bars.seen();
        long open = seen.opens()[bar];
        long high = seen.highs()[bar];
        long low = seen.lows()[bar];
        long close = seen.closes()[bar];
        writer.put(0, bars.openTime(bar));
        writer.put(1, bars.closeTime(bar));
        writer.put(2, instrument.price(open));
        writer.put(3, instrument.price(high));
        writer.put(4, instrument.price(low));
        writer.put(5, instrument.price(close));
        writer.put(6, bars.volumes()[bar]);
        writer.put(7, BarFeatures.volatility(open, high, low));
        writer.put(8, BarFeatures.position(high, low, close));
        writer.put(9, instrument.price(bars.opens()[bar]));
        writer.put(10, instrument.price(bars.highs()[bar]));
        writer.put(11, instrument.price(bars.lows()[bar]));
        writer.put(12, instrument.price(bars.closes()[bar]));
        writer.endRow();
    }
}
