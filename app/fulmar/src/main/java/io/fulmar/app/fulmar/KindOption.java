package io.fulmar.app.fulmar;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarKind;
import java.util.Optional;

/** {@code --bars KIND} of a backtest and a sweep: bars that are made, of trades or of candles, before anybody sees them. */
final class KindOption {
    static final Option OPTION = Option.of(
            "--bars",
            "KIND",
            "bars of another kind: renko:0.5%, tick:500, ha:1h, ...; of the lake's trades, or candles of --timeframe");

    /** In the place of a timeframe: of what the lake has, the bars themselves, else trades, else the finest candles. */
    static final Timeframe WHATEVER = new Timeframe(1);

    private KindOption() {}

    static Optional<BarKind> read(Invocation given) {
        return given.value(OPTION.name()).map(BarsCommand::kind);
    }

    /** Quotes, trades and books that are run event by event have bars of time. */
    static Optional<BarKind> ofNoFlow(Invocation given) {
        if (!given.has(OPTION.name())) return Optional.empty();
        throw new Failure(ErrorCode.BAD_VALUE, OPTION.name() + " is for a lake's trades and for candles")
                .help("import the trades: fulmar data import FILE --lake lake ..., then backtest --data lake "
                        + OPTION.name() + " " + given.value(OPTION.name()).orElse(""));
    }
}
