package io.fulmar.proof.benchmark;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarFold;
import io.fulmar.market.BarKind;
import io.fulmar.market.Cascade;
import io.fulmar.market.MadeBars;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Trades to bars of 1 s, 1 m, 5 m and 1 h and to bricks of 0.1 %, beside a plain loop that reads the same columns from memory: thread CPU
 * time, best of several, by turns.
 */
final class BarsBenchmark {
    private static final int TRADES = 20_000_000;
    private static final int BLOCK = 1_024;
    private static final int ROUNDS = 9;
    private static final double GOAL = 0.4;
    private static final long SECOND = 1_000_000_000L;
    private static final int BYTES = 3 * Long.BYTES;
    private static final List<Timeframe> FRAMES =
            List.of(Timeframe.parse("1s"), Timeframe.MINUTE, Timeframe.parse("5m"), Timeframe.HOUR);
    private static final Instrument COIN = Instrument.of(
            1, "proof", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.1"), Decimal.parse("0.001"), Decimal.ONE);
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long[] times = new long[TRADES];
    private final long[] ticks = new long[TRADES];
    private final long[] lots = new long[TRADES];
    private long seconds;
    private long bricks;
    private long sink;

    private BarsBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.text());
        System.out.printf(
                Locale.ROOT,
                "%,d trades in columns of longs (%,d MB), blocks of %,d, best of %d by turns%n",
                TRADES,
                ((long) TRADES * BYTES) >> 20,
                BLOCK,
                ROUNDS);
        System.out.printf(
                "%-16s %12s %12s %14s %14s %8s %6s%n",
                "trades a second", "bars of 1 s", "bricks", "bars M/s", "memory M/s", "share", "goal");
        var benchmark = new BarsBenchmark();
        boolean reached = benchmark.compare(4_000, true);
        benchmark.compare(50, false);
        benchmark.compare(5, false);
        if (!reached) {
            System.out.println("NOT REACHED");
            System.exit(1);
        }
    }

    private boolean compare(int pace, boolean judged) {
        fill(pace);
        double bars = Double.MAX_VALUE;
        double memory = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bars = Math.min(bars, seconds(this::fold));
            memory = Math.min(memory, seconds(this::read));
        }
        double share = memory / bars;
        System.out.printf(
                Locale.ROOT,
                "%,-16d %,12d %,12d %14.0f %14.0f %7.0f%% %6s%n",
                pace,
                seconds,
                bricks,
                TRADES / bars / 1e6,
                TRADES / memory / 1e6,
                100 * share,
                judged ? Math.round(100 * GOAL) + "%" : "");
        return share >= GOAL;
    }

    /** A random walk of small steps, the same for every pace. */
    private void fill(int pace) {
        var random = new SplittableRandom(5);
        long time = 1_700_000_000L * SECOND;
        long price = 600_000;
        long step = 2 * SECOND / pace;
        for (int i = 0; i < TRADES; i++) {
            time += random.nextLong(step);
            price = Math.max(100_000, price + random.nextLong(11) - 5);
            times[i] = time;
            ticks[i] = price;
            lots[i] = 1L + random.nextInt(1_000);
        }
    }

    private static double seconds(Runnable work) {
        long begin = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private void fold() {
        var cascade = new Cascade(FRAMES);
        BarFold renko = BarFold.of(BarKind.parse("renko:0.1%"), COIN);
        var out = new MadeBars(1 << 10);
        for (int at = 0; at < TRADES; at += BLOCK) {
            int to = Math.min(TRADES, at + BLOCK);
            cascade.take(times, ticks, lots, at, to);
            renko.take(times, ticks, lots, at, to, out);
        }
        cascade.end();
        seconds = cascade.bars(FRAMES.getFirst()).size();
        bricks = out.size();
    }

    /** As fast as the columns can be read. */
    private void read() {
        long a = 0;
        long b = 0;
        long c = 0;
        for (int i = 0; i < TRADES; i++) {
            a += times[i];
            b += ticks[i];
            c += lots[i];
        }
        sink += a ^ b ^ c;
        if (sink == 42) {
            System.out.println();
        }
    }
}
