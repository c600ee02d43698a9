package io.fulmar.proof.benchmark;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Bars;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes years of the benchmarks' market as CSV: arguments are the file and the number of bars. */
final class SyntheticCsv {
    private static final long SECOND = 1_000_000_000L;

    private SyntheticCsv() {}

    public static void main(String[] arguments) throws IOException {
        SyntheticYears market = SyntheticYears.minutes(SyntheticYears.SEED, Integer.parseInt(arguments[1]));
        Bars bars = market.bars();
        try (PrintWriter csv =
                new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0]), StandardCharsets.UTF_8))) {
            csv.print("time,open,high,low,close,volume\n");
            for (int i = 0; i < bars.size(); i++) {
                csv.print(Instant.ofEpochSecond(bars.openTime(i) / SECOND));
                for (long[] prices : new long[][] {bars.opens(), bars.highs(), bars.lows(), bars.closes()}) {
                    csv.append(',').print(price(market.instrument(), prices[i]));
                }
                csv.append(',').print(bars.volumes()[i]);
                csv.print('\n');
            }
        }
    }

    private static String price(Instrument instrument, long ticks) {
        return instrument.priceOf(ticks).toString();
    }
}
