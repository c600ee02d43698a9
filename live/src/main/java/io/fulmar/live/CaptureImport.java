package io.fulmar.live;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Scales;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Brings a capture of one market's messages into a lake: what is possible is recorded as trades, quotes and changes of the book, what is not
 * lies in a quarantine file of the lake. The same capture twice changes nothing, so that one that was cut off is simply started again.
 */
public final class CaptureImport {
    /** Below the lake's folder. */
    public static final String QUARANTINE = "quarantine";

    private static final Recorder.Bounds BOUNDS = new Recorder.Bounds(3_600_000, 100_000);

    private final Lake lake;
    private final String venue;
    private final Symbol symbol;
    private final Optional<Decimal> tick;
    private final Optional<Decimal> lot;

    /** Without a tick or lot they are the finest decimals in the capture, 8 at most. */
    public CaptureImport(Lake lake, String venue, Symbol symbol, Optional<Decimal> tick, Optional<Decimal> lot) {
        this.lake = lake;
        this.venue = venue;
        this.symbol = symbol;
        this.tick = tick;
        this.lot = lot;
    }

    /**
     * {@link IOException} where the file cannot be read or the quarantine not written; {@link IllegalArgumentException} where venue and
     * steps cannot be.
     */
    public CaptureReport take(Path file) throws IOException {
        CaptureSurvey survey = CaptureSurvey.of(file, symbol);
        Instrument instrument =
                Instrument.of(1, venue, symbol, tick.orElse(survey.tick()), lot.orElse(survey.lot()), Decimal.ONE);
        Market market = new Market(venue, symbol, Scales.of(instrument.tick(), instrument.lot()));
        var before =
                new GuardedFeed.Before(until(Kind.Events.TRADES), until(Kind.Events.QUOTES), until(Kind.Events.BOOKS));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                Quarantine quarantine = new Quarantine(quarantined(file, survey), Quarantine.BYTES_USUAL);
                Recorder recorder = new Recorder(lake, List.of(market), BOUNDS, () -> 0)) {
            return new BinanceCapture(new CaptureLines(in), instrument, before, recorder, quarantine).take();
        }
    }

    private RecordedUntil until(Kind kind) {
        return RecordedUntil.of(lake, new Dataset(venue, symbol, kind));
    }

    /** A file a capture, by its name and content, so that captures of one name do not take each other's place. */
    private Path quarantined(Path file, CaptureSurvey survey) {
        String name = URLEncoder.encode(venue + "-" + symbol, StandardCharsets.UTF_8);
        String of = String.valueOf(file.getFileName());
        return lake.folder()
                .resolve(QUARANTINE)
                .resolve(name + "-" + of + "-" + Long.toHexString(survey.checksum()) + ".tsv");
    }
}
