package io.fulmar.app.fulmar;

import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.robustness.TrialLedger;
import io.fulmar.research.sweep.HoldoutLog;
import io.fulmar.research.sweep.Manifest;
import io.fulmar.research.sweep.Row;
import io.fulmar.research.sweep.Study;
import io.fulmar.research.sweep.SweepStatus;
import io.fulmar.research.sweep.TrialLog;
import io.fulmar.research.sweep.Trials;
import io.fulmar.research.sweep.Unseen;
import io.fulmar.strategy.Parameters;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** {@code fulmar sweep holdout}: the locked bars, looked at; every look is noted before it is taken. */
final class SweepHoldoutCommand {
    private static final int COMBINATIONS_MAX = 100;
    private static final double YEAR_ROOT = Math.sqrt(365);

    private SweepHoldoutCommand() {}

    static CommandEntry entry(CommandRegistry registry, Argument folder, WallClock clock) {
        return new CommandEntry(
                "sweep holdout",
                "open the bars that --holdout locked away, for the best combination; every opening is logged",
                folder,
                List.of(
                        Option.repeated("--combination", "NUMBER", "which to evaluate there (default: the best)"),
                        TrialFile.OPTION),
                List.of("fulmar sweep holdout out/sweep", "fulmar sweep holdout out/sweep --combination 1234 --json"),
                (given, terminal) -> run(registry, clock, given, terminal));
    }

    private static ExitCode run(CommandRegistry registry, WallClock clock, Invocation given, Terminal terminal) {
        Path folder = Values.path("DIR", given.arguments().getFirst());
        SweepStatus status = SweepStatus.of(folder);
        if (!status.manifest().settings().containsKey("--holdout")) {
            throw locked("nothing is held out of the sweep in " + folder)
                    .help("a sweep with --holdout 20% keeps the last bars for this");
        }
        if (status.state() != SweepStatus.State.FINISHED) {
            throw locked("the sweep in " + folder + " is not finished: who looks now chooses by what is seen")
                    .help("go on with it first: " + Called.as() + " sweep resume " + folder);
        }
        PrintStream stdout = System.out;
        System.setOut(terminal.err());
        try {
            SweepAgain again = SweepAgain.of(registry, folder, status.manifest(), terminal);
            List<Long> numbers = numbers(given, status, again.inputs());
            List<Study> studies = studies(again.inputs(), terminal);
            Path file = TrialFile.given(given)
                    .orElseGet(() -> again.inputs().request().trialsOf(folder));
            long known = known(TrialLog.read(file), studies);
            String now = clock.now().truncatedTo(ChronoUnit.SECONDS).toString();
            HoldoutLog.Opening opening = HoldoutLog.open(folder, now, numbers);
            int looks = HoldoutLog.read(folder).combinations();
            AtomicLong evaluated = new AtomicLong();
            List<HoldoutLog.Seen> seen = again.watched(
                    () -> {
                        List<HoldoutLog.Seen> all = new ArrayList<>();
                        for (Study study : studies) {
                            all.addAll(Unseen.of(study, again.inputs().space(), opening, looks, evaluated));
                        }
                        return all;
                    },
                    evaluated);
            HoldoutLog.note(folder, seen);
            TrialFile.note(file, trials(again, studies, seen), terminal);
            print(again, opening, looks, known, seen, terminal);
            return ExitCode.DONE;
        } finally {
            System.setOut(stdout);
        }
    }

    private static Failure locked(String why) {
        return new Failure(ErrorCode.HOLDOUT_STAYS_LOCKED, why);
    }

