package io.fulmar.app.fulmar;

import io.fulmar.research.robustness.MonteCarlo;
import io.fulmar.research.robustness.MonteCarloResult;
import io.fulmar.research.robustness.Scoring;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code fulmar montecarlo}: what a finished run might have come to with other luck. */
final class MonteCarloCommand {
    private static final String PRICES = "prices";
    private static final List<String> OF_TRADES = List.of("--slippage-bps", "--miss", "--anomaly", "--block");
    private static final int MARKETS_USUAL = 100;
    private static final int MARKETS_MAX = 10_000;
    private static final List<String> BOOTSTRAPS = List.of("blocks", "trades", PRICES);
    private static final double RUIN = 50;
    private static final int PERCENT = 100;

    private MonteCarloCommand() {}

    static CommandEntry command(CommandRegistry registry) {
        return new CommandEntry(
                "montecarlo",
                "live a finished run many times, with other luck",
                Argument.one("RUN_DIR", "the folder that a backtest wrote"),
                List.of(
                        Option.of("--paths", "NUMBER", "how many paths (default 1000; of prices 100)"),
                        Option.of("--seed", "NUMBER", "the same seed gives the same paths (default 1)"),
                        Option.of(
                                "--bootstrap",
                                "HOW",
                                "blocks of trades, single trades, or prices: the run again on redrawn bars (default blocks)"),
                        Option.of("--block", "TRADES", "length of a block (default: found in the trades)"),
                        Option.of(
                                "--slippage-bps",
                                "MEAN:SD",
                                "what each fill pays more: normal, cut at 0 (default 0:0)"),
                        Option.of("--miss", "PERCENT", "how many trades are never entered (default 0%)"),
                        Option.of(
                                "--anomaly",
                                "PERCENT:BPS",
                                "how many fills pay BPS x Pareto(alpha 3, minimum 1) more (default 0%:0)"),
                        Option.of("--ruin", "PERCENT", "a drawdown as deep as this is ruin (default 50%)")),
                List.of(
                        "fulmar montecarlo out/SmaCross",
                        "fulmar montecarlo out/SmaCross --paths 1000 --seed 7 --slippage-bps 2:3 --miss 5% --anomaly 1%:50 --json"),
                (given, terminal) -> run(registry, given, terminal));
    }

    private static ExitCode run(CommandRegistry registry, Invocation given, Terminal terminal) {
        Path folder = Values.path("RUN_DIR", given.arguments().getFirst());
        if (given.value("--bootstrap").filter(PRICES::equals).isPresent()) {
            return prices(registry, folder, given, terminal);
        }
        MonteCarlo.Setup setup = setup(given);
        MonteCarlo.Mishaps mishaps = mishaps(given);
        double ruin = ruin(given);
        MonteCarlo.Trades trades =
                RunTrades.read(folder, FinishedFolder.of(folder).cash());
        MonteCarloResult result = MonteCarlo.run(trades, mishaps, setup);
        MonteCarloSection.put(folder, result, trades.returns().length, setup, mishaps, ruin);
        terminal.out()
                .println(terminal.json() ? json(result, setup.seed(), ruin).onOneLine() : words(result, trades, ruin));
        return ExitCode.DONE;
    }

    private static ExitCode prices(CommandRegistry registry, Path folder, Invocation given, Terminal terminal) {
        for (String option : OF_TRADES) {
            if (given.has(option)) {
                throw new Failure(ErrorCode.BAD_VALUE, option + " is for redrawn trades, not for --bootstrap prices")
                        .help("leave one of the two out");
            }
        }
        int paths = given.value("--paths")
                .map(text -> Numbers.count("--paths", text, MARKETS_MAX))
                .orElse(MARKETS_USUAL);
        long seed =
                given.value("--seed").map(text -> Numbers.seed("--seed", text)).orElse(1L);
        MonteCarloResult result = new PriceMarkets(registry, terminal).run(folder, paths, seed);
        double ruin = ruin(given);
        if (terminal.json()) {
            terminal.out()
                    .println(json(result, seed, ruin).put("bootstrap", PRICES).onOneLine());
            return ExitCode.DONE;
        }
        terminal.out()
                .println("  the run on %,d markets that never were, bars drawn in blocks of about %,d"
                        .formatted(result.paths(), result.block()));
        terminal.out().println(table(result, ruin));
        return ExitCode.DONE;
    }

