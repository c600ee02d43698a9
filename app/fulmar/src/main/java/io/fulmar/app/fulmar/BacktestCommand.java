package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarKind;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** {@code fulmar backtest}: its options, and how they become a {@link BacktestRequest}. */
final class BacktestCommand {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int PERIODS = 365;
    private static final String PLAIN = "./:=%,_-+@";
    private static final Set<String> SCREEN = Set.of("--json", "--quiet", "--color", "--open");

    private BacktestCommand() {}

    /** What runs a backtest. */
    interface Backtests {
        ExitCode run(BacktestRequest request, Terminal terminal);
    }

    static CommandEntry command(Backtests backtests) {
        return new CommandEntry(
                "backtest",
                "test strategies on bars of the past and write a report",
                Argument.some(
                        "FILE", "a strategy: one .java file, compiled on the way; given twice, it takes part twice"),
                Stream.concat(OPTIONS.stream(), ContractOptions.OPTIONS.stream())
                        .toList(),
                List.of(
                        "fulmar backtest examples/SmaCross.java --csv btc.csv --symbol BTC/USDT:USDT --timeframe 1m",
                        "fulmar backtest MyIdea.java --csv btc.csv --symbol BTC/USDT:USDT --timeframe 1h --param fast=20"
                                + " --fee-bps 2.5 --out out/my-idea --json",
                        "fulmar backtest Pair.java --csv BTC/USDT=btc.csv --csv ETH/USDT=eth.csv --timeframe 5m"),
                (invocation, terminal) -> backtests.run(read(invocation), terminal));
    }

    /** Its own options, without those that all contracts have. */
    static List<Option> options() {
        return OPTIONS;
    }

    private static final List<Option> OPTIONS = options(
            Option.repeated("--csv", "[SYMBOL=]FILE", "bars: time,open,high,low,close,volume; once per instrument"),
            Option.repeated("--symbol", "SYMBOL", "what a --csv without SYMBOL= holds; of a lake also several"),
            Option.of("--timeframe", "TIME", "length of a bar, such as 1m, 4h, 1d; finer files are aggregated"),
            KindOption.OPTION,
            Option.repeated(
                    "--param", "NAME=VALUE", "a parameter; of one of several: SmaCross.fast=20, SmaCross#2.fast=30"),
            Option.of("--out", "DIR", "folder for the results (default out/NAME of the first strategy)"),
            Option.of("--cash", "AMOUNT", "starting cash (default 10000; 1 where the base currency settles)"),
            Option.of("--fee-bps", "BPS", "fee of a fill in basis points (default 0)"),
            Option.of("--maker-bps", "BPS", "fee of a resting order's fill, negative for a rebate (default --fee-bps)"),
            Option.of("--slippage-bps", "BPS", "how much worse than the bar's price a market fill is (default 0)"),
            Option.of(
                    "--path", "PATH", "stop or target first in one bar: worst, or adaptive (default worst: the stop)"),
            Option.of("--leverage", "NUMBER", "how much value each unit of cash may carry (default 1)"),
            Option.of("--tick", "NUMBER", "the price step (default: found in the data)"),
            Option.of("--lot", "NUMBER", "the quantity step (default: found in the data)"),
            Option.of("--instrument", "FILE", "JSON with the instrument's rules, instead of --tick and --lot"),
            Option.of("--trade-from", "TIME", "signals count from this bar on, such as 2024-01-08T00:00Z"),
            HeldOut.OPTION,
            Option.of("--risk", "FILE|live", "limits and breakers: a file's, or live trading's (default: off)"),
            Option.of("--periods", "NUMBER", "daily returns a year in the statistics (default 365)"),
            Option.of("--equity", "ROWS", "rows of equity.csv: days or bars (default days, and every fill)"),
            Option.of("--strategy-timeout", "TIME", "how long a strategy may be busy with one bar (default 5s)"),
            Option.repeated("--share", "NAME=PERCENT", "how much of equity a strategy may use (default all of it)"),
            Option.repeated(
                    "--priority", "NAME=NUMBER", "who is served first when capital is short (default as given)"),
            TrialFile.OPTION,
            Option.flag("--open", "show the report in a browser"));

    private static List<Option> options(Option... own) {
        List<Option> all = new ArrayList<>(List.of(own));
        all.addAll(1, FlowOptions.OPTIONS);
        all.addAll(2, LakeOptions.OPTIONS);
        return List.copyOf(all);
    }

