package io.fulmar.app.fulmar;

import io.fulmar.research.robustness.EffectiveTrials;
import io.fulmar.research.sweep.Luck;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.Row;
import io.fulmar.research.sweep.SweepStatus;
import io.fulmar.research.sweep.SweepSurvey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** {@code fulmar sweep top}: the best combinations; with {@code --luck} how likely their edge is real, by all that was ever tried. */
final class SweepTopCommand {
    private static final int TOP = 20;
    private static final int TOP_MAX = 100_000;
    /** Each of them is run again, at the desk too. */
    private static final int LUCK_MAX = 100;

    private static final double YEAR_ROOT = Math.sqrt(365);

    private SweepTopCommand() {}

    static CommandEntry entry(CommandRegistry registry, Argument folder) {
        return new CommandEntry(
                "sweep top",
                "list the best combinations so far",
                folder,
                List.of(
                        Option.of("--count", "N", "how many (default 20)").withLetter("-n"),
                        Option.flag("--luck", "say how likely each edge is real, by all trials in the ledger"),
                        TrialFile.OPTION),
                List.of("fulmar sweep top out/sweep -n 20 --json", "fulmar sweep top out/sweep -n 5 --luck"),
                (given, terminal) -> top(registry, given, terminal));
    }

    private static ExitCode top(CommandRegistry registry, Invocation given, Terminal terminal) {
        boolean luck = given.has("--luck");
        int count = given.value("--count")
                .map(text -> Values.count("--count", text))
                .orElse(TOP);
        int most = luck ? LUCK_MAX : TOP_MAX;
        if (count > most) {
            throw new Failure(ErrorCode.BAD_VALUE, "--count " + count + " cannot be used")
                    .help("it is at most " + most
                            + (luck ? " with --luck, which runs each again" : "; results.arrow holds all of them"));
        }
        Path folder = Values.path("DIR", given.arguments().getFirst());
        SweepStatus status = SweepStatus.of(folder);
        Manifest manifest = status.manifest();
        List<Row> best = status.top(count);
        if (luck) return luck(registry, folder, best, given, terminal);
        if (!terminal.json()) {
            List<List<String>> table = new ArrayList<>();
            table.add(List.of("rank", "score", "eligible", "trades", "net return", "max drawdown", "parameters"));
            for (int i = 0; i < best.size(); i++) table.add(SweepView.cells(i + 1, best.get(i), manifest));
            terminal.out().println(SweepView.table(table));
            return ExitCode.DONE;
        }
        for (int i = 0; i < best.size(); i++) {
            terminal.out().println(line(i, SweepView.row(best.get(i), manifest)));
        }
        return ExitCode.DONE;
    }

    private static String line(int place, JsonValue row) {
        return "{\"rank\":" + (place + 1) + "," + row.onOneLine().substring(1);
    }

    private static ExitCode luck(
            CommandRegistry registry, Path folder, List<Row> best, Invocation given, Terminal terminal) {
        SweepSurvey survey = SweepSurvey.of(folder, EffectiveTrials.SAMPLE);
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            SweepAgain again = SweepAgain.of(registry, folder, survey.manifest(), terminal);
            List<Long> trials = again.trials(survey.evaluated(), given);
            AtomicLong evaluated = new AtomicLong();
            List<Luck> lucks = again.watched(() -> weakest(again, survey.sample(), best, trials, evaluated), evaluated);
            print(best, lucks, survey, terminal);
            return ExitCode.DONE;
        } finally {
            System.setOut(stdout);
        }
    }

    /** Of each the market where it shows the least. */
    private static List<Luck> weakest(
            SweepAgain again, long[] sample, List<Row> best, List<Long> trials, AtomicLong evaluated) {
        List<List<Luck>> markets = new ArrayList<>();
        for (int market = 0; market < trials.size(); market++) {
            SweepInputs inputs = again.inputs();
            markets.add(
                    Luck.of(inputs.studies().get(market), inputs.space(), best, sample, trials.get(market), evaluated));
        }
        List<Luck> weakest = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            int place = i;
            markets.stream()
                    .map(market -> market.get(place))
                    .min(Comparator.comparingDouble(Luck::deflated))
                    .ifPresent(weakest::add);
        }
        return weakest;
    }

    private static void print(List<Row> best, List<Luck> lucks, SweepSurvey survey, Terminal terminal) {
        Manifest manifest = survey.manifest();
        if (terminal.json()) {
            for (int i = 0; i < best.size(); i++) {
                JsonValue row = SweepView.row(best.get(i), manifest).put("luck", json(lucks.get(i), survey));
                terminal.out().println(line(i, row));
            }
            return;
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("rank", "score", "Sharpe", "alone", "deflated", "by all trials", "where", "parameters"));
        for (int i = 0; i < best.size(); i++) {
            List<String> cells = SweepView.cells(i + 1, best.get(i), manifest);
            Luck luck = lucks.get(i);
            table.add(List.of(
                    cells.getFirst(),
                    cells.get(1),
                    String.format(Locale.ROOT, "%.2f", luck.sharpe().ratio() * YEAR_ROOT),
                    percent(luck.probabilistic()),
                    percent(luck.deflated()),
                    percent(luck.deflatedRaw()),
                    luck.market(),
                    cells.getLast()));
        }
        terminal.out().println(SweepView.table(table));
        lucks.stream()
                .findFirst()
                .ifPresent(luck -> terminal.out()
                        .println(String.format(
                                Locale.ROOT,
                                "%,d trials on this data, %,d of them of this sweep, worth %,.0f independent ones",
                                luck.trials(),
                                survey.evaluated(),
                                luck.effectiveTrials())));
    }

    private static JsonValue json(Luck luck, SweepSurvey survey) {
        return new JsonValue.Fields()
                .put("market", luck.market())
                .put("sharpe", luck.sharpe().ratio() * YEAR_ROOT)
                .put("probabilisticSharpe", luck.probabilistic())
                .put("deflatedSharpe", luck.deflated())
                .put("deflatedSharpeOfAllTrials", luck.deflatedRaw())
                .put("trials", luck.trials())
                .put("trialsOfThisSweep", survey.evaluated())
                .put("effectiveTrials", luck.effectiveTrials());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
