package io.fulmar.app.fulmar;

import io.fulmar.research.robustness.Scoring;
import io.fulmar.research.robustness.Shortlist;
import io.fulmar.research.sweep.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The options of {@code fulmar sweep run}, and how they become a {@link SweepRequest}. */
final class SweepOptions {
    private static final int GENERATION = 64;
    private static final int THREADS_MAX = 1_024;

    /** Options of a backtest that mean the same here. */
    private static final Set<String> SHARED = Set.of(
            "--csv",
            "--data",
            "--lake",
            "--venue",
            "--from",
            "--to",
            "--symbol",
            "--bars",
            "--param",
            "--cash",
            "--fee-bps",
            "--maker-bps",
            "--slippage-bps",
            "--path",
            "--leverage",
            "--tick",
            "--lot",
            "--instrument",
            "--trade-from",
            "--holdout",
            "--risk");

    /** Options that change nothing in the results. */
    private static final Set<String> ASIDE =
            Set.of("--out", "--threads", "--dry-run", "--json", "--quiet", "--color", "--unit-timeout");

    /** Options whose meaning the manifest says in words of its own. */
    private static final Set<String> SAID = Set.of(
            "--csv",
            "--data",
            "--lake",
            "--venue",
            "--from",
            "--to",
            "--symbol",
            "--timeframe",
            "--param",
            "--grid",
            "--sampler",
            "--samples",
            "--generation",
            "--objective",
            "--paths",
            "--seed",
            "--trials");

    static final Option THREADS = Option.of("--threads", "N", "how many work at once (default: all processors)");

    static final Option TIMEOUT =
            Option.of("--unit-timeout", "TIME", "how long nothing may come of the work (default 30m)");

    private static final List<Option> OWN = List.of(
            Option.repeated(
                    "--grid", "NAME=VALUES", "what to vary: fast=2..1001, slow=1010..11000:10, 5..500:log20, 1,2,5"),
            Option.of("--out", "DIR", "folder of the sweep (default out/NAME-sweep)"),
            Option.of(
                    "--timeframe",
                    "TIME[,TIME]",
                    "length of a bar, such as 1m; several, such as 5m,1h, count together"),
            Option.of("--sampler", "NAME", "grid, random, sobol or cma (default grid)"),
            Option.of("--samples", "N", "how many combinations random, sobol and cma may try"),
            Option.of("--generation", "N", "combinations of a generation of cma (default 64)"),
            Option.of("--objective", "NAME|FILE", "what makes a combination good, or a YAML file (default robust)"),
            Option.of("--paths", "N", "Monte Carlo paths a candidate (default 1000); 0: none, ranked by G"),
            Option.of("--seed", "N", "of everything drawn by chance (default 1)"),
            Option.flag("--prune", "few Monte Carlo paths for all, all of them for the best: faster, may miss some"),
            TrialFile.OPTION,
            THREADS,
            TIMEOUT,
            Option.flag("--dry-run", "say what it would take, and do nothing"));

    private SweepOptions() {}

    static List<Option> all() {
        return Stream.of(
                        OWN.stream(),
                        BacktestCommand.options().stream().filter(option -> SHARED.contains(option.name())),
                        ContractOptions.OPTIONS.stream())
                .flatMap(each -> each)
                .toList();
    }

    static SweepRequest read(Invocation given) {
        SequencedMap<String, String> grids = BacktestCommand.pairs(given, "--grid", "fast=2..100");
        if (grids.isEmpty()) {
            throw new Failure(ErrorCode.MISSING_OPTION, "fulmar sweep run needs --grid")
                    .help("such as: --grid fast=5..50:5 --grid slow=60..200:20");
        }
        List<BacktestRequest> backtests = new ArrayList<>();
        for (String timeframe : given.value("--timeframe").orElse("").split(",", -1)) {
            Map<String, List<String>> options = new LinkedHashMap<>(given.options());
            if (!timeframe.isEmpty()) options.put("--timeframe", List.of(timeframe.strip()));
            backtests.add(BacktestCommand.read(new Invocation(given.command(), given.arguments(), options)));
        }
        String name = String.valueOf(
                backtests.getFirst().strategies().files().getFirst().getFileName());
        return new SweepRequest(
                backtests,
                grids,
                sampler(given),
                given.value("--objective").orElse("robust"),
                paths(given),
                prune(given),
                given.value("--seed").map(text -> whole("--seed", text)).orElse(1L),
                settings(given),
                words(given),
                TrialFile.given(given),
                given.value("--out")
                        .map(text -> Values.path("--out", text))
                        .orElse(Path.of("out", name.replaceFirst("\\.java$", "") + "-sweep")));
    }

