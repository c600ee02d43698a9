package io.fulmar.proof.benchmark;

import io.fulmar.research.backtest.Backtest;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Whether four strategy classes in one JVM run as fast as each does alone, and what a run allocates.
 *
 * <p>Without arguments it starts itself: a JVM for each class alone, then one with all, by turns, and keeps each one's best. With names
 * of strategies as arguments it runs those by turns and prints {@code name seconds trades} a line; with {@code bytes} it measures memory.
 */
final class LoopCopiesBenchmark {
    private static final int TURNS = 3;
    private static final int ROUNDS = 40;
    private static final int WARM_ROUNDS = 200;
    private static final double GOAL = 0.9;
    private static final Averages USUAL = new Averages(20, 100);

    private record Contender(String name, Class<?> type, Averages parameters) {}

    private static final List<Contender> ALL = List.of(
            new Contender("sma-cross", SmaCross.class, USUAL),
            new Contender("ema-bracket", EmaBracket.class, USUAL),
            new Contender("rsi-reversal", RsiReversal.class, new Averages(14, 100)),
            new Contender("atr-machine", AtrMachine.class, new Averages(14, 60)));

    private record Pace(double seconds, int trades) {}

    private LoopCopiesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            compare();
            System.out.println();
            bytes();
        } else if (arguments[0].equals("bytes")) {
            bytes();
        } else {
            List<String> names = List.of(arguments);
            measure(ALL.stream().filter(one -> names.contains(one.name())).toList());
        }
    }

    // ---- speed ----

    private static void compare() throws IOException, InterruptedException {
        System.out.println(Machine.text());
        System.out.printf(
                Locale.ROOT,
                "%,d minutes of seed %d; thread CPU time, best of %d runs in each of %d JVMs%n",
                SyntheticYears.YEAR,
                SyntheticYears.SEED,
                ROUNDS,
                TURNS);
        Map<String, Pace> alone = new HashMap<>();
        Map<String, Pace> together = new HashMap<>();
        List<String> names = ALL.stream().map(Contender::name).toList();
        for (int turn = 0; turn < TURNS; turn++) {
            for (String name : names) {
                keepBest(alone, child(List.of(name)));
            }
            keepBest(together, child(names));
        }
        System.out.printf(
                "%-14s %8s %16s %18s %7s %6s%n",
                "class", "trades", "alone M bars/s", "together M bars/s", "ratio", "goal");
        for (String name : names) {
            Pace single = pace(alone, name);
            Pace shared = pace(together, name);
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %8d %16.1f %18.1f %7.2f %6.1f%n",
                    name,
                    single.trades(),
                    rate(single),
                    rate(shared),
                    single.seconds() / shared.seconds(),
                    GOAL);
        }
    }

    private static double rate(Pace pace) {
        return SyntheticYears.YEAR / pace.seconds() / 1e6;
    }

    private static Pace pace(Map<String, Pace> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static void keepBest(Map<String, Pace> best, Map<String, Pace> more) {
        more.forEach((name, pace) -> best.merge(name, pace, (a, b) -> a.seconds() <= b.seconds() ? a : b));
    }

    /** Runs these in a JVM of their own, with this one's flags. */
    private static Map<String, Pace> child(List<String> names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoopCopiesBenchmark.class.getName()));
        command.addAll(names);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Map<String, Pace> paces = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line : lines.lines().toList()) {
                String[] parts = line.split(" ", -1);
                paces.put(parts[0], new Pace(Double.parseDouble(parts[1]), Integer.parseInt(parts[2])));
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a JVM with " + names + " failed");
        }
        return paces;
    }

    private static void measure(List<Contender> contenders) {
        SyntheticYears market = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR);
        Map<String, Pace> best = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender one : contenders) {
                long before = Effort.nanos();
                Backtest backtest = market.desk(one.type(), one.parameters());
                backtest.runDesk();
                Pace pace = new Pace((Effort.nanos() - before) / 1e9, backtest.tradeCount());
                keepBest(best, Map.of(one.name(), pace));
            }
        }
        best.forEach((name, pace) -> System.out.println(name + " " + pace.seconds() + " " + pace.trades()));
    }

    // ---- memory ----

    /** The equity curve, a long a bar, is what a run hands back, so it is not counted. */
    private static void bytes() {
        SyntheticYears half = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR / 2);
        SyntheticYears one = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR);
        SyntheticYears two = SyntheticYears.minutes(SyntheticYears.SEED, SyntheticYears.YEAR * 2);
        System.out.println("memory allocated by a warm run beside its equity curve");
        System.out.printf(
                "%-16s %10s %8s %12s %10s %10s%n", "strategy", "bars", "orders", "bytes", "a bar", "an order");
        long[] quiet = new long[3];
        List<SyntheticYears> lengths = List.of(half, one, two);
        for (int i = 0; i < lengths.size(); i++) {
            quiet[i] = bytes("never trades", NeverTrades.class, lengths.get(i), USUAL);
        }
        for (Averages averages : List.of(new Averages(400, 1800), new Averages(100, 450), new Averages(20, 100))) {
            bytes("SMA " + averages.fast() + "/" + averages.slow(), SmaCross.class, one, averages);
        }
        double aBar = (quiet[2] - quiet[0])
                / (double) (two.bars().size() - half.bars().size());
        System.out.printf(Locale.ROOT, "without orders %.2f bytes for each further bar%n", aBar);
    }

    private static long bytes(String name, Class<?> type, SyntheticYears market, Averages averages) {
        long least = Long.MAX_VALUE;
        int trades = 0;
        for (int round = 0; round < WARM_ROUNDS; round++) {
            Backtest backtest = market.desk(type, averages);
            long before = Effort.bytes();
            backtest.runDesk();
            least = Math.min(least, Effort.bytes() - before);
            trades = backtest.tradeCount();
        }
        int orders = 2 * trades;
        System.out.printf(
                Locale.ROOT,
                "%-16s %10d %8d %12d %10.3f %10.0f%n",
                name,
                market.bars().size(),
                orders,
                least,
                (double) least / market.bars().size(),
                orders == 0 ? 0 : (double) least / orders);
        return least;
    }
}
