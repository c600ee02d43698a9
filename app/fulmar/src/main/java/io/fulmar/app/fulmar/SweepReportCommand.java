package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.DataException;
import io.fulmar.research.robustness.SuperiorAbility;
import io.fulmar.research.robustness.Verdict;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.Row;
import io.fulmar.research.sweep.Scrutiny;
import io.fulmar.research.sweep.SweepException;
import io.fulmar.research.sweep.SweepReport;
import io.fulmar.research.sweep.SweepSurvey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;

/** {@code fulmar sweep report}: one page about a sweep, and whether its best is more than luck. */
final class SweepReportCommand {
    private static final String PAGE = "report.html";
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    /** Options of a sweep that a backtest does not have, or gets from the combination. */
    private static final Set<String> OF_THE_SWEEP = Set.of(
            "--grid",
            "--sampler",
            "--samples",
            "--generation",
            "--objective",
            "--paths",
            "--seed",
            "--holdout",
            "--timeframe",
            "--trade-from");

    private record Close(Optional<Scrutiny> scrutiny, String missing) {}

    private SweepReportCommand() {}

    static CommandEntry entry(CommandRegistry registry, Argument folder) {
        return new CommandEntry(
                "sweep report",
                "write a page about a sweep: maps, what matters, how the best might have gone, and whether it is luck",
                folder,
                List.of(Option.flag("--open", "open the page in the browser")),
                List.of("fulmar sweep report out/sweep --open"),
                (given, terminal) -> run(registry, given, terminal));
    }

    private static ExitCode run(CommandRegistry registry, Invocation given, Terminal terminal) {
        Path folder = Values.path("DIR", given.arguments().getFirst());
        SweepSurvey survey = SweepSurvey.of(folder, Scrutiny.SAMPLE);
        Close close = close(registry, folder, survey, terminal);
        Path page = folder.resolve(PAGE);
        write(survey, close, folder);
        if (terminal.json()) {
            JsonValue.Fields json = new JsonValue.Fields().put("report", page.toString());
            close.scrutiny.ifPresent(found -> verdict(json, found));
            if (close.scrutiny.isEmpty()) json.put("missing", close.missing);
            terminal.out().println(json.onOneLine());
        } else {
            terminal.out()
                    .println(close.scrutiny
                            .map(found -> found.verdict().sentence())
                            .orElse("no verdict: " + close.missing));
            terminal.out().println("report  " + page);
        }
        if (given.has("--open")) Browser.open(page);
        return ExitCode.DONE;
    }

    private static void verdict(JsonValue.Fields json, Scrutiny found) {
        Verdict verdict = found.verdict();
        json.put("verdict", verdict.kind().word())
                .put("sentence", verdict.sentence())
                .put("deflatedSharpe", verdict.deflatedSharpe())
                .put("deflatedSharpeOfAllTrials", verdict.deflatedSharpeRaw())
                .put("trials", verdict.trials())
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
    private static Close close(CommandRegistry registry, Path folder, SweepSurvey survey, Terminal terminal) {
        List<Row> top = survey.top();
        if (top.isEmpty()) return new Close(Optional.empty(), "nothing was evaluated yet");
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            SweepInputs inputs = SweepCommands.inputs(registry, folder, terminal);
            Optional<String> other = changed(survey.manifest(), inputs.manifest());
            if (other.isPresent()) return new Close(Optional.empty(), other.get());
            AtomicLong evaluated = new AtomicLong();
            return new Close(
                    Optional.of(new Supervisor(inputs.compiled(), TIMEOUT)
                            .call(
                                    () -> Scrutiny.of(
                                            inputs.studies().getFirst(),
                                            inputs.space(),
                                            top.getFirst(),
                                            survey.sample(),
                                            survey.evaluated(),
                                            survey.manifest().search().seed(),
                                            evaluated),
                                    evaluated::get,
                                    (done, taken) -> {})),
                    "");
        } catch (Failure | SweepException | DataException e) {
            return new Close(Optional.empty(), "strategy or data cannot be read again: " + e.getMessage());
        } finally {
            System.setOut(stdout);
        }
    }

    private static Optional<String> changed(Manifest then, Manifest now) {
        if (!then.strategy().codeHash().equals(now.strategy().codeHash()))
            return Optional.of("the strategy's file has other content than the sweep had");
        return then.markets().equals(now.markets())
                ? Optional.empty()
                : Optional.of("the data are other than the sweep had");
    }

    private static void write(SweepSurvey survey, Close close, Path folder) {
        Path page = folder.resolve(PAGE);
        Manifest manifest = survey.manifest();
        SweepReport.Words words =
                new SweepReport.Words(one(manifest), again(manifest), "fulmar " + Version.number(), close.missing);
        Path unfinished = page.resolveSibling(PAGE + ".part");
        try {
            Files.writeString(unfinished, SweepReport.html(survey, close.scrutiny, words));
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
