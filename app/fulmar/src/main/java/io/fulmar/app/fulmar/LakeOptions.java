package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of {@code fulmar backtest} and {@code sweep run} for bars that lie in a lake. */
final class LakeOptions {
    static final String DATA = "lake";

    static final List<Option> OPTIONS = List.of(
            Option.of("--lake", "DIR", "the folder of the lake, with --data lake (default lake)"),
            Option.of("--venue", "NAME", "whose bars of the lake (default: the only venue that has them)"),
            Option.of("--from", "TIME", "bars of the lake that open at this time or later"),
            Option.of("--to", "TIME", "bars of the lake that open before this time"));

    private static final long SECOND = 1_000_000_000L;

    private LakeOptions() {}

    static boolean wanted(Invocation given) {
        return given.value("--data").filter(DATA::equals).isPresent();
    }

    /** Empty unless {@code --data lake}. */
    static Optional<LakeRequest> read(Invocation given) {
        if (!wanted(given)) {
            for (Option option : OPTIONS) {
                if (given.has(option.name())) {
                    throw new Failure(ErrorCode.BAD_VALUE, option.name() + " is for bars of a lake")
                            .help("add --data lake, or leave it out");
                }
            }
            return Optional.empty();
        }
        LakeOption.existing(given);
        return Optional.of(new LakeRequest(
                LakeOption.folder(given),
                given.value("--venue"),
                symbols(given),
                time(given, "--from").orElse(Long.MIN_VALUE),
                time(given, "--to").orElse(Long.MAX_VALUE)));
    }

    /** Each {@code --symbol} holds one, or several between commas. */
    private static List<Symbol> symbols(Invocation given) {
        List<Symbol> symbols = new ArrayList<>();
        for (String text : given.values("--symbol")) {
            for (String each : text.split(",", -1)) {
                Symbol symbol = Values.symbol("--symbol", each.strip());
                if (symbols.contains(symbol)) {
                    throw new Failure(ErrorCode.REPEATED_OPTION, symbol + " is given twice").help("keep one");
                }
                symbols.add(symbol);
            }
        }
        return List.copyOf(symbols);
    }

    private static Optional<Long> time(Invocation given, String option) {
        return given.value(option).map(text -> {
            Instant time = Values.time(option, text);
            try {
                return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano());
            } catch (ArithmeticException e) {
                throw new Failure(ErrorCode.BAD_VALUE, option + " " + text + " cannot be used")
                        .help("it lies between the years 1678 and 2262");
            }
        });
    }
}
