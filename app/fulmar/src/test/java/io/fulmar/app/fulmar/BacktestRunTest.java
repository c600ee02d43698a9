package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestRunTest {
    private static final Path SMA = Playground.example("SmaCross");

    @TempDir
    Path folder;

    Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    @Test
    void leavesFourFilesAndNothingElse() throws IOException {
        assertThat(play.backtest(SMA, play.minutes(1, 3000), "--fee-bps", "2.5"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        try (Stream<Path> files = Files.list(play.out())) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("equity.csv", "report.html", "run.json", "trades.csv");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".")))
                    .isEmpty();
        }
        assertThat(play.stdout()).contains("SmaCross on BTC/USDT:USDT", "net return", "buy and hold", "report.html");
    }

    @Test
    void jsonIsExactlyTheFileOnOneLine() throws IOException {
        play.backtest(SMA, play.minutes(1, 3000), "--json");
        String file = Files.readString(play.out().resolve("run.json"));
        assertThat(play.stdout().lines()).hasSize(1);
        assertThat(file.replaceAll("\\n *", "").replace("\": ", "\":"))
                .isEqualTo(play.stdout().strip());
        assertThat(file).startsWith("{\n  \"engine\": \"fulmar\",").doesNotContain("NaN", "Infinity");
    }

    @Test
    void keysOfTheResultAreThese() {
        play.backtest(SMA, play.minutes(1, 3000), "--json");
        JsonFile.Fields run = JsonFile.of(play.out().resolve("run.json"), "").readAny();
        assertThat(run.fields().keySet())
                .contains(
                        "engine",
                        "version",
                        "strategy",
                        "symbol",
                        "timeframe",
                        "from",
                        "to",
                        "bars",
                        "parameters",
                        "currency",
                        "cash",
                        "leverage",
                        "costs",
                        "periods",
                        "seed",
                        "trades",
                        "openTrades",
                        "netReturn",
                        "maxDrawdown",
                        "fees",
                        "cagr",
                        "sharpe",
                        "sortino",
                        "calmar",
                        "volatility",
                        "buyAndHold",
                        "hash",
                        "ledgerHash",
                        "decisionHash",
                        "dataHash",
                        "codeHash",
                        "warnings",
                        "refusals",
                        "controls",
                        "strategies",
                        "markets",
                        "tradeStatistics",
                        "metrics",
                        "reproduce");
    }

    @Test
    void figuresFollowFromTheTables() {
        Path csv = play.minutes(7, 10_000);
        play.backtest(SMA, csv, "--param", "stop=1.25%", "--fee-bps", "2.5", "--equity", "bars", "--json");
        List<String[]> equity = play.table("equity.csv");
        assertThat(equity).hasSize(10_000);
        double cash = play.number("cash");
        double last = Double.parseDouble(equity.getLast()[1]);
        assertThat(play.number("netReturn")).isCloseTo(last / cash - 1, within(1e-12));
        assertThat(play.number("maxDrawdown")).isCloseTo(deepest(equity, cash), within(1e-12));
        double[] daily = daily(equity, cash);
        assertThat(daily).hasSize(7);
        assertThat(play.number("cagr")).isCloseTo(Math.pow(last / cash, 365.0 / daily.length) - 1, within(1e-9));
        assertThat(play.number("sharpe")).isCloseTo(sharpe(daily), within(1e-9));
        tradesAddUp();
    }

    private void tradesAddUp() {
        List<String[]> trades = play.table("trades.csv");
        assertThat(trades).hasSize((int) play.number("trades")).hasSizeGreaterThan(50);
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (String[] trade : trades) {
            BigDecimal move = new BigDecimal(trade[7]).subtract(new BigDecimal(trade[5]));
            BigDecimal gross = move.multiply(new BigDecimal(trade[8]));
            assertThat(new BigDecimal(trade[9])).isEqualByComparingTo(gross);
            assertThat(new BigDecimal(trade[11])).isEqualByComparingTo(gross.subtract(new BigDecimal(trade[10])));
            fees = fees.add(new BigDecimal(trade[10]));
            net = net.add(new BigDecimal(trade[11]));
        }
        if (play.value("openTrades").equals("0")) {
            assertThat(new BigDecimal(play.value("fees"))).isEqualByComparingTo(fees);
            assertThat(new BigDecimal(play.value("finalEquity")))
                    .isEqualByComparingTo(new BigDecimal(play.value("cash")).add(net));
        }
    }

    private static double deepest(List<String[]> equity, double cash) {
        double peak = cash;
        double deepest = 0;
        for (String[] row : equity) {
            double now = Double.parseDouble(row[1]);
            peak = Math.max(peak, now);
            deepest = Math.max(deepest, 1 - now / peak);
        }
        return deepest;
    }

    private static double[] daily(List<String[]> equity, double cash) {
        List<Double> returns = new ArrayList<>();
        double before = cash;
        for (int i = 0; i < equity.size(); i++) {
            boolean midnight = Instant.parse(equity.get(i)[0]).getEpochSecond() % 86_400 == 0;
            if (midnight || i == equity.size() - 1) {
                double now = Double.parseDouble(equity.get(i)[1]);
                returns.add(now / before - 1);
                before = now;
            }
        }
        return returns.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double sharpe(double[] returns) {
        double mean = 0;
        for (double value : returns) mean += value / returns.length;
        double squares = 0;
        for (double value : returns) squares += (value - mean) * (value - mean);
        return mean / Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(365);
    }

    @Test
    void equityHasARowADayAndAFill() {
        play.backtest(SMA, play.minutes(3, 4000), "--json");
        List<String[]> rows = play.table("equity.csv");
        int fills = rows.stream().mapToInt(row -> Integer.parseInt(row[3])).sum();
        assertThat(fills).isEqualTo((int) play.number("fills"));
        assertThat(rows)
                .extracting(row -> row[0])
                .contains("2024-01-02T00:00:00Z", "2024-01-03T00:00:00Z")
                .isSorted();
        assertThat(rows).extracting(row -> row[0]).doesNotHaveDuplicates();
        assertThat(rows.getLast()[0]).isEqualTo(play.value("to"));
    }

    @Test
    void sameRunTwiceGivesTheSameHashesAndReplacesTheFirst() {
        Path csv = play.minutes(5, 5000);
        play.backtest(SMA, csv, "--json");
        List<String> first = List.of(play.value("hash"), play.value("ledgerHash"), play.value("decisionHash"));
        assertThat(play.backtest(SMA, csv, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(List.of(play.value("hash"), play.value("ledgerHash"), play.value("decisionHash")))
                .isEqualTo(first);
    }

    @Test
    void codeAndPlanOfOneIdeaTradeAlike() {
        Path plan = Playground.example("SmaCrossPlan");
        List<List<String>> settings = List.of(
                List.of(),
                List.of("--param", "fast=5", "--param", "slow=21", "--param", "stop=0.5%", "--fee-bps", "2"),
                List.of("--param", "fast=3", "--param", "slow=8", "--param", "target=0.4", "--param", "stop=0.4"),
                List.of("--timeframe", "5m", "--param", "fast=4", "--param", "slow=9", "--slippage-bps", "1"));
        for (long seed = 11; seed < 14; seed++) {
            Path csv = play.minutes(seed, 4000);
            for (List<String> setting : settings) {
                String code = hash(SMA, csv, setting);
                assertThat(hash(plan, csv, setting))
                        .as("seed %d, %s", seed, setting)
                        .isEqualTo(code);
            }
        }
        assertThat(hash(Playground.example("Breakout"), play.minutes(14, 9000), List.of()))
                .isEqualTo(hash(Playground.example("BreakoutPlan"), play.minutes(14, 9000), List.of()));
    }

    private String hash(Path strategy, Path csv, List<String> setting) {
        List<String> words = new ArrayList<>(setting);
        words.add("--json");
        assertThat(play.backtest(strategy, csv, words.toArray(String[]::new)))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.number("trades")).isPositive();
        return play.value("hash");
    }

    @Test
    void noCostsNoFundingAndInsideFillsAreWarnedOf() {
        play.backtest(SMA, play.minutes(7, 9000), "--param", "stop=0.3%", "--json");
        assertThat(play.stdout()).contains("\"NO_COSTS\"", "\"NO_FUNDING\"", "\"INTRABAR_TIME_UNKNOWN\"");
        play.backtest(SMA, play.minutes(7, 2000), "--param", "slow=3000", "--fee-bps", "1", "--json");
        assertThat(play.stdout()).contains("\"NEVER_WARM\"").doesNotContain("\"NO_COSTS\"");
        assertThat(play.value("sharpe")).isEqualTo("null");
        assertThat(play.value("netReturn")).isEqualTo("0.0");
    }

    @Test
    void signalsCountFromTheWantedTimeOnly() {
        play.backtest(SMA, play.minutes(7, 5000), "--trade-from", "2024-01-02T00:00Z", "--json", "--equity", "bars");
        assertThat(play.value("from")).isEqualTo("2024-01-02T00:00:00Z");
        assertThat(play.table("equity.csv")).hasSize(5000 - 1440);
        assertThat(play.table("trades.csv")).allMatch(row -> row[4].compareTo("2024-01-02T00:01:00Z") >= 0);
    }

    @Test
    void severalStrategiesShareAnAccount() {
        Path rsi = Playground.example("RsiMeanReversion");
        assertThat(play.backtest(
                        SMA,
                        play.minutes(7, 6000),
                        rsi.toString(),
                        "--param",
                        "SmaCross.fast=10",
                        "--share",
                        "SmaCross=50%",
                        "--share",
                        "RsiMeanReversion=50%",
                        "--priority",
                        "RsiMeanReversion=-1",
                        "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.table("trades.csv")).extracting(row -> row[1]).contains("SmaCross", "RsiMeanReversion");
        assertThat(play.stdout()).contains("\"sharePpm\":500000", "\"fast\":\"10\"");
    }

    @Test
    void severalMarketsShareAnAccount() {
        Path a = play.minutes(1, 3000);
        Path b = play.minutes(2, 3000);
        ExitCode code = play.enter(
                "backtest",
                SMA.toString(),
                "--csv",
                "BTC/USDT=" + a,
                "--csv",
                "ETH/USDT=" + b,
                "--timeframe",
                "1m",
                "--out",
                play.out().toString(),
                "--json");
        assertThat(code).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.table("trades.csv")).extracting(row -> row[2]).contains("BTC/USDT", "ETH/USDT");
    }

    @Test
    void whatAStrategyPrintsGoesToStderr() {
        Path chatty = play.strategy("Chatty", "  public void onBar(Bar bar) { System.out.println(\"here\"); }");
        play.backtest(chatty, play.minutes(1, 30), "--json");
        assertThat(play.stdout().lines()).hasSize(1);
        assertThat(play.stderr()).contains("here");
    }

    @Test
    void reproduceLineGivesTheSameResult() {
        play.backtest(SMA, play.minutes(1, 3000), "--param", "stop=1.25%", "--fee-bps", "2.5", "--json");
        String hash = play.value("hash");
        String[] words = play.value("reproduce").replace("fulmar ", "").split(" ");
        play.enter(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new));
        assertThat(play.value("hash")).isEqualTo(hash);
    }

    @Test
    void demoLeavesDataAndReport() {
        Path out = folder.resolve("demo");
        assertThat(play.enter("demo", "--no-open", "--out", out.toString()))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(out.resolve("report.html")).isRegularFile();
        assertThat(out.resolve("bars.csv")).isRegularFile();
        assertThat(play.stdout()).contains("synthetic", "fulmar new strategy MyIdea");
        assertThat(play.stderr()).contains("seed " + DemoRunner.SEED);
    }
}