    static BacktestRequest read(Invocation given) {
        List<Path> files =
                given.arguments().stream().map(BacktestCommand::strategyFile).toList();
        return new BacktestRequest(
                new BacktestRequest.Strategies(
                        files,
                        pairs(given, "--param", "fast=20"),
                        pairs(given, "--share", "SmaCross=50%"),
                        pairs(given, "--priority", "SmaCross=1"),
                        given.value("--strategy-timeout")
                                .map(text -> Values.duration("--strategy-timeout", text))
                                .orElse(TIMEOUT)),
                data(given),
                steps(given),
                account(given),
                limits(given),
                ContractOptions.read(given),
                result(given, files.getFirst()),
                reproduce(given));
    }

    private static Path strategyFile(String text) {
        Path file = Values.path("FILE", text);
        if (!text.endsWith(".java")) {
            throw new Failure(ErrorCode.BAD_VALUE, "'" + text + "' is not a strategy: its name does not end in .java")
                    .help("a bar file goes after --csv; write a strategy: fulmar new strategy MyIdea");
        }
        if (Files.isRegularFile(file)) return file;
        Failure failure = new Failure(ErrorCode.STRATEGY_NOT_FOUND, "there is no file " + text);
        Folders.nearest(file).ifPresent(near -> failure.help("did you mean " + near + "?"));
        throw failure.help("write a new one: fulmar new strategy MyIdea");
    }

