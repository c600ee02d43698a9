package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Timeframe;
import io.fulmar.store.lake.ArrowReader;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.DatasetState;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
    private static final int BARS = 2 * 288;

    @TempDir
    private Path folder;

    private Playground playground;

    @BeforeEach
    void begin() {
        playground = new Playground(folder);
    }

    private Lake synth(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("data", "synth", "--lake"));
        words.add(folder.resolve(name).toString());
        words.addAll(List.of("--symbols", "2", "--days", "2", "--timeframe", "5m", "--seed", "3", "--json"));
        words.addAll(List.of(more));
        assertThat(playground.enter(words.toArray(String[]::new))).isEqualTo(ExitCode.DONE);
        return Lake.open(folder.resolve(name));
    }

    private static Rows read(Lake lake, Kind kind) {
        Dataset dataset = lake.catalogue().stream()
                .map(DatasetState::dataset)
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        try (DatasetReader reader = lake.read(dataset)) {
            Rows rows = new Rows(kind);
            assertThat(reader.next(rows)).isTrue();
            return rows;
        }
    }

    @Test
    void candlesAreTheFoldOfTheTradesAndThoseOfALakeWithoutTrades() throws IOException {
        Lake lake = synth("ticks", "--trades-per-second", "0.1");
        Kind kind = new Kind.Candles(Timeframe.parse("5m"));
        Rows candles = read(lake, kind);
        Rows alone = read(synth("candles"), kind);
        Path out = folder.resolve("bars.feather");
        assertThat(playground.enter(
                        "data",
                        "bars",
                        "--lake",
                        lake.folder().toString(),
                        "--symbol",
                        "SYN001/USDT",
                        "--from",
                        "ticks",
                        "--kind",
                        "5m",
                        "--out",
                        out.toString()))
                .isEqualTo(ExitCode.DONE);

        try (ArrowReader made = ArrowReader.open(out)) {
            assertThat(made.rows()).isEqualTo(BARS);
            assertThat(candles.size()).isEqualTo(BARS);
            for (int i = 0; i < BARS; i++) {
                assertThat(candles.times()[i]).isEqualTo(alone.times()[i]).isEqualTo(made.longAt(0, i));
                for (int column = 1; column <= 5; column++) {
                    assertThat(candles.numbers(column)[i])
                            .isEqualTo(alone.numbers(column)[i])
                            .isEqualTo(made.doubleAt(column + 1, i));
                }
                assertThat(candles.wholes("trades")[i]).isEqualTo(made.longAt(8, i));
                assertThat(candles.wholes("flags")[i]).isZero();
            }
        }
    }

    @Test
    void quotesStandWhereTheTradesHappen() {
        Lake lake = synth("ticks", "--trades-per-second", "0.1");
        Rows trades = read(lake, Kind.Events.TRADES);
        Rows quotes = read(lake, Kind.Events.QUOTES);
        for (int i = 0; i < quotes.size(); i++) {
            assertThat(quotes.numbers("bid")[i]).isLessThan(quotes.numbers("ask")[i]);
            assertThat(quotes.times()[i]).isLessThan(quotes.wholes("received")[i]);
        }
        int quote = 0;
        for (int i = 1; trades.times()[i] <= quotes.times()[quotes.size() - 1]; i++) {
            while (quote + 1 < quotes.size() && quotes.times()[quote + 1] < trades.times()[i]) quote++;
            String side = trades.wholes("side")[i] > 0 ? "ask" : "bid";
            assertThat(quotes.numbers(side)[quote]).as("trade %d", i).isEqualTo(trades.numbers("price")[i]);
            assertThat(quotes.numbers(side + "_quantity")[quote]).isGreaterThanOrEqualTo(trades.numbers("quantity")[i]);
        }
    }

    @Test
    void theSameSeedMakesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        String[] all = {"--kinds", "trades,quotes,books,candles,funding", "--trades-per-second", "0.05", "--threads"};
        Lake one = synth("one", Stream.concat(Stream.of(all), Stream.of("1")).toArray(String[]::new));
        Lake two = synth("two", Stream.concat(Stream.of(all), Stream.of("2")).toArray(String[]::new));
        assertThat(playground.number("rows")).isEqualTo(2 * BARS);
        assertThat(playground.number("funding")).isEqualTo(12);
        assertThat(one.catalogue()).hasSize(10).isEqualTo(two.catalogue());
        try (Stream<Path> files = Files.walk(one.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(two.folder().resolve(one.folder().relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void whatCannotBeMadeIsRefusedWithTheReason() {
        String lake = folder.resolve("none").toString();
        assertThat(playground.enter("data", "synth", "--lake", lake, "--kinds", "candles", "--trades-per-second", "2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(playground.stderr()).contains("--kinds candles,trades,quotes");
        assertThat(playground.enter("data", "synth", "--lake", lake, "--kinds", "ticks"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(playground.enter("data", "synth", "--lake", lake, "--timeframe", "1d", "--trades-per-second", "10"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(playground.stderr()).contains("choose another --timeframe");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
