package io.fulmar.app.fulmar;

import io.fulmar.market.Bars;
import io.fulmar.research.robustness.CombinatorialValidation;
import io.fulmar.research.robustness.WalkForward;
import io.fulmar.research.sweep.Axis;
import io.fulmar.research.sweep.Space;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code fulmar walkforward}: what choosing by the past would have brought. */
final class WalkForwardCommand {
    private static final Set<String> LEFT_OUT =
            Set.of("--out", "--sampler", "--samples", "--generation", "--unit-timeout", "--dry-run", "--prune");
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,5})d");
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final double YEAR_ROOT = Math.sqrt(365);

    private WalkForwardCommand() {}

    static CommandEntry command() {
        return new CommandEntry(
                "walkforward",
                "choose parameters on the past, judge them on what came next",
                Argument.one("FILE", "a strategy: one .java file"),
                Stream.concat(
                                Stream.of(
                                        Option.of("--train", "TIME", "how long each window learns, such as 180d"),
                                        Option.of("--test", "TIME", "how long its choice is followed, such as 30d"),
                                        Option.of(
                                                "--gap", "TIME", "time between the two that neither sees (default 0)"),
                                        Option.flag("--anchored", "learn from the first bar on, ever longer")),
                                SweepOptions.all().stream().filter(option -> !LEFT_OUT.contains(option.name())))
                        .toList(),
                List.of(
                        "fulmar walkforward examples/SmaCrossPlan.java --csv btc.csv --symbol BTC/USDT:USDT --timeframe 1h"
                                + " --grid fast=5..50:5 --grid slow=60..240:20 --train 180d --test 30d",
                        "fulmar walkforward MyIdea.java --csv btc.csv --symbol BTC/USDT:USDT --timeframe 1h"
                                + " --grid fast=5..50:5 --train 180d --test 30d --anchored --gap 2d --json"),
                WalkForwardCommand::run);
    }

    private static ExitCode run(Invocation given, Terminal terminal) {
        long learn = time(given, "--train", "180d");
        long test = time(given, "--test", "30d");
        long gap = given.value("--gap").map(text -> nanos("--gap", text)).orElse(0L);
        SweepRequest request = SweepOptions.read(given);
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            SweepInputs inputs = SweepInputs.of(request, terminal);
            check(inputs);
            WalkForwardRun run = new WalkForwardRun(inputs, SweepOptions.threads(given));
            Bars bars = run.bars();
            WalkForward walk = new WalkForward(
                    WalkForwardRun.bars(learn, bars).orElse(Integer.MAX_VALUE / 4),
                    WalkForwardRun.bars(test, bars).orElse(Integer.MAX_VALUE / 4),
                    WalkForwardRun.bars(gap, bars).orElse(Integer.MAX_VALUE / 4),
                    given.has("--anchored"));
            if (run.windows(walk).isEmpty()) {
                throw new Failure(ErrorCode.BAD_VALUE, "the data have room for no window")
                        .help("take more data, or shorter --train and --test");
            }
            WalkForwardRun.Outcome outcome = new Supervisor(inputs.compiled(), TIMEOUT)
                    .call(() -> run.run(walk), run::evaluated, (done, taken) -> {});
            TrialFile.given(given)
                    .ifPresent(file -> TrialFile.note(file, inputs.trials().ledger(), terminal));
            terminal.out()
                    .println(
                            terminal.json()
                                    ? json(outcome, inputs.space(), bars, walk).onOneLine()
                                    : table(outcome, inputs.space(), bars));
            return ExitCode.DONE;
        } finally {
            System.setOut(stdout);
        }
    }

    private static void check(SweepInputs inputs) {
        if (inputs.space().size() > WalkForwardRun.COMBINATIONS_MAX) {
            throw new Failure(
                            ErrorCode.BAD_CONFIGURATION,
                            "a walk forward tries at most " + WalkForwardRun.COMBINATIONS_MAX + " combinations, not "
                                    + inputs.space().size())
                    .help("use narrower --grid ranges or wider steps");
        }
    }

    private static long time(Invocation given, String option, String example) {
        return nanos(option, given.value(option).orElseThrow(() -> {
            return new Failure(ErrorCode.MISSING_OPTION, "fulmar walkforward needs " + option)
                    .help("such as: " + option + " " + example);
        }));
    }

    /** Days too, which other options have no use for. */
    private static long nanos(String option, String text) {
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) return Values.duration(option, text).toNanos();
        long count = Long.parseLong(days.group(1));
        if (count == 0)
            throw new Failure(ErrorCode.BAD_VALUE, option + " 0d cannot be used").help("it must be more than 0");
        return Duration.ofDays(count).toNanos();
    }

    private static JsonValue json(WalkForwardRun.Outcome outcome, Space space, Bars bars, WalkForward walk) {
        List<JsonValue> windows = new ArrayList<>();
        for (WalkForwardRun.Step step : outcome.steps()) {
            windows.add(new JsonValue.Fields()
                    .put("trainFrom", IsoTime.of(bars.openTime(step.window().learnFrom())))
                    .put("trainTo", IsoTime.of(bars.closeTime(step.window().learnTo() - 1)))
                    .put("testFrom", IsoTime.of(bars.openTime(step.window().testFrom())))
                    .put("testTo", IsoTime.of(bars.closeTime(step.window().testTo() - 1)))
                    .put("combination", step.combination())
                    .put("params", params(space, step.combination()))
                    .put("eligible", step.eligible())
                    .put("score", step.score())
                    .put("plateau", step.plateau().share())
                    .put("trainReturn", step.learnt())
                    .put("testReturn", step.gain())
                    .put("testTrades", step.trades()));
        }
        JsonValue.Fields json =
                new JsonValue.Fields().put("combinations", space.size()).put("anchored", walk.anchored());
        if (outcome.places().size() == 1) {
            put(json, outcome.places().getFirst()).put("windows", new JsonValue.Items(windows));
            return validated(json, outcome.places().getFirst());
        }
        json.put("netReturn", average(outcome))
                .put("maxDrawdown", worst(outcome))
                .put(
                        "trades",
                        outcome.places().stream()
                                .mapToInt(place -> place.joined().trades())
                                .sum())
                .put("winningWindows", winning(outcome))
                .put("windows", new JsonValue.Items(windows));
        List<JsonValue> markets = new ArrayList<>();
        for (WalkForwardRun.Place place : outcome.places()) {
            markets.add(validated(put(new JsonValue.Fields().put("market", place.market()), place), place));
        }
        return json.put("markets", new JsonValue.Items(markets));
    }

    private static JsonValue.Fields put(JsonValue.Fields json, WalkForwardRun.Place place) {
        WalkForward.Joined joined = place.joined();
        return json.put("netReturn", joined.netReturn())
                .put("maxDrawdown", joined.maxDrawdown())
                .put("trades", joined.trades())
                .put("winningWindows", joined.winning());
    }

    private static JsonValue.Fields validated(JsonValue.Fields json, WalkForwardRun.Place place) {
        place.validation().one().forEach(found -> json.put("cpcv", validation(found)));
        return json;
    }

    private static double average(WalkForwardRun.Outcome outcome) {
        return outcome.places().stream()
                .mapToDouble(place -> place.joined().netReturn())
                .average()
                .orElse(0);
    }

    private static double worst(WalkForwardRun.Outcome outcome) {
        return outcome.places().stream()
                .mapToDouble(place -> place.joined().maxDrawdown())
                .max()
                .orElse(0);
    }

    private static long winning(WalkForwardRun.Outcome outcome) {
        return outcome.steps().stream().filter(step -> step.gain() > 0).count();
    }

    private static JsonValue validation(CombinatorialValidation found) {
        double[] sharpes = found.sharpes();
        return new JsonValue.Fields()
                .put("splits", found.splits())
                .put("paths", sharpes.length)
                .put("sharpeWorst", sharpes[0] * YEAR_ROOT)
                .put("sharpeMedian", sharpes[sharpes.length / 2] * YEAR_ROOT)
                .put("sharpeBest", sharpes[sharpes.length - 1] * YEAR_ROOT)
                .put("gaining", found.gaining());
    }

    private static JsonValue params(Space space, long combination) {
        JsonValue.Fields params = new JsonValue.Fields();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            Axis one = space.axes().get(axis);
            params.put(one.name(), one.texts().get(space.index(combination, axis)));
        }
        return params;
    }

    private static String table(WalkForwardRun.Outcome outcome, Space space, Bars bars) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "  %-12s %-12s %10s %10s %7s  %s".formatted("test from", "to", "learnt", "tested", "trades", "chosen"));
        for (WalkForwardRun.Step step : outcome.steps()) {
            lines.add("  %-12s %-12s %10s %10s %7d  %s%s"
                    .formatted(
                            date(bars.openTime(step.window().testFrom())),
                            date(bars.closeTime(step.window().testTo() - 1)),
                            percent(step.learnt()),
                            percent(step.gain()),
                            step.trades(),
                            chosen(space, step.combination()),
                            step.eligible() ? "" : "  (no combination passed the gates)"));
        }
        for (WalkForwardRun.Place place : outcome.places()) {
            if (outcome.places().size() > 1) lines.add("  " + place.market() + ":");
            lines.addAll(words(place, outcome.steps().size()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> words(WalkForwardRun.Place place, int windows) {
        WalkForward.Joined joined = place.joined();
        List<String> lines = new ArrayList<>();
        lines.add("  all tests joined: %s, worst drawdown %s, %,d trades, %d of %d windows gained"
                .formatted(
                        percent(joined.netReturn()),
                        percent(joined.maxDrawdown()),
                        joined.trades(),
                        joined.winning(),
                        windows));
        place.validation()
                .one()
                .forEach(found -> lines.add(String.format(
                        Locale.ROOT,
                        "  held out in %d ways (CPCV): %d histories, Sharpe %.2f to %.2f, %.0f %% of them gained",
                        found.splits(),
                        found.sharpes().length,
                        found.sharpes()[0] * YEAR_ROOT,
                        found.sharpes()[found.sharpes().length - 1] * YEAR_ROOT,
                        100 * found.gaining())));
        return lines;
    }

    private static String chosen(Space space, long combination) {
        List<String> words = new ArrayList<>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            Axis one = space.axes().get(axis);
            if (one.size() > 1) words.add(one.name() + "=" + one.texts().get(space.index(combination, axis)));
        }
        return String.join(" ", words);
    }

    private static String date(long nanos) {
        return IsoTime.of(nanos).substring(0, 10);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
