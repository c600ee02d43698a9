package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs and attribution from the command line to run.json and the report; amounts are compared as they are written. */
class RunAttributionTest {
    private static final Path SMA = Playground.example("SmaCross");
    private static final String RSI = Playground.example("RsiMeanReversion").toString();

    @TempDir
    Path folder;

    private Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private static final Pattern COSTS = Pattern.compile(
            "\"gross\":([^,]+),\"fees\":([^,]+),\"spread\":([^,]+),"
                    + "\"slippage\":([^,]+),\"impact\":([^,]+),\"funding\":([^,]+),\"deficitCovered\":([^,]+),\"net\":([^,}]+)");

    /** The nets of all places where costs are split, each checked to be what its parts leave. */
    private static BigDecimal sum(String json) {
        BigDecimal sum = BigDecimal.ZERO;
        Matcher found = COSTS.matcher(json);
        while (found.find()) {
            BigDecimal net = new BigDecimal(found.group(1));
            for (int cost = 2; cost <= 5; cost++) net = net.subtract(new BigDecimal(found.group(cost)));
            for (int gain = 6; gain <= 7; gain++) net = net.add(new BigDecimal(found.group(gain)));
            assertThat(net).isEqualByComparingTo(found.group(8));
            sum = sum.add(net);
        }
        return sum;
    }

    /** What stands in the brackets that follow a key. */
    private String part(String key) {
        String json = play.stdout();
        int from = json.indexOf("\"" + key + "\":", json.indexOf("\"attribution\":")) + key.length() + 3;
        int depth = 0;
        for (int at = from; at < json.length(); at++) {
            char c = json.charAt(at);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth == 0) return json.substring(from, at + 1);
        }
        throw new AssertionError("no end of " + key);
    }

    private void addsUp() {
        BigDecimal made = new BigDecimal(play.value("finalEquity")).subtract(new BigDecimal(play.value("cash")));
        for (String key : List.of("parts", "byStrategy", "bySymbol")) {
            assertThat(sum(part(key))).as(key).isEqualByComparingTo(made);
        }
        BigDecimal exits = BigDecimal.ZERO;
        Matcher exit = Pattern.compile(":(-?[0-9.E+-]+)").matcher(part("byExit"));
        while (exit.find()) exits = exits.add(new BigDecimal(exit.group(1)));
        assertThat(exits).isEqualByComparingTo(made);
    }

    @Test
    void severalStrategiesInSeveralMarketsAddUpToWhatTheAccountMade() throws Exception {
        assertThat(play.enter(
                        "backtest",
                        SMA.toString(),
                        RSI,
                        SMA.toString(),
                        "--csv",
                        "BTC/USDT=" + play.minutes(1, 4_000),
                        "--csv",
                        "ETH/USDT=" + play.minutes(2, 4_000),
                        "--fee-bps",
                        "4",
                        "--slippage-bps",
                        "2",
                        "--share",
                        "SmaCross=30%",
                        "--share",
                        "RsiMeanReversion=30%",
                        "--timeframe",
                        "1m",
                        "--json",
                        "--out",
                        play.out().toString()))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        addsUp();
        assertThat(part("byStrategy")).contains("SmaCross#1", "RsiMeanReversion", "SmaCross#2");
        assertThat(part("bySymbol")).contains("BTC/USDT", "ETH/USDT");
        assertThat(Files.readString(play.out().resolve("report.html")))
                .contains("<section id=costs>", "<section id=contribution>", "<section id=distribution>")
                .contains("half of it belongs into <code>--slippage-bps</code>");
    }

    @Test
    void fundingOfAHedgedAccountIsOneOfItsParts() {
        Path rates = play.file("rates.csv", "time,rate\n2024-01-01T08:00Z,0.001\n2024-01-02T08:00Z,-0.002\n");
        play.backtest(
                SMA,
                play.minutes(1, 4_000),
                RSI,
                "--funding",
                rates.toString(),
                "--hedge",
                "--leverage",
                "3",
                "--margin",
                "cross",
                "--json");
        addsUp();
        assertThat(part("byExit")).contains("\"funding\":");
    }

    @Test
    void onABookTheSpreadIsKnown() {
        assertThat(play.enter(
                        "backtest",
                        SMA.toString(),
                        "--data",
                        "synth:7,kind=l2,days=1",
                        "--symbol",
                        "BTC/USDT:USDT",
                        "--timeframe",
                        "1m",
                        "--fee-bps",
                        "4",
                        "--impact",
                        "1",
                        "--json",
                        "--out",
                        play.out().toString()))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        addsUp();
        assertThat(play.value("spreadKnown")).isEqualTo("true");
        assertThat(play.number("spread")).isPositive();
        assertThat(play.number("impact")).isPositive();
    }
}
