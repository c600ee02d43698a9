package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captured messages into a lake, as it is typed. */
class DataCaptureTest {
    @TempDir
    private Path folder;

    private Playground ground = new Playground(Path.of("unset"));

    @BeforeEach
    void makeGround() {
        ground = new Playground(folder);
    }

    private static String trade(int id, String price) {
        return ("1740873000005000000 {'e':'aggTrade','E':1740873000002,'s':'BTCUSDT','a':%d,'p':'%s','q':'0.25',"
                        + "'f':1,'l':2,'T':1740873000000,'m':true}\n")
                .formatted(id, price)
                .replace('\'', '"');
    }

    private ExitCode take(Path file, String symbol, String... more) {
        String[] words = new String[more.length + 10];
        String[] first = {
            "data", "import", file.toString(), "--lake", folder.resolve("lake").toString(), "--venue", "binance"
        };
        System.arraycopy(first, 0, words, 0, first.length);
        words[7] = "--symbol";
        words[8] = symbol;
        words[9] = "--json";
        System.arraycopy(more, 0, words, 10, more.length);
        return ground.enter(words);
    }

    @Test
    void refusedMessagesLieInTheQuarantineAndTheOthersInTheLake() throws IOException {
        Path file = ground.file(
                "capture.txt",
                trade(1, "63000.5") + trade(2, "0.0") + trade(2, "63000.6") + "{'e'\n" + trade(3, "63000.7"));
        assertThat(take(file, "BTC/USDT:USDT", "--format", "binance-lines", "--tick", "0.1"))
                .as(ground.stderr())
                .isEqualTo(ExitCode.DATA);
        assertThat(ground.value("read")).isEqualTo("5");
        assertThat(ground.value("kept")).isEqualTo("3");
        assertThat(ground.value("added")).isEqualTo("3");
        assertThat(ground.value("gaps")).isEqualTo("0");
        assertThat(ground.stdout()).contains("\"refused\":{\"UNREADABLE\":1,\"PRICE_NOT_POSITIVE\":1}");
        assertThat(ground.stderr())
                .contains("2 of 5 messages were refused; the first: PRICE_NOT_POSITIVE, its price is not more than 0")
                .contains("capture.txt:2")
                .contains("quarantine");
        Path refused = Path.of(ground.value("quarantine"));
        assertThat(refused).startsWith(folder.resolve("lake/quarantine"));
        assertThat(Files.readAllLines(refused).getFirst() + "\n").endsWith("\t" + trade(2, "0.0"));

        assertThat(ground.enter("data", "stat", "--lake", folder.resolve("lake").toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(ground.value("rows")).isEqualTo("3");
    }

    @Test
    void aWholeCaptureEndsWellAndTwiceChangesNothing() {
        Path file = ground.file("capture.txt", trade(1, "63000.5") + trade(2, "63000.6"));
        assertThat(take(file, "BTC/USDT:USDT", "--format", "binance-lines"))
                .as(ground.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(ground.value("quarantine")).isEqualTo("null");
        assertThat(take(file, "BTC/USDT:USDT", "--format", "binance-lines")).isEqualTo(ExitCode.DONE);
        assertThat(ground.value("added")).isEqualTo("0");
        assertThat(ground.value("unchanged")).isEqualTo("2");
    }

    @Test
    void whatCannotBeDoneIsToldWithAWayOut() {
        Path file = ground.file("capture.txt", trade(1, "63000.5"));
        assertThat(take(file, "ETH/USDT", "--format", "binance-lines")).isEqualTo(ExitCode.DATA);
        assertThat(ground.stderr()).contains("no message is of ETH/USDT").contains("the first is of BTCUSDT");
        assertThat(take(file, "BTC/USDT", "--format", "okx-lines")).isEqualTo(ExitCode.USAGE);
        assertThat(ground.stderr()).contains("binance-lines");
        assertThat(take(file, "BTC/USDT", "--format", "binance-lines", "--timeframe", "1m"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(ground.stderr()).contains("--timeframe says nothing about binance-lines");
        assertThat(take(folder.resolve("none.txt"), "BTC/USDT", "--format", "binance-lines"))
                .isEqualTo(ExitCode.DATA);
        assertThat(ground.stderr()).contains("none.txt");
    }
}
