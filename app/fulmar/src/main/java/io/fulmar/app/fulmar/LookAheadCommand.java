package io.fulmar.app.fulmar;

import io.fulmar.bus.Log;
import io.fulmar.research.robustness.Clairvoyance;
import io.fulmar.research.robustness.LookAhead;
import io.fulmar.research.robustness.WarmUp;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** {@code fulmar lookahead}: whether a strategy decides by what it cannot know yet, and how much history it needs. */
final class LookAheadCommand {
    private static final int CUTS = 20;
    private static final int CUTS_MAX = 10_000;
    private static final int MARKETS_MAX = 1_000;

    private LookAheadCommand() {}

    static CommandEntry command() {
        CommandEntry backtest = BacktestCommand.command((request, terminal) -> ExitCode.DONE);
        return new CommandEntry(
                "lookahead",
                "look whether a strategy uses what it cannot know yet",
                backtest.argument(),
                Stream.concat(
                                Stream.of(
                                        Option.of("--cuts", "NUMBER", "decisions to look at (default 20)"),
                                        Option.of("--markets", "NUMBER", "other markets to show it (default 3)"),
                                        Option.of("--seed", "NUMBER", "which decisions and markets (default 1)")),
                                backtest.options().stream()
                                        .filter(option -> !option.name().equals("--seed")))
                        .toList(),
                List.of(
                        "fulmar lookahead MyIdea.java --csv btc.csv --symbol BTC/USDT:USDT --timeframe 1h",
                        "fulmar lookahead MyIdea.java --csv btc.csv --symbol BTC/USDT:USDT --timeframe 1h --cuts 50 --json"),
                LookAheadCommand::run);
    }

    private record Found(
            LookAhead.Result lookAhead, Clairvoyance.Result markets, WarmUp.Result warmUp, List<String> readings) {
        boolean clean() {
            return lookAhead.clean() && markets.clean();
        }
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        int cuts = given.value("--cuts")
                .map(text -> Numbers.count("--cuts", text, CUTS_MAX))
                .orElse(CUTS);
        int markets = given.value("--markets")
                .map(text -> Numbers.count("--markets", text, MARKETS_MAX))
                .orElse(Clairvoyance.MARKETS_USUAL);
        long seed =
                given.value("--seed").map(text -> Numbers.seed("--seed", text)).orElse(1L);
        BacktestRequest request = BacktestCommand.read(given);
        if (request.data().flow().isPresent()) {
            throw new Failure(ErrorCode.BAD_CONFIGURATION, "only runs on bars can be cut")
                    .help("give the strategy bars: --csv FILE");
        }
        Found found = look(new BacktestRunner(request, terminal, OptionalLong.empty()), terminal, cuts, markets, seed);
        terminal.out().println(terminal.json() ? json(found).onOneLine() : words(found));
        return found.clean() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Found look(BacktestRunner runner, Terminal terminal, int cuts, int markets, long seed) {
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            BacktestRunner.Prepared prepared = runner.prepared();
            LookAheadCheck check = new LookAheadCheck(prepared);
            terminal.progress("running it once with all data");
            Log log = check.whole().log();
            terminal.progress("running it again on data that end at its decisions");
            LookAhead.Result lookAhead = check.cuts(log, cuts, seed);
            terminal.progress("showing it other markets");
            Clairvoyance.Result others = check.otherMarkets(markets, seed);
            terminal.progress("running it with less history");
            return new Found(lookAhead, others, check.warmUp(), OutsideReadings.of(prepared.compiled()));
        } finally {
            System.setOut(stdout);
        }
    }

    private static JsonValue json(Found found) {
        List<JsonValue> findings = new ArrayList<>();
        for (LookAhead.Finding finding : found.lookAhead.findings()) {
            findings.add(new JsonValue.Fields()
                    .put("cut", IsoTime.of(finding.cut()))
                    .put("decided", IsoTime.of(finding.decided()))
                    .put("whole", finding.whole())
                    .put("shortened", finding.shortened()));
        }
        return new JsonValue.Fields()
                .put("clean", found.clean())
                .put("cuts", found.lookAhead.cuts())
                .put("decisions", found.lookAhead.decisions())
                .put("findings", new JsonValue.Items(findings))
                .put(
                        "otherMarkets",
                        new JsonValue.Fields()
                                .put("markets", found.markets.markets())
                                .put("trades", found.markets.trades())
                                .put("score", found.markets.score())
                                .put("clean", found.markets.clean()))
                .put(
                        "warmUp",
                        new JsonValue.Fields()
                                .put("settledBars", settled(found.warmUp))
                                .put("mostBars", found.warmUp.most()))
                .put("reads", JsonValue.texts(found.readings));
    }

    private static JsonValue settled(WarmUp.Result warmUp) {
        return warmUp.settled().isPresent()
                ? new JsonValue.Literal(Integer.toString(warmUp.settled().getAsInt()))
                : JsonValue.Literal.NULL;
    }

    private static String words(Found found) {
        List<String> lines = new ArrayList<>();
        LookAhead.Result cut = found.lookAhead;
        if (cut.clean()) {
            lines.add("  shorter data    the same decisions: %,d compared at %,d cuts"
                    .formatted(cut.decisions(), cut.cuts()));
        } else {
            lines.add("  shorter data    OTHER DECISIONS at %,d of %,d cuts"
                    .formatted(cut.findings().size(), cut.cuts()));
            cut.findings().stream()
                    .limit(5)
                    .forEach(finding ->
                            lines.add("    " + IsoTime.of(finding.decided()) + "  " + LookAheadCheck.words(finding)));
        }
        lines.add(
                found.markets.markets() == 0
                        ? "  other markets   none were shown; only bars of time can be drawn anew"
                        : String.format(
                                Locale.ROOT,
                                "  other markets   %s: %,d trades, %.1f standard deviations (%.0f and more is knowledge)",
                                found.markets.clean()
                                        ? "it knows nothing of the real one"
                                        : "IT KNOWS THE REAL ONE without being shown",
                                found.markets.trades(),
                                found.markets.score(),
                                Clairvoyance.SCORE_MAX));
        lines.add("  history         " + history(found.warmUp));
        for (String reading : found.readings) {
            lines.add("  reads outside   " + reading + ": what stands there cannot be cut, and may hold the future");
        }
        lines.add(
                found.clean()
                        ? "nothing found"
                        : "this strategy decides by what it cannot know; its results mean nothing");
        return String.join(System.lineSeparator(), lines);
    }

    private static String history(WarmUp.Result warmUp) {
        if (warmUp.settled().isPresent()) {
            return "%,d bars before the first signal are enough"
                    .formatted(warmUp.settled().getAsInt());
        }
        return warmUp.most() == 0
                ? "it decides nothing in the second half, so nothing can be said"
                : "even %,d bars do not give the same decisions: start it where the backtest starts"
                        .formatted(warmUp.most());
    }
}
