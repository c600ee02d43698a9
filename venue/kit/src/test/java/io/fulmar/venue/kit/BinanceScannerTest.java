package io.fulmar.venue.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulmar.venue.kit.Message.Exactly;
import io.fulmar.venue.kit.Message.Level;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceScannerTest {
    private static final int SEEDS = 1_500;
    private static final int DAMAGES = 60;

    private final BinanceScanner scanner = new BinanceScanner();

    private Message scan(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Message.scanned(scanner, bytes, 0, bytes.length);
    }

    private static Message oracle(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return JacksonDecoder.decode(bytes, 0, bytes.length);
    }

    @Test
    void aTradeIsReadToTheLastDigit() {
        String text =
                "{\"e\":\"aggTrade\",\"E\":1700000000123,\"s\":\"BTCUSDT\",\"a\":5933014,\"p\":\"0.00100\",\"q\":\"100\","
                        + "\"f\":100,\"l\":105,\"T\":1700000000120,\"m\":true,\"nq\":\"90\",\"st\":1}";
        Message expected = new Message.Trade(
                "BTCUSDT",
                1700000000123L,
                1700000000120L,
                5933014,
                100,
                105,
                new Exactly(100, 5),
                new Exactly(100, 0),
                false);

        assertThat(scan(text)).isEqualTo(expected);
        assertThat(oracle(text)).isEqualTo(expected);
        assertThat(scanner.isSymbol("BTCUSDT".getBytes(UTF_8))).isTrue();
    }

    @Test
    void bestPricesOfSpotSayNeitherWhatTheyAreNorWhen() {
        assertThat(
                        scan(
                                "{\"u\":400900217,\"s\":\"BNBUSDT\",\"b\":\"25.35\",\"B\":\"31.2\",\"a\":\"25.36\",\"A\":\"40.6\"}"))
                .isEqualTo(new Message.Best(
                        "BNBUSDT",
                        -1,
                        -1,
                        400900217,
                        new Exactly(2535, 2),
                        new Exactly(312, 1),
                        new Exactly(2536, 2),
                        new Exactly(406, 1)));
    }

    @Test
    void levelsOfABookAreReadInOrder() {
        assertThat(scan(" {\"e\" : \"depthUpdate\", \"E\":1,\"T\":2,\"s\":\"1000XUSDT\",\"U\":157,\"u\":160,\"pu\":149,"
                        + "\"b\":[ [\"0.0024\",\"10\"] , [\"0.0023\",\"0.000\"] ],\"a\":[]} "))
                .isEqualTo(new Message.Depth(
                        "1000XUSDT",
                        1,
                        2,
                        157,
                        160,
                        149,
                        List.of(
                                new Level(new Exactly(24, 4), new Exactly(10, 0)),
                                new Level(new Exactly(23, 4), new Exactly(0, 3))),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{\"e\":\"aggTrade\"                     | MALFORMED",
                "{\"e\":\"aggTrade\"}}                   | MALFORMED",
                "{\"e\":\"aggTrade\",}                   | MALFORMED",
                "{\"\\\":1}                              | MALFORMED",
                "{\"E\":01}                              | MALFORMED",
                "{\"E\":tru}                             | MALFORMED",
                "[1]                                     | MALFORMED",
                "{\"e\":\"aggTrade\",\"e\":\"aggTrade\"} | DUPLICATE_FIELD",
                "{\"xx\":1,\"xx\":2}                     | DUPLICATE_FIELD",
                "{\"xx\":{\"y\":1,\"y\":2}}              | DUPLICATE_FIELD",
                "{\"xx\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]} | TOO_LARGE",
                "{\"e\":\"kline\",\"E\":5}               | UNKNOWN_EVENT",
                "{}                                      | UNKNOWN_EVENT",
                "{\"e\":\"aggTrade\",\"E\":5}            | FIELD_MISSING",
                "{\"e\":\"aggTrade\",\"s\":7}            | FIELD_MISTYPED"
            })
    void whatIsNotBelievedSaysWhy(String text, Flaw flaw) {
        assertThat(scan(text)).isEqualTo(new Message.Refused(flaw.name()));
        assertThat(oracle(text)).isInstanceOf(Message.Refused.class);
    }

    @Test
    void nothingBehindTheMessageIsRead() {
        byte[] bytes = "{\"e\":\"aggTrade\",\"E\":5}\"}".getBytes(UTF_8);
        for (int to = 0; to <= bytes.length; to++) {
            byte[] cut = Arrays.copyOf(bytes, to);
            assertThat(scanner.read(bytes, 0, to)).isEqualTo(BinanceScanner.Event.NONE);
            Flaw flaw = scanner.flaw();
            assertThat(scanner.read(cut, 0, to)).isEqualTo(BinanceScanner.Event.NONE);
            assertThat(scanner.flaw()).as("%d bytes", to).isEqualTo(flaw);
        }
    }

    /** Beside the repository, or further up; not everybody has it. */
    private static Optional<Path> fixtures() {
        Path root = Path.of(System.getProperty("fulmar.root", "../.."))
                .toAbsolutePath()
                .normalize();
        return Stream.<Path>iterate(root, Objects::nonNull, Path::getParent)
                .map(at -> at.resolve("shared/fixtures/venues/binance-usdm"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @Test
    void recordedMessagesAreReadAsTheOracleReadsThem() throws IOException {
        Optional<Path> folder = fixtures();
        assumeTrue(folder.isPresent(), "no ../shared/fixtures beside the repository: recorded messages skipped");
        int read = 0;
        for (String message : recorded(folder.get())) {
            Message expected = oracle(message);
            if (expected instanceof Message.Refused) {
                assertThat(scan(message)).as(message).isInstanceOf(Message.Refused.class);
            } else {
                assertThat(scan(message)).as(message).isEqualTo(expected);
                read++;
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(7);
    }

    private static List<String> recorded(Path folder) throws IOException {
        List<String> messages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("ws-market"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                messages.add(Files.readString(file));
            }
        }
        String depth = Files.readString(folder.resolve("recorded/ws_depth_continuity.json"));
        for (int at = depth.indexOf("{\n   \"e\""); at >= 0; at = depth.indexOf("{\n   \"e\"", at + 1)) {
            messages.add(depth.substring(at, depth.indexOf('}', at) + 1));
        }
        return messages;
    }

    @Test
    void whatTheOracleRefusesIsRefusedAndWhatIsReadIsEqual() {
        long believed = 0;
        long oracleAlone = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            byte[] whole = Messages.any(random).getBytes(UTF_8);
            assertThat(Message.scanned(scanner, whole, 0, whole.length))
                    .as("seed %d: %s", seed, new String(whole, UTF_8))
                    .isNotInstanceOf(Message.Refused.class)
                    .isEqualTo(JacksonDecoder.decode(whole, 0, whole.length));
            for (int damage = 0; damage < DAMAGES; damage++) {
                byte[] bytes = Messages.damaged(random, whole);
                int from = random.nextInt(3);
                byte[] padded = new byte[from + bytes.length + (random.nextBoolean() ? random.nextInt(3) : 64)];
                Arrays.fill(padded, (byte) '"');
                System.arraycopy(bytes, 0, padded, from, bytes.length);
                Message scanned = Message.scanned(scanner, padded, from, from + bytes.length);
                Message expected = JacksonDecoder.decode(bytes, 0, bytes.length);
                if (scanned instanceof Message.Refused) {
                    oracleAlone += expected instanceof Message.Refused ? 0 : 1;
                } else {
                    believed++;
                    assertThat(scanned)
                            .as("seed %d, damage %d: %s", seed, damage, new String(bytes, UTF_8))
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(believed).as("damages that change values or nothing").isGreaterThan(SEEDS * DAMAGES / 10);
        assertThat(oracleAlone).as("stricter than the oracle, seldom").isLessThan(believed / 100);
    }

    @Test
    void messagesCostNoMemory() {
        var random = new SplittableRandom(1);
        byte[][] messages = new byte[256][];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = Messages.any(random).getBytes(UTF_8);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = readAll(messages, 100);
        long before = threads.getCurrentThreadAllocatedBytes();
        sum += readAll(messages, 100);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isEqualTo(2 * 100 * 256);
        assertThat(allocated).as("bytes for 25,600 messages").isLessThan(4_096);
    }

    private long readAll(byte[][] messages, int rounds) {
        long believed = 0;
        for (int round = 0; round < rounds; round++) {
            for (byte[] message : messages) {
                believed += scanner.read(message, 0, message.length) == BinanceScanner.Event.NONE ? 0 : 1;
            }
        }
        return believed;
    }
}
