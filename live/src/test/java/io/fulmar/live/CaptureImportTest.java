package io.fulmar.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Symbol;
import io.fulmar.market.Impossible;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureImportTest {
    private static final long T = CapturedSession.START_MILLIS;
    private static final Symbol PERPETUAL = Symbol.parse("BTC/USDT:USDT");
    private static final Optional<Decimal> TICK = Optional.of(Decimal.parse("0.1"));
    private static final Optional<Decimal> LOT = Optional.of(Decimal.parse("0.0001"));

    @TempDir
    private Path folder;

    private CaptureReport take(String lake, List<String> lines) throws IOException {
        Path file = Files.write(folder.resolve(lake + ".txt"), lines, UTF_8);
        return new CaptureImport(Lake.open(folder.resolve(lake)), "binance", PERPETUAL, TICK, LOT).take(file);
    }

    private List<String> told(String name) {
        Lake lake = Lake.open(folder.resolve(name));
        Told told = new Told();
        List<Dataset> streams =
                lake.catalogue().stream().map(DatasetState::dataset).toList();
        try (Replay replay = Replay.of(streams.stream().map(lake::read).toList())) {
            LakeFeed feed = new LakeFeed(replay);
            while (replay.next()) {
                feed.tell(told);
            }
        }
        return told.lines;
    }

    @Test
    void whatIsPossibleIsRecordedAsItWasSaid() throws IOException {
        CaptureReport report = take(
                "lake",
                List.of(
                        CapturedSession.heard(T, CapturedSession.snapshot(T, 7)),
                        "",
                        CapturedSession.heard(T + 10, CapturedSession.trade(T + 9, 4, "63000.5", "0.25")),
                        CapturedSession.heard(T + 11, CapturedSession.best(T + 10, "63000.1", "63000.2")),
                        CapturedSession.heard(T + 12, CapturedSession.depth(T + 11, 7, 9, "62990.0", "63000.5"))));

        assertThat(report.read()).isEqualTo(4);
        assertThat(report.kept()).isEqualTo(4);
        assertThat(report.rows()).isEqualTo(8);
        assertThat(report.refused()).isEmpty();
        assertThat(report.quarantine()).isEmpty();
        String second = T / 1_000 + ""; // times below are in milliseconds from here, for reading
        assertThat(told("lake").stream()
                        .map(line -> line.replace(second + "0", "t"))
                        .toList())
                .containsExactly(
                        "book 0 t00000000 t00000000 4 0 0 7",
                        "book 0 t00000000 t00000000 0 630000 10000 7",
                        "book 0 t00000000 t00000000 0 629995 20000 7",
                        "book 0 t00000000 t00000000 9 630005 30000 7",
                        "trade 0 t09000000 t10000000 -1 630005 2500 4",
                        "quote 0 t10000000 t11000000 630001 15000 630002 22500",
                        "book 0 t11000000 t12000000 0 629900 5000 9",
                        "book 0 t11000000 t12000000 9 630005 0 9");
    }

    /** A damage, and the reason for which such a line is refused. */
    private record Damage(Impossible reason, String line) {}

    private static Optional<Damage> damaged(SplittableRandom random, String line) {
        if (line.contains("aggTrade")) {
            int price = line.indexOf("\"p\":\"") + 5;
            int quantity = line.indexOf("\"q\":\"") + 5;
            int time = line.indexOf("\"T\":") + 4;
            return Optional.of(
                    switch (random.nextInt(8)) {
                        case 0 ->
                            new Damage(Impossible.UNREADABLE, line.substring(0, random.nextInt(30, line.length())));
                        case 1 -> new Damage(Impossible.PRICE_NOT_POSITIVE, replaced(line, price, "0.0"));
                        case 2 -> new Damage(Impossible.QUANTITY_IMPOSSIBLE, replaced(line, quantity, "0.000"));
                        case 3 -> new Damage(Impossible.BETWEEN_STEPS, replaced(line, price, "63000.05"));
                        case 4 -> new Damage(Impossible.TOO_LARGE, replaced(line, quantity, "999999999999999999"));
                        case 5 -> new Damage(Impossible.TIME_IN_FUTURE, changed(line, time + 1, '8'));
                        case 6 -> new Damage(Impossible.TIME_BACKWARDS, changed(line, time + 1, '6'));
                        default -> new Damage(Impossible.UNREADABLE, changed(line, 1, '8'));
                    });
        }
        if (line.contains("bookTicker")) {
            return Optional.of(
                    random.nextBoolean()
                            ? new Damage(
                                    Impossible.BOOK_CROSSED, replaced(line, line.indexOf("\"b\":\"") + 5, "63999.0"))
                            : new Damage(Impossible.UNREADABLE, line.replaceFirst("\"b\"", "\"B\"")));
        }
        return Optional.empty();
    }

    private static String changed(String line, int at, char by) {
        return line.substring(0, at) + by + line.substring(at + 1);
    }

    private static String replaced(String line, int from, String by) {
        return line.substring(0, from) + by + line.substring(line.indexOf('"', from));
    }

    @Test
    void exactlyTheDamagedLinesLieInTheQuarantineAndTheLakeHoldsTheRest() throws IOException {
        for (int seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> all = new ArrayList<>();
            List<String> rest = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            Map<Impossible, Long> reasons = new EnumMap<>(Impossible.class);
            int trades = 0;
            for (String line : CapturedSession.lines(seed, 200)) {
                trades += line.contains("aggTrade") ? 1 : 0;
                Optional<Damage> damage =
                        trades < 3 || random.nextInt(6) > 0 ? Optional.empty() : damaged(random, line);
                all.add(damage.map(Damage::line).orElse(line));
                if (damage.isEmpty()) {
                    rest.add(line);
                    continue;
                }
                Impossible reason = damage.get().reason;
                reasons.merge(reason, 1L, Long::sum);
                expected.add(all.size() + "\t" + reason + "\t" + all.getLast().length() + "\t" + all.getLast());
            }
            CaptureReport report = take("damaged" + seed, all);
            CaptureReport whole = take("rest" + seed, rest);

            assertThat(report.refused()).as("seed " + seed).isEqualTo(reasons);
            assertThat(quarantined(report)).as("seed " + seed).isEqualTo(expected);
            assertThat(told("damaged" + seed)).as("seed " + seed).isEqualTo(told("rest" + seed));
            assertThat(report.gaps()).isEqualTo(whole.gaps());
            assertThat(whole.refused()).isEmpty();
            assertThat(whole.withoutBook()).isZero();
        }
    }

    /** Without the words that say what is wrong. */
    private static List<String> quarantined(CaptureReport report) throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(report.quarantine().orElseThrow(), UTF_8)) {
            String[] cells = line.split("\t", 5);
            assertThat(cells[2]).isNotBlank();
            found.add(cells[0] + "\t" + cells[1] + "\t" + cells[3] + "\t" + cells[4]);
        }
        return found;
    }

    @Test
    void theSameCaptureTwiceChangesNothingAndOneCutOffGoesOn() throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            List<String> lines = new ArrayList<>(CapturedSession.lines(seed, 300));
            lines.remove(120);
            take("once" + seed, lines);
            List<String> once = told("once" + seed);
            CaptureReport again = take("once" + seed, lines);
            assertThat(again.rows()).isEqualTo(once.size()).isEqualTo(again.knownRows());
            assertThat(told("once" + seed)).isEqualTo(once);

            take("parts" + seed, lines.subList(0, 50 * seed));
            take("parts" + seed, lines);
            assertThat(told("parts" + seed)).as("seed " + seed).isEqualTo(once);
        }
    }

    @Test
    void missingTradesBetweenTwoCapturesAreAGap() throws IOException {
        take("lake", List.of(CapturedSession.heard(T, CapturedSession.trade(T, 4, "63000.5", "0.25"))));
        CaptureReport next = take(
                "lake", List.of(CapturedSession.heard(T + 900, CapturedSession.trade(T + 900, 6, "63000.5", "0.25"))));
        CaptureReport last = take(
                "lake", List.of(CapturedSession.heard(T + 990, CapturedSession.trade(T + 990, 7, "63000.5", "0.25"))));
        assertThat(next.gaps()).isEqualTo(1);
        assertThat(last.gaps()).isZero();
        assertThat(told("lake").stream().filter(line -> line.startsWith("book")))
                .hasSize(1);
    }

    @Test
    void stepsAreAsFineAsWhatIsWrittenWhereNobodySaysThem() throws IOException {
        Path file = Files.write(folder.resolve("capture.txt"), CapturedSession.lines(3, 100), UTF_8);
        Lake lake = Lake.open(folder.resolve("lake"));
        CaptureReport report =
                new CaptureImport(lake, "binance", PERPETUAL, Optional.empty(), Optional.empty()).take(file);
        assertThat(report.kept()).isEqualTo(100);
        assertThat(lake.catalogue()).allMatch(each -> each.scales().price() == 1);
    }
}
