package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Symbol;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetWriter;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import io.fulmar.store.lake.Scales;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final long START = Instant.parse("2025-03-01T00:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    /** Two markets: a trade every 20 and every 30 seconds, and quotes of the first. */
    @BeforeEach
    void fill() {
        write("BTC/USDT", Kind.Events.TRADES, 20);
        write("BTC/USDT", Kind.Events.QUOTES, 60);
        write("ETH/USDT", Kind.Events.TRADES, 30);
    }

    private void write(String symbol, Kind kind, long seconds) {
        Rows rows = new Rows(kind, 6);
        for (int i = 0; i < 6; i++) {
            long time = START + i * seconds * SECOND;
            if (kind == Kind.Events.TRADES) {
                rows.trade(time, time, 100 + i, 1, 1, i);
            } else {
                rows.quote(time, time + 1, 100, 1, 101 - i / 5 * 2, 1);
            }
        }
        try (DatasetWriter writer =
                Lake.open(folder).write(new Dataset("x", Symbol.parse(symbol), kind), new Scales(2, 2))) {
            writer.append(rows);
            writer.commit();
        }
    }

    private Screen replay(String typed, String... words) {
        Screen screen = new Screen(folder);
        List<CommandEntry> commands = new ArrayList<>();
        commands.add(ReplayCommand.command(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))));
        List<String> all = new ArrayList<>(List.of("data", "replay", "--lake", folder.toString()));
        all.addAll(List.of(words));
        screen.enter(new CommandRegistry(commands), all.toArray(String[]::new));
        return screen;
    }

    @Test
    void replayCountsWhatItTells() {
        Screen screen = replay("", "--bars", "1m", "--json");

        assertThat(screen.out())
                .contains("\"streams\":3,\"events\":18,")
                .contains("\"first\":\"2025-03-01T00:00:00Z\",\"last\":\"2025-03-01T00:05:00.000000001Z\"")
                .contains("\"complete\":true,\"refused\":{\"BOOK_CROSSED\":1}")
                .contains("\"bars\":{\"1m\":5}")
                .contains("{\"venue\":\"x\",\"symbol\":\"ETH/USDT\",\"kind\":\"trades\",\"events\":6,"
                        + "\"first\":\"2025-03-01T00:00:00Z\",\"last\":\"2025-03-01T00:02:30Z\"}");
    }

    @Test
    void sameRowsHaveTheSameHashAtAnySpeed() {
        String hash = hash(replay("", "--symbol", "ETH/USDT"));
        assertThat(hash).isEqualTo(hash(replay("", "--symbol", "ETH/USDT", "--speed", "100000")));
        assertThat(hash).isEqualTo(hash(replay("3\n\n9\n", "--symbol", "ETH/USDT", "--step")));
        assertThat(hash).isNotEqualTo(hash(replay("", "--symbol", "ETH/USDT", "--to", "2025-03-01T00:02:30Z")));
    }

    private static String hash(Screen screen) {
        return screen.out().substring(screen.out().indexOf("hash "));
    }

    @Test
    void stepsShowWhatHappensUntilTheyEnd() {
        Screen screen = replay("\n2\nq\n", "--kinds", "trades", "--step");

        assertThat(screen.out())
                .startsWith(
                        "2025-03-01T00:00:00Z  x BTC/USDT trades  received 1740787200000000000  price 100  quantity 1")
                .contains("\n2025-03-01T00:00:00Z  x ETH/USDT trades")
                .contains("\n2025-03-01T00:00:20Z  x BTC/USDT trades")
                .contains("\n3 events, 2025-03-01T00:00:00Z to 2025-03-01T00:00:20Z\n");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(replay("", "--symbol", "XRP/USDT").err())
                .contains("the lake has nothing of these kinds to replay of XRP/USDT")
                .contains("fulmar data ls --lake");
        assertThat(replay("", "--kinds", "candles-renko-1").err()).contains("replay the trades");
        assertThat(replay("", "--speed", "0").err()).contains("60 a minute a second");
        assertThat(replay("", "--speed", "2", "--step").err()).contains("--step and --speed cannot be given together");
    }
}
