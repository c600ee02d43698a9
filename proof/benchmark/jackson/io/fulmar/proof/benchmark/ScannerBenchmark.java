package io.fulmar.proof.benchmark;

import io.fulmar.venue.kit.BinanceScanner;
import io.fulmar.venue.kit.LevelList;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** Messages of Binance through the scanner and through Jackson, by turns; the best thread CPU time of each. */
final class ScannerBenchmark {
    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 300;
    private static final int LEVELS = 10;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private enum Kind {
        AGG_TRADE("aggTrade", 3),
        BOOK_TICKER("bookTicker", 2.5),
        DEPTH("depth 10+10", 2.5);

        final String word;
        final double goal;

        Kind(String word, double goal) {
            this.word = word;
            this.goal = goal;
        }
    }

    private interface Reader {
        long read(byte[] bytes, int from, int to);
    }

    private record Pace(double nanos, double bytes, long sum) {}

    private final byte[] bytes;
    private final int[] ends = new int[MESSAGES];

    private ScannerBenchmark(Kind kind) {
        var random = new SplittableRandom(7);
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < MESSAGES; i++) {
            out.writeBytes(message(kind, random, i).getBytes(StandardCharsets.US_ASCII));
            ends[i] = out.size();
        }
        bytes = out.toByteArray();
    }

    public static void main(String[] arguments) {
        System.out.println(Machine.text());
        System.out.printf("%,d messages a kind, Jackson %s, best of %d rounds each, by turns%n", MESSAGES, arguments[0], ROUNDS);
        System.out.printf(
                "%-12s %6s %14s %12s %14s %12s %7s %6s%n",
                "message", "bytes", "scanner ns", "B a message", "Jackson ns", "B a message", "ratio", "goal");
        boolean all = true;
        for (Kind kind : Kind.values()) {
            all &= new ScannerBenchmark(kind).compare(kind);
        }
        if (!all) {
            System.out.println("NOT REACHED");
            System.exit(1);
        }
    }

    private boolean compare(Kind kind) {
        var scanner = new BinanceScanner();
        var jackson = new JacksonStream();
        Reader ours = (b, from, to) -> sum(scanner, scanner.read(b, from, to));
        Reader theirs = (b, from, to) -> jackson.read(b, from, to - from);
        Pace best = new Pace(Double.MAX_VALUE, 0, 0);
        Pace peer = best;
        for (int round = 0; round < ROUNDS; round++) {
            best = better(best, pass(ours));
            peer = better(peer, pass(theirs));
        }
        if (best.sum != peer.sum) {
            throw new IllegalStateException("the two read different numbers: " + best.sum + " and " + peer.sum);
        }
        double ratio = peer.nanos / best.nanos;
        System.out.printf(
                Locale.ROOT,
                "%-12s %6d %14.1f %12.1f %14.1f %12.1f %7.2f %6.1f%n",
                kind.word,
                bytes.length / MESSAGES,
                best.nanos,
                best.bytes,
                peer.nanos,
                peer.bytes,
                ratio,
                kind.goal);
        return ratio >= kind.goal;
    }

    private static Pace better(Pace one, Pace other) {
        return one.nanos <= other.nanos ? one : other;
    }

    private Pace pass(Reader reader) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long begin = THREADS.getCurrentThreadCpuTime();
        long sum = 0;
        int from = 0;
        for (int end : ends) {
            sum += reader.read(bytes, from, end);
            from = end;
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - begin;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        return new Pace((double) nanos / MESSAGES, (double) allocated / MESSAGES, sum);
    }

    /** The same number as {@link JacksonStream#read}. */
    private static long sum(BinanceScanner m, BinanceScanner.Event event) {
        return switch (event) {
            case TRADE ->
                m.eventMillis() + m.millis() + m.tradeId() + m.firstId() + m.lastId() + m.price() + m.quantity()
                        + (m.buyerTook() ? 0 : 1) + m.symbolEnd() - m.symbolStart();
            case BEST ->
                m.eventMillis() + m.millis() + m.lastUpdate() + m.bid() + m.bidQuantity() + m.ask() + m.askQuantity()
                        + m.symbolEnd() - m.symbolStart();
            case DEPTH ->
                m.eventMillis() + m.millis() + m.firstUpdate() + m.lastUpdate() + m.updateBefore() + m.symbolEnd()
                        - m.symbolStart() + last(m.bids()) + last(m.asks());
            case NONE -> throw new IllegalStateException("refused: " + m.flaw());
        };
    }

    private static long last(LevelList levels) {
        return levels.quantity(levels.size() - 1) + levels.size();
    }

    private static String message(Kind kind, SplittableRandom random, int number) {
        long time = 1_700_000_000_000L + 7L * number;
        return switch (kind) {
            case AGG_TRADE ->
                String.format(
                        Locale.ROOT,
                        "{\"e\":\"aggTrade\",\"E\":%d,\"s\":\"BTCUSDT\",\"a\":%d,\"p\":\"%.2f\",\"q\":\"%.3f\",\"f\":%d,\"l\":%d,"
                                + "\"T\":%d,\"m\":%s}",
                        time + 3,
                        5_933_014L + number,
                        price(random),
                        random.nextDouble() * 5,
                        1_000_000_000L + number,
                        1_000_000_002L + number,
                        time,
                        random.nextBoolean());
            case BOOK_TICKER ->
                String.format(
                        Locale.ROOT,
                        "{\"e\":\"bookTicker\",\"u\":%d,\"s\":\"BTCUSDT\",\"b\":\"%.2f\",\"B\":\"%.3f\",\"a\":\"%.2f\",\"A\":\"%.3f\","
                                + "\"T\":%d,\"E\":%d}",
                        11_270_657_234_038L + number,
                        price(random),
                        random.nextDouble() * 50,
                        price(random),
                        random.nextDouble() * 50,
                        time,
                        time + 2);
            case DEPTH ->
                String.format(
                        Locale.ROOT,
                        "{\"e\":\"depthUpdate\",\"E\":%d,\"T\":%d,\"s\":\"BTCUSDT\",\"U\":%d,\"u\":%d,\"pu\":%d,\"b\":[%s],\"a\":[%s]}",
                        time + 2,
                        time,
                        11_270_657_234_038L + number,
                        11_270_657_244_404L + number,
                        11_270_657_233_937L + number,
                        levels(random),
                        levels(random));
        };
    }

    private static double price(SplittableRandom random) {
        return 60_000 + random.nextInt(500_000) / 100.0;
    }

    private static String levels(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < LEVELS; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(String.format(Locale.ROOT, "[\"%.2f\",\"%.3f\"]", price(random), random.nextDouble() * 20));
        }
        return text.toString();
    }
}