    private static Sampler sampler(Invocation given) {
        String name = given.value("--sampler")
                .map(text -> Values.oneOf("--sampler", text, List.of("grid", "random", "sobol", "cma")))
                .orElse("grid");
        if (name.equals("grid")) {
            if (given.has("--samples")) {
                throw new Failure(ErrorCode.BAD_VALUE, "--samples is for --sampler random, sobol and cma")
                        .help("a grid is evaluated whole");
            }
            return new Sampler.Grid();
        }
        long samples = Values.count(
                "--samples",
                given.value("--samples")
                        .orElseThrow(
                                () -> new Failure(ErrorCode.MISSING_OPTION, "--sampler " + name + " needs --samples")
                                        .help("such as: --samples 10000")));
        return switch (name) {
            case "random" -> new Sampler.Random(samples);
            case "sobol" -> new Sampler.Sobol(samples);
            default ->
                new Sampler.Cma(
                        samples,
                        given.value("--generation")
                                .map(text -> Values.count("--generation", text))
                                .orElse(GENERATION));
        };
    }

    private static int paths(Invocation given) {
        long paths = given.value("--paths").map(text -> whole("--paths", text)).orElse((long) Scoring.PATHS_USUAL);
        if (paths < 0 || paths > Scoring.PATHS_MAX) {
            throw new Failure(ErrorCode.BAD_VALUE, "--paths " + paths + " cannot be used")
                    .help("it lies between 0 and " + Scoring.PATHS_MAX);
        }
        return (int) paths;
    }

    private static boolean prune(Invocation given) {
        int paths = paths(given);
        if (given.has("--prune") && Shortlist.roughPaths(paths) == paths) {
            throw new Failure(ErrorCode.BAD_VALUE, "--prune has nothing to prune of " + paths + " paths")
                    .help("leave it out, or draw more --paths");
        }
        return given.has("--prune");
    }

    /** How many work at once; results do not depend on it. */
    static int threads(Invocation given) {
        int threads = given.value(THREADS.name())
                .map(text -> Values.count(THREADS.name(), text))
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (threads <= THREADS_MAX) return threads;
        throw new Failure(ErrorCode.BAD_VALUE, THREADS.name() + " " + threads + " cannot be used")
                .help("it is at most " + THREADS_MAX);
    }

    private static long whole(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Failure(ErrorCode.BAD_VALUE, option + " " + text + " cannot be used")
                    .help("it must be a whole number");
        }
    }

    /** Costs, cash, limits and the like as they were given; of files their content. */
    private static SequencedMap<String, String> settings(Invocation given) {
        TreeMap<String, String> settings = new TreeMap<>();
        given.options().forEach((name, values) -> {
            if (ASIDE.contains(name) || SAID.contains(name)) return;
            settings.put(
                    name,
                    String.join(" ", values.stream().map(SweepOptions::content).toList()));
        });
        return settings;
    }

    private static String content(String value) {
        Path file = file(value);
        if (!Files.isRegularFile(file)) return value;
        try {
            return StrategySource.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            return value; // who reads it will say what is wrong
        }
    }

    /** The file that an option names, alone or after {@code SYMBOL=}. */
    private static Path file(String value) {
        Path whole = Path.of(value);
        int equals = value.indexOf('=');
        return Files.exists(whole) || equals < 0 ? whole : Path.of(value.substring(equals + 1));
    }

    private static List<String> words(Invocation given) {
        List<String> words = new ArrayList<>();
        given.arguments()
                .forEach(word ->
                        words.add(Path.of(word).toAbsolutePath().normalize().toString()));
        for (Option option : given.command().allOptions()) {
            if (ASIDE.contains(option.name())) continue;
            for (String value : given.values(option.name())) {
                words.add(option.name());
                if (option.equals(TrialFile.OPTION)) {
                    words.add(Path.of(value).toAbsolutePath().normalize().toString()); // it may not be there yet
                } else if (option.takesValue()) {
                    words.add(isPath(option) ? absolute(value) : value);
                }
            }
        }
        return words;
    }

    private static boolean isPath(Option option) {
        return option.value().contains("FILE") || option.name().equals("--lake");
    }

    private static String absolute(String value) {
        Path file = file(value);
        if (!Files.exists(file)) return value;
        String before = value.substring(0, value.length() - file.toString().length());
        return before + file.toAbsolutePath().normalize();
    }
}
