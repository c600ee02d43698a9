package io.fulmar.venue.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a message leaves the order that it was thought to keep, byte by byte and field by field, reading goes on as if none had been. */
class BinanceOrderTest {
    private static final int[] ROOM_BEHIND = {0, 1, 7, 8, 15, 16, 23, 64};
    private static final Pattern FIELD = Pattern.compile("\"\\w+\":(?:\\[.*?\\]\\]|[^,}]+)");

    private static final List<String> WHOLES = List.of(
            "0",
            "00",
            "01",
            "-1",
            "-0",
            "1.0",
            "1e3",
            "1E3",
            "1.",
            "+1",
            "\"1\"",
            "",
            "0x1",
            "1 ",
            " 1",
            "9223372036854775807",
            "9223372036854775808",
            "1\u0001",
            "1\u00b9");

    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\"A\"",
            "\"}\"",
            "\"{\"",
            "\",\"",
            "\"A\\\"B\"",
            "\"A\\u0041\"",
            "\"A\\\"",
            "\"\u5e01USDT\"",
            "\"1000SHIB\"",
            "\"1000\"",
            "\"1.5\"",
            "\"1.\"",
            "\"EXACTLY8\"",
            "\"LONGERTHANEIGHT\"",
            "\"A\u0001\"",
            "\"A\n\"",
            "\"A\u007f\"",
            "7",
            "true",
            "{}",
            "[\"A\"]");

    private static final List<String> FLAGS =
            List.of("true", "false", "True", "tru", "truee", "fals", "falsey", "\"true\"", "null", "1", "true ", "t");

    private static final List<String> LEVELS = List.of(
            "[]",
            "[ ]",
            "[[]]",
            "[[\"1\"]]",
            "[[\"1\",\"2\"]]",
            "[[\"1\",\"2\",\"3\"]]",
            "[[\"1\",\"2\"],]",
            "[,[\"1\",\"2\"]]",
            "[[\"1\",\"2\"] , [ \"3\" , \"4\" ]]",
            "[[1,2]]",
            "[[\"1\",2]]",
            "[[\"1\",\"\"]]",
            "[[\"-1\",\"2\"]]",
            "[[\"1\",\"2\"]",
            "[[\"1\",\"2\"]]]",
            "[[\"1\",\"2\"][\"3\",\"4\"]]",
            "[[\"1\",\"2\"],[\"3\",\"x\"]]",
            "{}",
            "\"1\"",
            "1",
            "null",
            "[[\"0.000000000012345678\",\"123456789.123456789\"],[\"1\",\"1234567890123456789\"]]");

    private final BinanceScanner scanner = new BinanceScanner();

    /** Digits with a point at each place and without one, as many as fit and more. */
    private static List<String> decimals() {
        List<String> decimals = new ArrayList<>(List.of(
                "\"\"",
                "\".\"",
                "\"..\"",
                "\"1..2\"",
                "\"1.2.3\"",
                "\"-1\"",
                "\"+1\"",
                "\"1e3\"",
                "\" 1\"",
                "\"1 \"",
                "\"1,2\"",
                "\"1\\u0030\"",
                "\"\\u0031\"",
                "\"1/2\"",
                "\"1:2\"",
                "\"1.\u00b92\"",
                "\"1\u00ba.2\"",
                "\"NaN\"",
                "1.5",
                "1",
                "null",
                "\"1.5",
                "1.5\"",
                "\"00.5\"",
                "\"1234567\u0001\"",
                "\"12345678\u0001\""));
        for (int length = 1; length <= 20; length++) {
            String digits = "98765432109876543210".substring(0, length);
            decimals.add('"' + digits + '"');
            for (int point = 0; point <= length; point++) {
                decimals.add('"' + digits.substring(0, point) + '.' + digits.substring(point) + '"');
            }
        }
        return decimals;
    }

    private static List<String> messages() {
        var random = new SplittableRandom(3);
        return Messages.ORDERS.stream()
                .map(order -> Messages.inOrder(random, order))
                .toList();
    }

    private Message scan(byte[] message, int from, int behind) {
        byte[] padded = new byte[from + message.length + behind];
        Arrays.fill(padded, (byte) '1');
        System.arraycopy(message, 0, padded, from, message.length);
        return Message.scanned(scanner, padded, from, from + message.length);
    }

    /** The same answer with any room behind it, and with a blank in front, where no order is looked for; and the oracle's. */
    private void check(byte[] message) {
        String text = new String(message, ISO_8859_1);
        Message scanned = scan(message, 0, 64);
        for (int behind : ROOM_BEHIND) {
            assertThat(scan(message, 1, behind))
                    .as("%s with %d behind", text, behind)
                    .isEqualTo(scanned);
        }
        if (message.length > 1 && message[0] == '{') {
            byte[] blank = ("{ " + text.substring(1)).getBytes(ISO_8859_1);
            assertThat(scan(blank, 0, 64)).as("%s in no order", text).isEqualTo(scanned);
        }
        if (!(scanned instanceof Message.Refused)) {
            assertThat(scanned).as(text).isEqualTo(JacksonDecoder.decode(message, 0, message.length));
        }
    }

    private void check(String message) {
        check(message.getBytes(UTF_8));
    }

    @Test
    void whatComesInOrderNeedsNoFurtherLook() {
        for (String text : messages()) {
            byte[] message = Arrays.copyOf(text.getBytes(UTF_8), text.length() + 64);
            var json = new JsonCursor();
            var order = new BinanceOrder(json, new Slots());

            BinanceScanner.Event event = order.read(message, json.enter(message, 0, text.length()));

            assertThat(event).as(text).isNotEqualTo(BinanceScanner.Event.NONE);
            assertThat(scanner.read(message, 0, text.length())).isEqualTo(event);
            assertThat(scan(text.getBytes(UTF_8), 0, 64))
                    .isEqualTo(JacksonDecoder.decode(text.getBytes(UTF_8), 0, text.length()));
        }
    }

    @Test
    void anyByteMayBeAnother() {
        for (String text : messages()) {
            byte[] message = text.getBytes(UTF_8);
            for (int at = 0; at < message.length; at++) {
                byte was = message[at];
                for (int odd = 0; odd < 256; odd += at % 3 + 1) {
                    message[at] = (byte) odd;
                    check(message);
                }
                message[at] = was;
            }
        }
    }

    @Test
    void aMessageMayEndAnywhere() {
        for (String text : messages()) {
            byte[] message = text.getBytes(UTF_8);
            for (int to = 0; to <= message.length; to++) {
                byte[] cut = Arrays.copyOf(message, to);
                check(cut);
                assertThat(Message.scanned(scanner, message, 0, to))
                        .as("%s, %d bytes", text, to)
                        .isEqualTo(scan(cut, 0, 64));
            }
        }
    }

    @Test
    void bytesMayBeLostOrSlippedIn() {
        for (String text : messages()) {
            for (int at = 0; at <= text.length(); at++) {
                for (String odd : List.of(
                        " ", "\n", ",", "\"", "0", ".", "}", "]", "\\", "\u0000", "\"x\":1,", ",\"x\":1", "\u00e9")) {
                    check(text.substring(0, at) + odd + text.substring(at));
                }
                check(text.substring(0, at) + text.substring(Math.min(text.length(), at + 1)));
            }
        }
    }

    @Test
    void fieldsMayComeInAnyOrderOrTwiceOrNotAtAll() {
        for (String text : messages()) {
            List<String> fields = fields(text);
            for (int i = 0; i < fields.size(); i++) {
                List<String> missing = new ArrayList<>(fields);
                String field = missing.remove(i);
                check(joined(missing));
                for (int to = 0; to < fields.size(); to++) {
                    List<String> moved = new ArrayList<>(missing);
                    moved.add(to, field);
                    check(joined(moved));
                    List<String> swapped = new ArrayList<>(fields);
                    Collections.swap(swapped, i, to);
                    check(joined(swapped));
                    List<String> twice = new ArrayList<>(fields);
                    twice.add(to, field);
                    check(joined(twice));
                    assertThat(scan(joined(twice).getBytes(UTF_8), 0, 64)).isInstanceOf(Message.Refused.class);
                }
            }
        }
    }

    @Test
    void valuesMayBeAnything() {
        List<String> odd = new ArrayList<>(decimals());
        odd.addAll(WHOLES);
        odd.addAll(TEXTS);
        odd.addAll(FLAGS);
        odd.addAll(LEVELS);
        IntStream.range(7, 27).mapToObj("9"::repeat).forEach(odd::add);
        for (String text : messages()) {
            List<String> fields = fields(text);
            for (int i = 0; i < fields.size(); i++) {
                String name = fields.get(i).substring(0, fields.get(i).indexOf(':') + 1);
                for (String value : odd) {
                    List<String> changed = new ArrayList<>(fields);
                    changed.set(i, name + value);
                    check(joined(changed));
                }
            }
        }
    }

    @Test
    void numbersInLevelsMayBeAnything() {
        for (String number : decimals()) {
            String[] levels = {"[" + number + ",\"2\"]", "[\"1.5\"," + number + "]"};
            for (String level : levels) {
                String both = "[[\"3\",\"4\"]," + level + "]";
                check("{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"A\",\"U\":1,\"u\":2,\"b\":" + both + ",\"a\":[" + level
                        + "]}");
            }
        }
    }

    private static List<String> fields(String message) {
        List<String> fields = new ArrayList<>();
        Matcher match = FIELD.matcher(message);
        while (match.find()) {
            fields.add(match.group());
        }
        assertThat(joined(fields)).isEqualTo(message);
        return fields;
    }

    private static String joined(List<String> fields) {
        return "{" + String.join(",", fields) + "}";
    }
}
