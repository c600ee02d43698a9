package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.Backtest;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.robustness.MonteCarloResult;
import io.fulmar.research.robustness.PricePaths;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** A finished run once more, on markets that never were: the strategy itself is run again, so that it decides anew. */
final class PriceMarkets {
    private final CommandRegistry registry;
    private final Terminal terminal;
    private final AtomicLong done = new AtomicLong();

    PriceMarkets(CommandRegistry registry, Terminal terminal) {
        this.registry = registry;
        this.terminal = terminal;
    }

    /** Each market by itself, so that the number of threads changes nothing. */
    MonteCarloResult run(Path folder, int paths, long seed) {
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            BacktestRunner.Prepared prepared = prepared(FinishedFolder.of(folder));
            BacktestSetup setup = prepared.setup();
            int block = PricePaths.meanBlock(setup.markets().getFirst().bars(), warmUp(setup));
            double[][] figures =
                    prepared.supervisor().call(() -> all(setup, block, paths, seed), done::get, (count, taken) -> {});
            return MonteCarloResult.of(block, figures[0], figures[1]);
        } finally {
            System.setOut(stdout);
        }
    }

    private BacktestRunner.Prepared prepared(FinishedFolder run) {
        List<String> words = ShellWords.of(run.text("reproduce"));
        if (words.size() < 2 || !words.get(1).equals("backtest")) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "the run does not say how it was made")
                    .help("a backtest of bars can be run on other markets: run it again with this version");
        }
        BacktestRequest request = BacktestCommand.read(new CommandLine(registry).read(words.subList(1, words.size())));
        if (request.data().flow().isPresent() || request.data().kind().isPresent()) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "only bars of time can be drawn anew")
                    .help("for this run: --bootstrap blocks");
        }
        BacktestRunner.Prepared prepared = new BacktestRunner(request, terminal, OptionalLong.empty()).prepared();
        same(
                "codeHash",
                run,
                RunJson.joint(prepared.compiled().strategies().stream()
                        .map(one -> one.source().codeHash())
                        .toList()));
        same(
                "dataHash",
                run,
                RunJson.joint(prepared.feed().markets().stream()
                        .map(MarketData::dataHash)
                        .toList()));
        return prepared;
    }

    private static void same(String hash, FinishedFolder run, String now) {
        if (run.text(hash).equals(now)) return;
        throw new Failure(
                        ErrorCode.BAD_CONFIGURATION,
                        (hash.equals("codeHash") ? "the strategy's file has" : "the data have")
                                + " other content than the run had")
                .help("run the backtest again, or bring back what was");
    }

    /** Bars before the first that counts. */
    private static int warmUp(BacktestSetup setup) {
        var bars = setup.markets().getFirst().bars();
        int bar = 0;
        while (bar < bars.size() && bars.openTime(bar) < setup.tradeFrom()) bar++;
        return bar;
    }

    private double[][] all(BacktestSetup setup, int block, int paths, long seed)
            throws InterruptedException, ExecutionException {
        double[][] figures = new double[2][paths];
        int threads = Math.min(paths, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(
                threads,
                task -> Thread.ofPlatform().daemon().name("other-market").unstarted(task));
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int path = 0; path < paths; path++) {
                int place = path;
                futures.add(pool.submit(() -> one(setup, block, seed, place, figures)));
            }
            for (Future<?> future : futures) future.get();
            return figures;
        } finally {
            pool.shutdownNow();
        }
    }

    private void one(BacktestSetup setup, int block, long seed, int path, double[][] into) {
        List<MarketData> markets = new ArrayList<>();
        for (MarketData market : setup.markets()) {
            // Together in time: what moves together must be drawn together.
            markets.add(MarketData.made(market.instrument(), PricePaths.draw(market.bars(), block, seed, path)));
        }
        BacktestResult result = new Backtest(new BacktestSetup(
                        markets,
                        setup.strategies(),
                        setup.cash(),
                        setup.leveragePpm(),
                        setup.rules(),
                        setup.limits(),
                        setup.tradeFrom(),
                        setup.terms()))
                .run();
        into[0][path] = result.netReturn();
        into[1][path] = result.maxDrawdown();
        done.incrementAndGet();
    }
}