    private static List<Long> numbers(Invocation given, SweepStatus status, SweepInputs inputs) {
        TreeSet<Long> numbers = new TreeSet<>();
        for (String text : given.values("--combination")) {
            long number = number(text);
            if (number >= inputs.space().size()
                    || inputs.space().parameters(number).isEmpty()) {
                throw new Failure(ErrorCode.BAD_VALUE, "--combination " + text + " is none of this sweep")
                        .help("sweep top lists combinations with their numbers");
            }
            numbers.add(number);
        }
        if (numbers.isEmpty()) status.top(1).stream().map(Row::combination).forEach(numbers::add);
        if (numbers.isEmpty()) throw locked("the sweep evaluated nothing").help("sweep other combinations");
        if (numbers.size() > COMBINATIONS_MAX) {
            throw new Failure(ErrorCode.BAD_VALUE, numbers.size() + " combinations are a search, not a judgement")
                    .help("name the few that you would trade, at most " + COMBINATIONS_MAX);
        }
        return List.copyOf(numbers);
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) return number;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Failure(ErrorCode.BAD_VALUE, "--combination " + text + " cannot be used")
                .help("it is a number that sweep top --json tells");
    }

    /** The whole of each market, signals counting from the first held-out bar on. */
    private static List<Study> studies(SweepInputs inputs, Terminal terminal) {
        List<Study> studies = new ArrayList<>();
        for (BacktestRequest held : inputs.request().backtests()) {
            BacktestRequest whole = held.opened();
            for (List<MarketData> markets :
                    inputs.swept().of(Feed.read(whole, OptionalLong.empty()).markets())) {
                MarketData market = markets.getFirst();
                int first = HeldOut.kept(market.bars().size(), held.data().heldOut());
                if (first >= market.bars().size()) {
                    throw locked("no bar of " + market.instrument().symbol() + " is held out")
                            .help("hold out more, or take more data");
                }
                studies.add(new Study(inputs.swept().setup(whole, markets, terminal), first));
            }
        }
        return studies;
    }

    private static Manifest.Market market(Study study) {
        return new Manifest.Market(
                study.data().instrument().symbol().toString(),
                study.data().bars().kind().toString(),
                study.data().dataHash(),
                study.data().bars().size(),
                study.tradeFrom() + ".."
                        + study.data().bars().closeTime(study.data().bars().size() - 1),
                study.data().instrument().settlement().code(),
                study.data().instrument().settlement().digits());
    }

    /** How many trials, of any sweep or backtest, have seen this time already. */
    private static long known(TrialLedger everything, List<Study> studies) {
        long most = 0;
        for (Study study : studies) {
            Manifest.Market market = market(study);
            most = Math.max(
                    most,
                    everything
                            .overlapping(market.symbol(), market.from(), market.to())
                            .count());
        }
        return most;
    }

    private static TrialLedger trials(SweepAgain again, List<Study> studies, List<HoldoutLog.Seen> seen) {
        SweepInputs inputs = again.inputs();
        String costs = TrialFile.costs(inputs.request().first());
        TrialLedger ledger = new TrialLedger();
        int each = seen.size() / studies.size();
        for (int i = 0; i < seen.size(); i++) {
            Manifest.Market market = market(studies.get(i / each));
            Record parameters =
                    inputs.space().parameters(seen.get(i).combination()).orElseThrow();
            long trial = Trials.backtest(
                    again.manifest().strategy().codeHash(), market, costs, Parameters.texts(parameters));
            ledger.add(Trials.stretch(market), trial, seen.get(i).sharpe());
        }
        return ledger;
    }

    private static void print(
            SweepAgain again,
            HoldoutLog.Opening opening,
            int looks,
            long known,
            List<HoldoutLog.Seen> seen,
            Terminal terminal) {
        if (terminal.json()) {
            for (HoldoutLog.Seen one : seen)
                terminal.out().println(json(again, opening, looks, known, one).onOneLine());
        } else {
            List<List<String>> table = new ArrayList<>();
            table.add(List.of(
                    "combination",
                    "market",
                    "trades",
                    "net return",
                    "max drawdown",
                    "Sharpe",
                    "deflated",
                    "parameters"));
            for (HoldoutLog.Seen one : seen) table.add(cells(again, one));
            terminal.out().println(SweepView.table(table));
        }
        if (opening.number() > 1) {
            terminal.err()
                    .println("warning: opened " + (opening.number() - 1) + " times before, " + looks
                            + " combinations in all: these bars are no longer unseen");
        }
        if (known > 0) {
            terminal.err()
                    .println("warning: the ledger knows " + known
                            + " trials that have seen some of this time; it was not out of sight");
        }
    }

    private static JsonValue.Fields json(
            SweepAgain again, HoldoutLog.Opening opening, int looks, long known, HoldoutLog.Seen one) {
        return new JsonValue.Fields()
                .put("combination", one.combination())
                .put("params", SweepView.params(again.manifest(), one.combination()))
                .put("market", one.market())
                .put("opening", opening.number())
                .put("openedBefore", opening.number() - 1)
                .put("combinationsOpened", looks)
                .put("trialsOnThisTime", known)
                .put("trades", one.trades())
                .put("netReturn", one.netReturn())
                .put("maxDrawdown", one.maxDrawdown())
                .put("fees", SweepView.money(again.manifest(), one.fees()))
                .put("sharpe", one.sharpe() * YEAR_ROOT)
                .put("deflatedSharpe", one.deflated());
    }

    private static List<String> cells(SweepAgain again, HoldoutLog.Seen one) {
        StringBuilder params = new StringBuilder();
        again.manifest()
                .search()
                .parameters(one.combination())
                .forEach((name, text) ->
                        params.append(params.isEmpty() ? "" : " ").append(name + "=" + text));
        return List.of(
                Long.toString(one.combination()),
                one.market(),
                Integer.toString(one.trades()),
                percent(one.netReturn()),
                percent(one.maxDrawdown()),
                String.format(Locale.ROOT, "%.2f", one.sharpe() * YEAR_ROOT),
                Double.isNaN(one.deflated()) ? "-" : percent(one.deflated()),
                params.toString());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
