package io.fulmar.venue.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Messages as a venue might send them, in any order of fields and with more than we know of; and what is left of them on a bad day. */
final class Messages {
    private static final String ODD = "{}[]\",:\\0123456789.-+eEtfn u\u0001\u0000";

    private Messages() {}

    static String any(SplittableRandom random) {
        return random.nextBoolean() ? inOrder(random, ORDERS.get(random.nextInt(ORDERS.size()))) : shuffled(random);
    }

    private static String shuffled(SplittableRandom random) {
        List<String> fields = new ArrayList<>();
        fields.add("\"s\":\"" + pick(random, "BTCUSDT", "ETHUSDT", "1000SHIBUSDT", "\u5e01USDT") + "\"");
        switch (random.nextInt(3)) {
            case 0 -> {
                fields.add("\"e\":\"aggTrade\"");
                whole(random, fields, "E", "T", "a", "f", "l");
                decimal(random, fields, "p", "q");
                fields.add("\"m\":" + random.nextBoolean());
                if (random.nextBoolean()) decimal(random, fields, "nq");
            }
            case 1 -> {
                if (random.nextBoolean()) {
                    fields.add("\"e\":\"bookTicker\"");
                    whole(random, fields, "E", "T");
                }
                whole(random, fields, "u");
                decimal(random, fields, "b", "B", "a", "A");
            }
            default -> {
                fields.add("\"e\":\"depthUpdate\"");
                whole(random, fields, "E", "U", "u");
                if (random.nextBoolean()) whole(random, fields, "T", "pu");
                fields.add("\"b\":" + levels(random));
                fields.add("\"a\":" + levels(random));
            }
        }
        if (random.nextInt(3) == 0) {
            fields.add(pick(
                    random,
                    "\"st\":1",
                    "\"ps\":\"BTCUSDT\"",
                    "\"X\":{\"deep\":[1,-2.5e3,{\"a\":null}],\"er\":\"\\u00e9\\n\"}",
                    "\"_\":[]",
                    "\"name\":\"caf\u00e9 \\\"x\\\"\""));
        }
        Collections.shuffle(fields, new Random(random.nextLong()));
        String blank = pick(random, "", "", "", " ", "\n  ");
        return "{" + blank + String.join("," + blank, fields) + blank + "}" + pick(random, "", "", "\n");
    }

    /** The orders in which the venue writes its fields; {@code 0} is any whole number, {@code "0"} any decimal, {@code [0]} any levels. */
    static final List<String> ORDERS = List.of(
            "{'e':'aggTrade','E':0,'s':'BTCUSDT','a':0,'p':'0','q':'0','f':0,'l':0,'T':0,'m':true,'M':true}",
            "{'e':'aggTrade','E':0,'a':0,'s':'ETHUSDT','p':'0','q':'0','f':0,'l':0,'T':0,'m':false}",
            "{'e':'aggTrade','E':0,'a':0,'s':'ETHUSDT','p':'0','q':'0','nq':'0','f':0,'l':0,'T':0,'m':false,'st':0}",
            "{'e':'aggTrade','E':0,'s':'LONGNAMEUSDT','a':0,'p':'0','q':'0','f':0,'l':0,'T':0,'m':true,'nq':'0','st':0}",
            "{'u':0,'s':'BNBUSDT','b':'0','B':'0','a':'0','A':'0'}",
            "{'e':'bookTicker','u':0,'s':'BNBUSDT','b':'0','B':'0','a':'0','A':'0','T':0,'E':0}",
            "{'e':'bookTicker','u':0,'E':0,'T':0,'s':'BNBUSDT','b':'0','B':'0','a':'0','A':'0','st':0,'ps':'BNBUSDT'}",
            "{'e':'depthUpdate','E':0,'s':'1000XUSDT','U':0,'u':0,'b':[0],'a':[0]}",
            "{'e':'depthUpdate','E':0,'T':0,'s':'BTCUSDT','U':0,'u':0,'pu':0,'b':[0],'a':[0]}",
            "{'e':'depthUpdate','E':0,'T':0,'s':'BTCUSDT','ps':'BTCUSDT','st':0,'U':0,'u':0,'pu':0,'b':[0],'a':[0]}");

    /** A message whose fields come in that order, without a blank. */
    static String inOrder(SplittableRandom random, String order) {
        String text = order.replace('\'', '"');
        var message = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            switch (text.startsWith("[0]", i)
                    ? '['
                    : text.startsWith("\"0\"", i) ? '"' : text.startsWith(":0", i) ? ':' : ' ') {
                case '[' -> message.append(levels(random));
                case '"' -> message.append(number(random));
                case ':' -> message.append(':').append(random.nextLong(1L << random.nextInt(1, 59)));
                default -> {
                    message.append(text.charAt(i));
                    continue;
                }
            }
            i += text.charAt(i) == ':' ? 1 : 2;
        }
        return message.toString();
    }

    private static void whole(SplittableRandom random, List<String> fields, String... names) {
        for (String name : names) {
            fields.add("\"" + name + "\":" + random.nextLong(1L << random.nextInt(1, 59)));
        }
    }

    private static void decimal(SplittableRandom random, List<String> fields, String... names) {
        for (String name : names) {
            fields.add("\"" + name + "\":" + number(random));
        }
    }

    private static String number(SplittableRandom random) {
        String decimals = "0".repeat(random.nextInt(3)) + random.nextInt(100_000);
        return "\"" + random.nextInt(200_000) + (random.nextInt(5) == 0 ? "" : "." + decimals) + "\"";
    }

    private static String levels(SplittableRandom random) {
        List<String> levels = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            levels.add("[" + number(random) + "," + number(random) + "]");
        }
        return "[" + String.join(",", levels) + "]";
    }

    private static String pick(SplittableRandom random, String... of) {
        return of[random.nextInt(of.length)];
    }

    /** One to three bytes changed, lost, doubled or slipped in, or a piece cut out or said twice. */
    static byte[] damaged(SplittableRandom random, byte[] whole) {
        byte[] bytes = whole.clone();
        for (int times = random.nextInt(1, 4); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 1));
            byte odd = (byte) (random.nextInt(6) == 0 ? random.nextInt() : ODD.charAt(random.nextInt(ODD.length())));
            switch (random.nextInt(5)) {
                case 0, 1 -> bytes[at] = odd;
                case 2 ->
                    bytes = joined(Arrays.copyOf(bytes, at), new byte[0], Arrays.copyOfRange(bytes, end, bytes.length));
                case 3 ->
                    bytes = joined(Arrays.copyOf(bytes, end), new byte[0], Arrays.copyOfRange(bytes, at, bytes.length));
                default ->
                    bytes = joined(
                            Arrays.copyOf(bytes, at), new byte[] {odd}, Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
