package io.fulmar.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.market.BarKind;
import io.fulmar.market.Flow;
import io.fulmar.market.Impossible;
import io.fulmar.market.MadeBars;
import io.fulmar.market.MarketListener;
import io.fulmar.store.lake.Scales;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinanceCaptureTest {
    private static final long T = CapturedSession.START_MILLIS;
    private static final Symbol PERPETUAL = Symbol.parse("BTC/USDT:USDT");

    @TempDir
    private Path folder;

    private final Told told = new Told();

    private CaptureReport take(MarketListener listener, String... lines) throws IOException {
        Instrument instrument =
                Instrument.of(1, "binance", PERPETUAL, Decimal.parse("0.1"), Decimal.parse("0.001"), Decimal.ONE);
        byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
        try (Quarantine quarantine = new Quarantine(folder.resolve("refused.tsv"), 10_000)) {
            CaptureLines of = new CaptureLines(new ByteArrayInputStream(bytes));
            return new BinanceCapture(of, instrument, GuardedFeed.Before.NOTHING, listener, quarantine).take();
        }
    }

    private List<String> kinds() {
        return told.lines.stream()
                .map(line -> line.split(" ")[0] + (line.startsWith("book") ? line.split(" ")[4] : ""))
                .toList();
    }

    @Test
    void timesMayBeTheMessagesOwnAndEnvelopesAreOpened() throws IOException {
        String trade = CapturedSession.trade(T, 4, "63000.5", "0.25");
        CaptureReport report = take(
                told,
                trade,
                "{\"stream\":\"btcusdt@aggTrade\",\"data\":" + CapturedSession.trade(T + 8, 5, "63000.5", "0.25")
                        + "}\r",
                (T + 20) * 1_000_000 + "\t" + CapturedSession.trade(T + 15, 6, "63000.5", "0.25"));
        assertThat(report.kept()).isEqualTo(3);
        assertThat(told.lines.stream().map(line -> line.split(" ")[3]).toList())
                .containsExactly((T + 2) + "000000", (T + 10) + "000000", (T + 20) + "000000");
    }

    @Test
    void otherSymbolsAreCountedAndOtherMessagesKept() throws IOException {
        CaptureReport report = take(
                told,
                CapturedSession.trade(T, 4, "63000.5", "0.25").replace("BTCUSDT", "ETHUSDT"),
                "{\"result\":null,\"id\":1}",
                "{\"u\":400900217,\"s\":\"BTCUSDT\",\"b\":\"25.3\",\"B\":\"31.2\",\"a\":\"25.4\",\"A\":\"40.6\"}");
        assertThat(report.others()).isEqualTo(1);
        assertThat(report.firstOther()).contains("ETHUSDT");
        assertThat(report.refused()).isEqualTo(Map.of(Impossible.UNREADABLE, 2L));
        List<String> kept = Files.readAllLines(report.quarantine().orElseThrow());
        assertThat(kept.getFirst())
                .isEqualTo(
                        "2\tUNREADABLE\tit is no aggTrade, bookTicker, depthUpdate or snapshot of a book; others are not read\t22\t"
                                + "{\"result\":null,\"id\":1}");
        assertThat(kept.getLast()).contains("it says no time");
    }

    @Test
    void missingChangeOfTheBookIsAGapUntilASnapshot() throws IOException {
        CaptureReport report = take(
                told,
                CapturedSession.heard(T, CapturedSession.snapshot(T, 7)),
                CapturedSession.heard(T + 12, CapturedSession.depth(T + 11, 9, 12, "62990.0", "63000.5")),
                CapturedSession.heard(T + 13, CapturedSession.depth(T + 12, 12, 15, "62990.0", "63000.5")),
                CapturedSession.heard(T + 20, CapturedSession.snapshot(T + 11, 12)),
                CapturedSession.heard(T + 23, CapturedSession.depth(T + 22, 15, 19, "62990.0", "63000.5")));
        assertThat(report.gaps()).isEqualTo(1);
        assertThat(kinds())
                .containsExactly(
                        "book4", "book0", "book0", "book9", "book13", "book4", "book0", "book0", "book9", "book0",
                        "book9", "book0", "book9");
        assertThat(report.withoutBook()).as("what the snapshot held").isEqualTo(1);
        assertThat(report.kept()).as("the change that waited too").isEqualTo(4);
    }

    @Test
    void snapshotOfSpotSaysNoTimeAndComesLate() throws IOException {
        String snapshot = "{\"lastUpdateId\":9,\"bids\":[[\"63000.0\",\"1\"]],\"asks\":[[\"63000.5\",\"3\"]]}";
        CaptureReport report = take(
                told,
                spot(T, 5, 8),
                spot(T + 100, 9, 11),
                spot(T + 200, 12, 14),
                CapturedSession.heard(T + 290, snapshot),
                spot(T + 280, 15, 15),
                spot(T + 400, 15, 15));
        assertThat(report.refused()).isEmpty();
        assertThat(report.gaps()).isZero();
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.withoutBook()).isEqualTo(1);
        assertThat(kinds()).containsExactly("book4", "book0", "book9", "book8", "book8", "book8");
    }

    private static String spot(long millis, long first, long last) {
        return CapturedSession.heard(
                Math.max(millis + 5, millis == T + 280 ? T + 295 : 0),
                "{\"e\":\"depthUpdate\",\"E\":%d,\"s\":\"BTCUSDT\",\"U\":%d,\"u\":%d,\"b\":[[\"62990.0\",\"0.5\"]],\"a\":[]}"
                        .formatted(millis, first, last));
    }

    @Test
    void oneDamagedTimeCostsOneMessage() throws IOException {
        String year = "{\"e\":\"depthUpdate\",\"E\":1840873000000,\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"b\":[],\"a\":[]}";
        CaptureReport report = take(
                told,
                CapturedSession.trade(T, 4, "63000.5", "0.25"),
                year,
                CapturedSession.trade(T + 10, 5, "63000.5", "0.25"),
                CapturedSession.trade(T + 86_400_000, 6, "63000.5", "0.25"));
        assertThat(report.refused()).isEqualTo(Map.of(Impossible.UNREADABLE, 1L));
        assertThat(report.kept())
                .as("a day of silence may be: two times say so")
                .isEqualTo(3);
        assertThat(report.gaps()).as("the silence").isEqualTo(1);
    }

    @Test
    void missingTradesMakeTheHubsBarsIncomplete() throws IOException {
        List<Integer> flags = new ArrayList<>();
        MarketHub hub = new MarketHub(
                List.of(new Market("binance", PERPETUAL, new Scales(1, 3))),
                List.of(Flow.Depth.TRADES),
                List.of(BarKind.parse("1m")),
                told,
                (market, kind, made, bar) -> flags.add((int) made.flags()[bar]));
        take(
                hub,
                CapturedSession.trade(T, 4, "63000.5", "0.25"),
                CapturedSession.trade(T + 10, 6, "63000.5", "0.25"),
                CapturedSession.trade(T + 25_000, 7, "63000.5", "0.25"),
                CapturedSession.trade(T + 50_000, 8, "63000.5", "0.25"),
                CapturedSession.trade(T + 70_000, 9, "63000.5", "0.25"));
        hub.clock((T + 120_000) * 1_000_000);
        assertThat(flags).containsExactly(MadeBars.GAP, 0);
        assertThat(hub.refused()).isEmpty();
    }

    @Test
    void missingTradesLeaveTheBookKnown() throws IOException {
        MarketHub hub = new MarketHub(
                List.of(new Market("binance", PERPETUAL, new Scales(1, 3))),
                List.of(Flow.Depth.BOOK),
                List.of(),
                told,
                (market, kind, made, bar) -> {});
        take(
                hub,
                CapturedSession.heard(T, CapturedSession.snapshot(T, 7)),
                CapturedSession.heard(T + 5, CapturedSession.trade(T + 4, 4, "63000.5", "0.25")),
                CapturedSession.heard(T + 9, CapturedSession.trade(T + 8, 6, "63000.5", "0.25")));
        assertThat(kinds().subList(5, 12))
                .containsExactly("book13", "trade", "book4", "book0", "book0", "book1", "book8");
        assertThat(hub.watch(0).dark()).isFalse();
        assertThat(hub.watch(0).book().bidLots(629_995)).isEqualTo(2_000);
    }

    /** Beside the repository, or further up; not everybody has it. */
    private static Optional<Path> fixtures() {
        Path root = Path.of(System.getProperty("fulmar.root", ".."))
                .toAbsolutePath()
                .normalize();
        return Stream.<Path>iterate(root, Objects::nonNull, Path::getParent)
                .map(at -> at.resolve("shared/fixtures/venues/binance-usdm"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @Test
    void recordedChangesOfABookFollowASnapshot() throws IOException {
        Optional<Path> fixtures = fixtures();
        assumeTrue(fixtures.isPresent(), "no ../shared/fixtures beside the repository: recorded messages skipped");
        String text = Files.readString(fixtures.get().resolve("recorded/ws_depth_continuity.json"));
        List<String> lines = new ArrayList<>();
        lines.add("{\"lastUpdateId\":11270657233937,\"E\":1786541222900,\"T\":1786541222900,\"bids\":[],\"asks\":[]}");
        for (int at = text.indexOf("{\n   \"e\""); at >= 0; at = text.indexOf("{\n   \"e\"", at + 1)) {
            lines.add(text.substring(at, text.indexOf('}', at) + 1).replaceAll("\\s+", ""));
        }
        CaptureReport report = take(told, lines.toArray(String[]::new));
        assertThat(report.kept()).isEqualTo(lines.size()).isGreaterThanOrEqualTo(3);
        assertThat(report.gaps()).isZero();
        assertThat(told.lines).hasSize(1 + 8);
    }
}
