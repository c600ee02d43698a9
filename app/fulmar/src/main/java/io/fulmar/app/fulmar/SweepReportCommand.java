package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.DataException;
import io.fulmar.research.robustness.SuperiorAbility;
import io.fulmar.research.robustness.Verdict;
import io.fulmar.research.sweep.Hardship;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.Scrutiny;
import io.fulmar.research.sweep.SweepException;
import io.fulmar.research.sweep.SweepReport;
import io.fulmar.research.sweep.SweepSurvey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;

/** {@code fulmar sweep report}: one page about a sweep, and whether its best is more than luck. */
final class SweepReportCommand {
    private static final String PAGE = "report.html";
    private static final Option PRICE_PATHS = Option.of(
            "--price-paths", "N", "markets that never were, for the best three to be tried on (default 50); 0: none");

    /** Options of a sweep that a backtest does not have, or gets from the combination. */
    private static final Set<String> OF_THE_SWEEP = Set.of(
            "--grid",
            "--sampler",
            "--samples",
            "--generation",
            "--objective",
            "--paths",
            "--seed",
            "--timeframe",
            "--trade-from");

    /** Each market looked at closely, or why none was. */
    private record Close(List<Scrutiny> markets, long own, String missing) {}

    private SweepReportCommand() {}

    static CommandEntry entry(CommandRegistry registry, Argument folder) {
        return new CommandEntry(
                "sweep report",
                "write a page about a sweep: maps, what matters, how the best might have gone, and whether it is luck",
                folder,
                List.of(PRICE_PATHS, TrialFile.OPTION, Option.flag("--open", "open the page in the browser")),
                List.of("fulmar sweep report out/sweep --open"),
                (given, terminal) -> run(registry, given, terminal));
    }

    private static int priceMarkets(Invocation given) {
        String text = given.value(PRICE_PATHS.name()).orElse(Integer.toString(Hardship.MARKETS_USUAL));
        return text.equals("0") ? 0 : Numbers.count(PRICE_PATHS.name(), text, Hardship.MARKETS_MAX);
    }

    private static ExitCode run(CommandRegistry registry, Invocation given, Terminal terminal) {
        Path folder = Values.path("DIR", given.arguments().getFirst());
        SweepSurvey survey = SweepSurvey.of(folder, Scrutiny.SAMPLE);
        Close close = close(registry, folder, survey, given, terminal);
        Path page = folder.resolve(PAGE);
        write(survey, close, folder);
        if (terminal.json()) {
            JsonValue.Fields json = new JsonValue.Fields().put("report", page.toString());
            if (close.markets.isEmpty()) json.put("missing", close.missing);
            else json(json, close);
            terminal.out().println(json.onOneLine());
        } else {
            if (close.markets.isEmpty()) terminal.out().println("no verdict: " + close.missing);
            for (Scrutiny found : close.markets) {
                String place = close.markets.size() == 1 ? "" : found.market() + ": ";
                terminal.out().println(place + found.verdict().sentence());
            }
            terminal.out().println("report  " + page);
        }
        if (given.has("--open")) Browser.open(page);
        return ExitCode.DONE;
    }

    /** The first market's at the top, as of a sweep over one; of several each in a list of its own. */
    private static void json(JsonValue.Fields json, Close close) {
        verdict(json, close.markets.getFirst(), close.own);
        if (close.markets.size() == 1) return;
        json.put(
                "markets",
                new JsonValue.Items(close.markets.stream()
                        .<JsonValue>map(found ->
                                verdict(new JsonValue.Fields().put("market", found.market()), found, close.own))
                        .toList()));
    }

    private static JsonValue.Fields verdict(JsonValue.Fields json, Scrutiny found, long own) {
        Verdict verdict = found.verdict();
        return json.put("verdict", verdict.kind().word())
                .put("sentence", verdict.sentence())
                .put("deflatedSharpe", verdict.deflatedSharpe())
                .put("deflatedSharpeOfAllTrials", verdict.deflatedSharpeRaw())
                .put("trials", verdict.trials())
                .put("trialsOfThisSweep", own)
                .put("effectiveTrials", verdict.effectiveTrials())
                .put("pbo", verdict.overfitting())
                .put(
                        "spa",
                        found.ability().stream()
                                .mapToDouble(SuperiorAbility::consistent)
                                .findFirst()
                                .orElse(Double.NaN))
                .put("sampled", found.sampled());
    }

    /** The best run again, where strategy and data are still what they were. */
    private static Close close(
            CommandRegistry registry, Path folder, SweepSurvey survey, Invocation given, Terminal terminal) {
        long own = survey.evaluated();
        if (survey.top().isEmpty()) return new Close(List.of(), own, "nothing was evaluated yet");
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            SweepAgain again = SweepAgain.of(registry, folder, survey.manifest(), terminal);
            List<Long> trials = again.trials(own, given);
            AtomicLong evaluated = new AtomicLong();
            Scrutiny.Search search = new Scrutiny.Search(
                    again.inputs().space(),
                    survey.top(),
                    survey.sample(),
                    priceMarkets(given),
                    survey.manifest().search().seed());
            return new Close(again.watched(() -> markets(again, search, trials, evaluated), evaluated), own, "");
        } catch (Failure | SweepException | DataException e) {
            boolean changed = e instanceof Failure failure && failure.code() == ErrorCode.SWEEP_CHANGED;
            String why = changed ? "" : "strategy or data cannot be read again: ";
            return new Close(List.of(), own, why + e.getMessage());
        } finally {
            System.setOut(stdout);
        }
    }

    private static List<Scrutiny> markets(
            SweepAgain again, Scrutiny.Search search, List<Long> trials, AtomicLong evaluated) {
        List<Scrutiny> markets = new ArrayList<>();
        for (int market = 0; market < trials.size(); market++) {
            markets.add(Scrutiny.of(again.inputs().studies().get(market), search, trials.get(market), evaluated));
        }
        return markets;
    }

    private static void write(SweepSurvey survey, Close close, Path folder) {
        Path page = folder.resolve(PAGE);
        Manifest manifest = survey.manifest();
        SweepReport.Words words =
                new SweepReport.Words(one(manifest), again(manifest), "fulmar " + Version.number(), close.missing);
        Path unfinished = page.resolveSibling(PAGE + ".part");
        try {
            Files.writeString(unfinished, SweepReport.html(survey, close.markets, words));
            Files.move(unfinished, page, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw OutputFolder.cannotWrite(folder, e);
        }
    }

    /** The backtest of one combination, up to its parameters. */
    private static String one(Manifest manifest) {
        StringJoiner line = new StringJoiner(" ", Called.as() + " backtest ", "");
        List<String> words = manifest.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (OF_THE_SWEEP.contains(word)) i++;
            else line.add(BacktestCommand.quoted(word));
        }
        Manifest.Market market = manifest.markets().getFirst();
        long from = Long.parseLong(market.window().substring(0, market.window().indexOf("..")));
        return line.add("--timeframe")
                .add(market.timeframe())
                .add("--trade-from")
                .add(IsoTime.of(from))
                .toString();
    }

    private static String again(Manifest manifest) {
        StringJoiner line = new StringJoiner(" ", Called.as() + " sweep run ", "");
        manifest.words().forEach(word -> line.add(BacktestCommand.quoted(word)));
        return line.toString();
    }
}
