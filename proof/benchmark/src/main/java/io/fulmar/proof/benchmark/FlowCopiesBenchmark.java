package io.fulmar.proof.benchmark;

import io.fulmar.market.Flow;
import io.fulmar.market.Thinned;
import io.fulmar.research.backtest.FlowBacktest;
import io.fulmar.research.backtest.MarketFlow;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Four strategy classes that hear trades, quotes, books and timers, in one JVM beside each alone in its own. Without arguments it starts
 * itself; with names it runs those by turns and prints {@code name seconds events} a line.
 */
final class FlowCopiesBenchmark {
    private static final int SECONDS_OF_FEED = 20_000;
    private static final int TURNS = 3;
    private static final int ROUNDS = 40;
    private static final double GOAL = 0.9;

    private record Contender(String name, Class<?> type, Flow.Depth depth) {}

    private static final List<Contender> ALL = List.of(
            new Contender("trend-of-trades", FlowMakers.TradeTrend.class, Flow.Depth.TRADES),
            new Contender("quote-imbalance", FlowMakers.QuoteImbalance.class, Flow.Depth.QUOTES),
            new Contender("book-pressure", FlowMakers.BookPressure.class, Flow.Depth.BOOK),
            new Contender("maker", FlowMakers.Maker.class, Flow.Depth.BOOK));

    private record Pace(double seconds, int events) {}

    private FlowCopiesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            compare();
        } else {
            List<String> names = List.of(arguments);
            measure(ALL.stream().filter(one -> names.contains(one.name())).toList());
        }
    }

    private static void compare() throws IOException, InterruptedException {
        System.out.println(Machine.text());
        System.out.printf(
                Locale.ROOT,
                "%,d s of seed 1; thread CPU time, best of %d runs in each of %d JVMs%n",
                SECONDS_OF_FEED,
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
                "%-16s %-7s %10s %18s %20s %7s %6s%n",
                "class", "data", "events", "alone M events/s", "together M events/s", "ratio", "goal");
        for (Contender one : ALL) {
            Pace single = Objects.requireNonNull(alone.get(one.name()));
            Pace shared = Objects.requireNonNull(together.get(one.name()));
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-7s %10d %18.1f %20.1f %7.2f %6.1f%n",
                    one.name(),
                    one.depth().name().toLowerCase(Locale.ROOT),
                    single.events(),
                    single.events() / single.seconds() / 1e6,
                    shared.events() / shared.seconds() / 1e6,
                    single.seconds() / shared.seconds(),
                    GOAL);
        }
    }

    private static void keepBest(Map<String, Pace> best, Map<String, Pace> more) {
        more.forEach((name, pace) -> best.merge(name, pace, (a, b) -> a.seconds() <= b.seconds() ? a : b));
    }

    private static Map<String, Pace> child(List<String> names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FlowCopiesBenchmark.class.getName()));
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
        Flow book = FlowPeer.flow(SECONDS_OF_FEED);
        Map<Flow.Depth, MarketFlow> markets = new HashMap<>();
        markets.put(Flow.Depth.BOOK, FlowPeer.market(book));
        markets.put(Flow.Depth.QUOTES, FlowPeer.market(Thinned.quotes(book)));
        markets.put(Flow.Depth.TRADES, FlowPeer.market(Thinned.trades(book)));
        Map<String, Pace> best = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender one : contenders) {
                MarketFlow market = Objects.requireNonNull(markets.get(one.depth()));
                // as many events for each class: eight times fewer would be compiled later, and measured half warm
                int times = Math.max(1, book.size() / market.flow().size());
                for (int time = 0; time < times; time++) {
                    keepBest(best, Map.of(one.name(), run(market, one.type())));
                }
            }
        }
        best.forEach((name, pace) -> System.out.println(name + " " + pace.seconds() + " " + pace.events()));
    }

    private static Pace run(MarketFlow market, Class<?> type) {
        FlowBacktest backtest = new FlowBacktest(FlowPeer.setup(market, type));
        long before = Effort.nanos();
        backtest.runDesk();
        return new Pace((Effort.nanos() - before) / 1e9, market.flow().size());
    }
}
