package io.fulmar.indicator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/indicators.md} from the registry. Run it from anywhere inside the repository. */
public final class IndicatorDocs {
    private static final String INTRODUCTION = """
            # Indicators

            This page is written by `IndicatorDocs` from the registry; a test keeps it so.

            Names, argument order, defaults and leading gaps are those of TA-Lib's C library 0.8.2. In an expression arguments follow in that
            order and may be left out from the end: `sma`, `sma(14)`, `macd(12,26,9).signal`. An indicator with several outputs needs the
            name of one. Inputs in italics may be replaced by another series, given first: `sma(high,14)`, `sma(rsi(14),5)`,
            `correl(close,volume,30)`. `bbands(20,2)` means 2 for both bands.

            | class | promise |
            |---|---|
            """;

    private static final String COLUMNS = """

            With inputs known only as doubles (volumes, other indicators) class X becomes W. *Memory* is the number of bars after which a
            calculation begun elsewhere agrees, with the defaults; an indicator of class P has none. *Start* says what a recursion begins
            with. A moving average chosen by `matype` brings its own class; 11 is the indicator's own default, the others are
            AVERAGES.

            *Checked* says which oracles agree: **C** is TA-Lib's C library 0.8.2 on random markets, with the worst difference, relative or of
            the column's scale (`./fulmar proof talib`); **jar** TA-Lib's Java version 0.4.0 and **LEAN** its SPY files, both in the tests;
            **twin** a slow one of ours.

            | name | arguments | inputs | outputs | class | memory | start | what it is | checked |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static final String DIFFERENCES = """

            ## Where TA-Lib differs

            Every function of the C library 0.8.2 is here, and agrees to 1e-9 relative (or 1e-9 of the scale), on prices from 0.00001 to
            30,000, moving and still; `proof/benchmark/talib_check.py` compares all 201. On 20,695 real four-hour candles `linearreg_angle`
            differs by 1.1e-9 with its defaults, `cci(2)` and `correl(3)` by up to 3e-9, all else by less than 1e-9. Known differences:

            * **Where nothing moves, TA-Lib's rounding residue decides**, and ours is another or 0: a KAMA or MAMA (`matype` 6, 7) of an
              indicator that stands still (`stoch`, `stochf`, `stochrsi`, `kdj`), the phase of a still market (`ht_dcphase`, `ht_sine`,
              `ht_trendmode`), `pvo` by HMA. `beta` of two or three bars (to 1e-8) and `stochrsi` of an RSI that hardly moves (to 1e-7)
              divide by almost nothing.
            * **Candle patterns on prices that are no whole numbers**: TA-Lib compares a body with a running sum of doubles, so that of two
              equal lengths its rounding makes one the longer. Ours compares whole ticks where it has them, and each window afresh where not.
            * **Missing is NaN here**, also in front of the whole-number outputs (patterns, indices, `fractal`, trends), where TA-Lib
              writes 0; `vwma` of a window without volume and `vwap` before the first trade are NaN, where TA-Lib's are an infinity or 0.
            * **`mavp`** takes windows up to 500, all kept in step; its windows are the second series.
            * **TA-Lib's Java version 0.4.0**, the oracle of the unit tests, takes anything below 1e-8 for zero (`rsi`, `adx`, ... of prices
              such as 0.00001), loses digits in `stddev`, `var`, `correl`, `beta`, `linearreg_slope` and `linearreg_angle`, has no dead zone
              for rounding in `cci` and `mfi`, knows no 80 in `cdlengulfing` and `cdlharami`, and fails for some periods of 1. Where it and
              the C library differ, the C library counts.
            * **LEAN's files** start some averages elsewhere: `atr`, `adx`, `plus_di`, `adosc`, `efi`, `tsi`, `zlema` and its MACD of 250
              days agree from where the start is forgotten. Its Keltner channel is around an SMA, its harami has no 80.

            Kept as TA-Lib has them: `natr(1)` is the bare true range, `plus_di(1)` and `minus_di(1)` are fractions and not percentages,
            `var` ignores `nbdev`, and spreads divide by n (ddof 0).
            """;

    private IndicatorDocs() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(page(), text());
    }

    /** The page, at the root of the repository: the folder that holds {@code .mvn}. */
    static Path page() {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
                .map(Optional::orElseThrow)
                .filter(at -> Files.isDirectory(at.resolve(".mvn")))
                .map(at -> at.resolve("docs").resolve("indicators.md"))
                .findFirst()
                .orElseThrow();
    }

    static String text() {
        String classes = Arrays.stream(Exactness.values())
                .map(kind -> "| %s | %s |%n".formatted(kind.letter(), kind.promise()))
                .collect(Collectors.joining());
        Checks checks = Checks.read();
        String rows = Indicators.all().stream()
                .sorted(Comparator.comparing(Definition::name))
                .map(definition -> row(definition, checks))
                .collect(Collectors.joining());
        String aliases = new TreeMap<>(Indicators.aliases())
                .entrySet().stream()
                        .map((Map.Entry<String, String> alias) ->
                                "`%s` is `%s`".formatted(alias.getKey(), alias.getValue()))
                        .collect(Collectors.joining(", ", "\nOther names: ", ".\n"));
        return (INTRODUCTION
                        + classes
                        + COLUMNS.replace("AVERAGES", MovingAverage.numbers())
                        + rows
                        + aliases
                        + DIFFERENCES)
                .replace(System.lineSeparator(), "\n");
    }

    private static String row(Definition definition, Checks checks) {
        OptionalInt memory = definition.memory();
        return cells(
                "`" + definition.name() + "`",
                definition.parameters().stream()
                        .map(p -> p.name() + " " + Parameter.text(p.preset()))
                        .collect(Collectors.joining(", ")),
                definition.inputs().stream()
                        .map(input -> input.replaceable()
                                ? "*" + input.field().word() + "*"
                                : input.field().word())
                        .collect(Collectors.joining(", ")),
                definition.single()
                        ? ""
                        : definition.outputs().stream().map(o -> "." + o).collect(Collectors.joining(" ")),
                String.valueOf(definition.exactness().letter()),
                memory.isPresent() ? Integer.toString(memory.getAsInt()) : "",
                definition.seed().equals("none") ? "" : definition.seed(),
                definition.description(),
                checks.of(definition));
    }

    private static String cells(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
