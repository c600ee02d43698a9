package io.fulmar.app.fulmar;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.CsvWriter;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.SyntheticMarket;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with data and strategies, and the whole program to run them with, in this process. */
final class Playground {
    static final Path ROOT =
            Path.of(System.getProperty("fulmar.root", "../..")).toAbsolutePath().normalize();

    final Path folder;
    private Screen screen = new Screen(ROOT);

    Playground(Path folder) {
        this.folder = folder;
    }

    static Path example(String name) {
        return ROOT.resolve("examples").resolve(name + ".java");
    }

    /** Minutes of a synthetic market from 2024-01-01 on. */
    Path minutes(long seed, int count) {
        Path file = folder.resolve("minutes-" + seed + "-" + count + ".csv");
        Candles made = SyntheticMarket.of(seed).bars(Timeframe.MINUTE, 1_704_067_200_000_000_000L, count);
        Bars bars = new Bars(
                made.timeframe(),
                made.openTimes(),
                made.opens(),
                made.highs(),
                made.lows(),
                made.closes(),
                made.volumes(),
                made.size());
        try (OutputStream out = Files.newOutputStream(file)) {
            CsvWriter.write(out, bars, made.tick());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code NAME.java} with that class body around an empty record of parameters and one series. */
    Path strategy(String name, String body) {
        return file(name + ".java", """
                import io.fulmar.strategy.*;

                public class NAME extends Strategy<NAME.P> {
                  public record P() {}
                  final Series close = close();
                BODY
                }
                """.replace("NAME", name).replace("BODY", body.stripTrailing()));
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a backtest of a linear perpetual on minutes; further words come last. */
    ExitCode backtest(Path strategy, Path csv, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "backtest",
                strategy.toString(),
                "--csv",
                csv.toString(),
                "--symbol",
                "BTC/USDT:USDT",
                "--out",
                out().toString()));
        if (!List.of(more).contains("--timeframe")) words.addAll(List.of("--timeframe", "1m"));
        words.addAll(List.of(more));
        return enter(words.toArray(String[]::new));
    }

    ExitCode enter(String... words) {
        screen = new Screen(ROOT);
        return screen.enter(Main.commands(), words);
    }

    Path out() {
        return folder.resolve("out");
    }

    String stdout() {
        return screen.out();
    }

    String stderr() {
        return screen.err();
    }

    /** A value of the one line that --json prints, as it is written; the first of that name. */
    String value(String key) {
        Matcher match =
                Pattern.compile("\"" + key + "\":(\"[^\"]*\"|[^,}\\]]+)").matcher(stdout());
        if (!match.find()) throw new AssertionError("no key " + key + " in " + stdout() + stderr());
        return match.group(1).replace("\"", "");
    }

    double number(String key) {
        return Double.parseDouble(value(key));
    }

    /** The rows of a result's table, without its header. */
    List<String[]> table(String name) {
        try (Stream<String> lines = Files.lines(out().resolve(name))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