    private static double ruin(Invocation given) {
        return given.value("--ruin")
                .map(text -> Numbers.percent("--ruin", text))
                .orElse(RUIN / PERCENT);
    }

    private static MonteCarlo.Setup setup(Invocation given) {
        int paths = given.value("--paths")
                .map(text -> Numbers.count("--paths", text, Scoring.PATHS_MAX))
                .orElse(Scoring.PATHS_USUAL);
        long seed =
                given.value("--seed").map(text -> Numbers.seed("--seed", text)).orElse(1L);
        boolean single = given.value("--bootstrap")
                .map(text -> Values.oneOf("--bootstrap", text, BOOTSTRAPS))
                .filter("trades"::equals)
                .isPresent();
        int block = given.value("--block")
                .map(text -> Values.count("--block", text))
                .orElse(0);
        if (single && block > 1) {
            throw new Failure(ErrorCode.BAD_VALUE, "--bootstrap trades has no blocks")
                    .help("leave --block out, or --bootstrap");
        }
        return new MonteCarlo.Setup(paths, seed, single ? 1 : block);
    }

    private static MonteCarlo.Mishaps mishaps(Invocation given) {
        String[] slippage =
                Numbers.pair("--slippage-bps", given.value("--slippage-bps").orElse("0:0"), "2:3");
        String[] anomaly = Numbers.pair("--anomaly", given.value("--anomaly").orElse("0%:0"), "1%:50");
        return new MonteCarlo.Mishaps(
                Numbers.notNegative("--slippage-bps", slippage[0]),
                Numbers.notNegative("--slippage-bps", slippage[1]),
                given.value("--miss")
                        .map(text -> Numbers.percent("--miss", text))
                        .orElse(0.0),
                Numbers.percent("--anomaly", anomaly[0]),
                Numbers.notNegative("--anomaly", anomaly[1]));
    }

    private static JsonValue.Fields json(MonteCarloResult result, long seed, double ruin) {
        return new JsonValue.Fields()
                .put("paths", result.paths())
                .put("seed", seed)
                .put(
                        "netReturn",
                        new JsonValue.Fields()
                                .put("p01", result.netReturn(10))
                                .put("p50", result.netReturn(500))
                                .put("p99", result.netReturn(990)))
                .put(
                        "maxDrawdown",
                        new JsonValue.Fields()
                                .put("p50", result.maxDrawdown(500))
                                .put("p95", result.maxDrawdown(950))
                                .put("p99", result.maxDrawdown(990)))
                .put("ruin", result.ruin(ruin))
                .put("ruinDrawdown", ruin)
                .put("blockLength", result.block());
    }

    private static String words(MonteCarloResult result, MonteCarlo.Trades trades, double ruin) {
        String blocks = result.block() == 1 ? "one by one" : "in blocks of " + result.block();
        return "  %,d paths of %,d trades, drawn %s".formatted(result.paths(), trades.returns().length, blocks)
                + System.lineSeparator()
                + table(result, ruin);
    }

    private static String table(MonteCarloResult result, double ruin) {
        return String.join(
                System.lineSeparator(),
                row("", "1 %", "50 %", "99 %"),
                row("net return", result.netReturn(10), result.netReturn(500), result.netReturn(990)),
                row("", "50 %", "95 %", "99 %"),
                row("max drawdown", result.maxDrawdown(500), result.maxDrawdown(950), result.maxDrawdown(990)),
                "  ruin          %s of paths fall by %s or more".formatted(percent(result.ruin(ruin)), percent(ruin)));
    }

    private static String row(String name, double a, double b, double c) {
        return row(name, percent(a), percent(b), percent(c));
    }

    private static String row(String name, String a, String b, String c) {
        return "  %-12s%12s%12s%12s".formatted(name, a, b, c);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * PERCENT);
    }
}
