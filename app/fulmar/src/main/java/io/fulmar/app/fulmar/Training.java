package io.fulmar.app.fulmar;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.CsvWriter;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.SyntheticMarket;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Run once after a build, so that Java notes which classes a start needs (see train in the launcher). What it runs here is
 * what starts fast later.
 */
public final class Training {
    private static final int BARS = 500_000;

    private Training() {}

    public static void main(String[] words) throws IOException {
        Path home = Path.of(System.getProperty("fulmar.home", "")).toAbsolutePath();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                Results.to(OutputStream.nullOutputStream(), StandardCharsets.UTF_8), nowhere, false, true, false, home);
        Path folder = Files.createTempDirectory("fulmar-training");
        try {
            try (OutputStream out = Files.newOutputStream(folder.resolve("bars.csv"))) {
                bars(out);
            }
            for (List<String> command : commands(home, folder)) {
                Main.frontDoor(home).enter(command, terminal);
            }
        } finally {
            Folders.remove(folder);
        }
    }

    private static List<List<String>> commands(Path home, Path folder) {
        Path bars = folder.resolve("bars.csv");
        return List.of(
                List.of("--help"),
                List.of("version"),
                List.of("explain", "FUL-U001"),
                List.of("unknown"),
                List.of("indicator", "eval", "--csv", bars.toString(), "--expr", "sma(14)", "--expr", "rsi(14)"),
                backtest(home, "SmaCross", folder, "--json"),
                backtest(home, "SmaCrossPlan", folder, "--quiet"));
    }

    private static List<String> backtest(Path home, String example, Path folder, String option) {
        return List.of(
                "backtest",
                home.resolve("examples").resolve(example + ".java").toString(),
                "--csv",
                folder.resolve("bars.csv").toString(),
                "--symbol",
                "BTC/USDT:USDT",
                "--timeframe",
                "1m",
                "--fee-bps",
                "2.5",
                "--param",
                "stop=1%",
                "--out",
                folder.resolve("out").toString(),
                option);
    }

    /** Long enough for Java to learn which loops are hot. */
    private static void bars(OutputStream out) throws IOException {
        Candles made = SyntheticMarket.of(1).bars(Timeframe.MINUTE, 0, BARS);
        Bars bars = new Bars(
                made.timeframe(),
                made.openTimes(),
                made.opens(),
                made.highs(),
                made.lows(),
                made.closes(),
                made.volumes(),
                made.size());
        CsvWriter.write(out, bars, made.tick());
    }
}