    /** Names and values of an option that takes {@code NAME=VALUE}. */
    static SequencedMap<String, String> pairs(Invocation given, String option, String example) {
        SequencedMap<String, String> pairs = new LinkedHashMap<>();
        for (String text : given.values(option)) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new Failure(ErrorCode.BAD_VALUE, option + " " + text + " cannot be used")
                        .help("write a name and a value: " + option + " " + example);
            }
            String name = text.substring(0, equals).strip();
            if (pairs.putIfAbsent(name, text.substring(equals + 1).strip()) != null) {
                throw new Failure(ErrorCode.REPEATED_OPTION, option + " " + name + " is given twice").help("keep one");
            }
        }
        return pairs;
    }

    /** The command line that gives the same result again; what only concerns the screen is left out. */
    private static String reproduce(Invocation given) {
        StringJoiner line = new StringJoiner(" ", "fulmar backtest ", "");
        given.arguments().forEach(word -> line.add(quoted(word)));
        given.options().forEach((name, values) -> {
            if (SCREEN.contains(name)) return;
            values.forEach(value -> line.add(value.isEmpty() ? name : name + " " + quoted(value)));
        });
        return line.toString();
    }

    /** As a shell reads it. */
    static String quoted(String word) {
        boolean plain =
                !word.isEmpty() && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static BacktestRequest.Data data(Invocation given) {
        Optional<FlowRequest> flow = FlowOptions.read(given);
        if (flow.isPresent()) {
            String usual = flow.get().bars() ? "1m" : "1s";
            return new BacktestRequest.Data(
                    List.of(),
                    Values.timeframe("--timeframe", given.value("--timeframe").orElse(usual)),
                    given.value("--trade-from").map(text -> Values.time("--trade-from", text)),
                    flow,
                    Optional.empty(),
                    KindOption.ofNoFlow(given),
                    HeldOut.ofBarsOnly(given));
        }
        Optional<LakeRequest> lake = LakeOptions.read(given);
        List<BacktestRequest.Source> sources = lake.isPresent() ? List.of() : sources(given);
        Optional<BarKind> kind = KindOption.read(given);
        Optional<Timeframe> timeframe = given.value("--timeframe").map(text -> Values.timeframe("--timeframe", text));
        boolean found = kind.isPresent() && lake.isPresent(); // in the lake, whatever it has
        return new BacktestRequest.Data(
                sources,
                timeframe
                        .or(() -> found ? Optional.of(KindOption.WHATEVER) : Optional.empty())
                        .orElseThrow(() -> missing(given, "--timeframe", "--timeframe 1m")),
                given.value("--trade-from").map(text -> Values.time("--trade-from", text)),
                Optional.empty(),
                lake,
                kind,
                HeldOut.percent(given));
    }

    private static List<BacktestRequest.Source> sources(Invocation given) {
        List<String> texts = given.values("--csv");
        if (texts.isEmpty()) {
            boolean both = !given.has("--symbol") && !given.has("--timeframe");
            throw missing(
                    given,
                    both ? "--csv, --symbol and --timeframe" : "--csv",
                    "--csv prices.csv --symbol BTC/USDT:USDT --timeframe 1m");
        }
        if (given.values("--symbol").size() > 1) {
            throw new Failure(ErrorCode.REPEATED_OPTION, "--symbol is given more than once")
                    .help("name the symbol of each file: --csv SYMBOL=FILE");
        }
        Optional<Symbol> symbol = given.value("--symbol").map(text -> Values.symbol("--symbol", text));
        List<BacktestRequest.Source> sources = new ArrayList<>();
        for (String text : texts) {
            BacktestRequest.Source source = source(given, text, symbol, texts.size());
            if (sources.stream().anyMatch(other -> other.symbol().equals(source.symbol()))) {
                throw new Failure(ErrorCode.REPEATED_OPTION, "two --csv files hold " + source.symbol())
                        .help("one file an instrument; name each: --csv SYMBOL=FILE");
            }
            sources.add(source);
        }
        return List.copyOf(sources);
    }

    /** {@code SYMBOL=FILE}, or a file's name, which may hold an equals sign too: what exists as a file is one. */
    private static BacktestRequest.Source source(Invocation given, String text, Optional<Symbol> symbol, int files) {
        int equals = text.indexOf('=');
        if (equals > 0 && !Files.exists(Values.path("--csv", text))) {
            if (symbol.isPresent()) {
                throw new Failure(ErrorCode.BAD_VALUE, "--csv " + text + " names a symbol, and so does --symbol")
                        .help("use one of the two");
            }
            Symbol named = Values.symbol("--csv", text.substring(0, equals));
            return new BacktestRequest.Source(named, Values.path("--csv", text.substring(equals + 1)));
        }
        if (files > 1) {
            throw new Failure(ErrorCode.BAD_VALUE, "with several --csv each must name its symbol")
                    .help("write: --csv BTC/USDT:USDT=" + text);
        }
        return new BacktestRequest.Source(
                symbol.orElseThrow(() -> missing(given, "--symbol", "--symbol BTC/USDT:USDT")),
                Values.path("--csv", text));
    }

    private static BacktestRequest.Steps steps(Invocation given) {
        if (given.has("--instrument") && (given.has("--tick") || given.has("--lot"))) {
            throw new Failure(ErrorCode.BAD_VALUE, "--instrument says tick and lot already")
                    .help("leave --tick and --lot out, or --instrument");
        }
        return new BacktestRequest.Steps(
                given.value("--tick").map(text -> Values.positive("--tick", text)),
                given.value("--lot").map(text -> Values.positive("--lot", text)),
                given.value("--instrument").map(text -> Values.path("--instrument", text)));
    }

    private static BacktestRequest.Account account(Invocation given) {
        Rate fee = given.value("--fee-bps")
                .map(text -> Values.cost("--fee-bps", text))
                .orElse(Rate.ZERO);
        return new BacktestRequest.Account(
                given.value("--cash").map(text -> Values.positive("--cash", text)),
                given.value("--leverage")
                        .map(text -> Values.positive("--leverage", text))
                        .orElse(Decimal.of(1)),
                fee,
                given.value("--maker-bps")
                        .map(text -> Values.costOrRebate("--maker-bps", text))
                        .orElse(fee),
                given.value("--slippage-bps")
                        .map(text -> Values.cost("--slippage-bps", text))
                        .orElse(Rate.ZERO),
                given.value("--path")
                        .map(text -> Values.oneOf("--path", text, List.of("worst", "adaptive")))
                        .filter("adaptive"::equals)
                        .map(ignored -> IntrabarPath.ADAPTIVE)
                        .orElse(IntrabarPath.WORST));
    }

    private static BacktestRequest.Limits limits(Invocation given) {
        return given.value("--risk")
                .<BacktestRequest.Limits>map(text -> text.equals("live")
                        ? new BacktestRequest.Limits.Live()
                        : new BacktestRequest.Limits.FromFile(Values.path("--risk", text)))
                .orElse(new BacktestRequest.Limits.Off());
    }

    private static BacktestRequest.Result result(Invocation given, Path strategy) {
        String name = String.valueOf(strategy.getFileName()).replaceFirst("\\.java$", "");
        return new BacktestRequest.Result(
                given.value("--out").map(text -> Values.path("--out", text)).orElse(Path.of("out", name)),
                given.value("--equity")
                        .map(text -> Values.oneOf("--equity", text, List.of("days", "bars")))
                        .orElse("days")
                        .equals("bars"),
                given.value("--periods")
                        .map(text -> Values.count("--periods", text))
                        .orElse(PERIODS),
                given.has("--open"),
                TrialFile.given(given));
    }

    private static Failure missing(Invocation given, String option, String example) {
        return new Failure(ErrorCode.MISSING_OPTION, "fulmar " + given.command().name() + " needs " + option)
                .help("such as: " + example);
    }
}
