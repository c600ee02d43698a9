package io.fulmar.app.fulmar;

import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Symbol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The options of {@code fulmar backtest} that are about contracts: funding, margin, position mode. */
final class ContractOptions {
    static final List<Option> OPTIONS = List.of(
            Option.repeated(
                    "--funding", "[SYMBOL=]FILE", "funding rates of a perpetual: time,rate[,mark]; or synth:SEED"),
            Option.of("--margin", "MODE|FILE", "liquidate: isolated or cross, or a file with mode and tiers"),
            Option.flag("--hedge", "keep a long and a short position apart, so that both may stand at once"));

    private static final String SYNTHETIC = "synth:";
    private static final List<String> MODES = List.of("isolated", "cross", "none");

    private ContractOptions() {}

    /** Everything that was asked for; nothing means: as before there were contracts. */
    record Wanted(MarginMode margin, Optional<Path> tiers, boolean hedge, List<FundingSource> funding) {
        static final Wanted NOTHING = new Wanted(MarginMode.NONE, Optional.empty(), false, List.of());
    }

    /**
     * Where the funding of a market comes from.
     *
     * @param symbol empty: of the only market
     * @param seed of made-up rates; else the file has them
     */
    record FundingSource(Optional<Symbol> symbol, Path file, OptionalLong seed) {}

    static Wanted read(Invocation given) {
        List<FundingSource> funding = new ArrayList<>();
        for (String text : given.values("--funding")) {
            FundingSource source = funding(text);
            if (funding.stream().anyMatch(other -> other.symbol().equals(source.symbol()))) {
                throw new Failure(ErrorCode.REPEATED_OPTION, "two --funding for the same market")
                        .help("name the market of each: --funding BTC/USDT:USDT=rates.csv");
            }
            funding.add(source);
        }
        String margin = given.value("--margin").orElse("none");
        if (MODES.contains(margin.toLowerCase(Locale.ROOT))) {
            MarginMode mode = MarginMode.valueOf(margin.toUpperCase(Locale.ROOT));
            return new Wanted(mode, Optional.empty(), given.has("--hedge"), List.copyOf(funding));
        }
        Path file = marginFile(margin);
        return new Wanted(MarginFile.of(file).mode(), Optional.of(file), given.has("--hedge"), List.copyOf(funding));
    }

    private static Path marginFile(String text) {
        Path file = Values.path("--margin", text);
        if (Files.exists(file)) return file;
        Failure failure = new Failure(ErrorCode.BAD_VALUE, "--margin " + text + " is neither a mode nor a file");
        Suggestion.nearest(text, MODES).ifPresent(near -> failure.help("did you mean " + near + "?"));
        Folders.nearest(file).ifPresent(near -> failure.help("did you mean " + near + "?"));
        throw failure.help("modes are: " + String.join(", ", MODES) + "; a file is JSON: docs/margin-file.md");
    }

    private static FundingSource funding(String text) {
        int equals = text.indexOf('=');
        boolean named = equals > 0 && !Files.exists(Values.path("--funding", text));
        Optional<Symbol> symbol =
                named ? Optional.of(Values.symbol("--funding", text.substring(0, equals))) : Optional.empty();
        String source = named ? text.substring(equals + 1) : text;
        if (!source.startsWith(SYNTHETIC)) {
            return new FundingSource(symbol, Values.path("--funding", source), OptionalLong.empty());
        }
        try {
            long seed = Long.parseLong(source.substring(SYNTHETIC.length()));
            return new FundingSource(symbol, Path.of("synthetic"), OptionalLong.of(seed));
        } catch (NumberFormatException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--funding " + text + " cannot be used")
                    .help("a seed is a whole number: --funding synth:42");
        }
    }
}
