package io.fulmar.app.fulmar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts from the command line: inverse ones, funding, margin, hedge mode, expiry. */
class DerivativesTest {
    private static final Path SMA = Playground.example("SmaCross");

    @TempDir
    Path folder;

    private Playground play;

    @BeforeEach
    void open() {
        play = new Playground(folder);
    }

    private ExitCode run(String symbol, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "backtest",
                SMA.toString(),
                "--csv",
                play.minutes(3, 5_000).toString(),
                "--symbol",
                symbol,
                "--timeframe",
                "1m",
                "--out",
                play.out().toString(),
                "--json"));
        words.addAll(List.of(more));
        return play.enter(words.toArray(String[]::new));
    }

    @Test
    void inverseContractsAreCountedAndPaidInTheirBase() {
        assertThat(run("BTC/USD:BTC", "--fee-bps", "5")).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.value("currency")).isEqualTo("BTC");
        assertThat(play.value("cash")).isEqualTo("1.000000000000");
        List<String[]> trades = play.table("trades.csv");
        assertThat(trades).hasSizeGreaterThan(10);
        for (String[] trade : trades) {
            double move = 1 / Double.parseDouble(trade[5]) - 1 / Double.parseDouble(trade[7]);
            double profit = (trade[3].equals("long") ? 1 : -1) * Double.parseDouble(trade[8]) * move;
            assertThat(Double.parseDouble(trade[9])).isCloseTo(profit, within(2e-12));
        }
        double sum = trades.stream().mapToDouble(t -> Double.parseDouble(t[11])).sum();
        assertThat(play.number("trades")).isEqualTo(trades.size());
        if (play.value("openTrades").equals("0")) {
            assertThat(play.number("netReturn")).isCloseTo(sum, within(1e-9));
        }
    }

    /** Buys with all that the leverage allows at the first bar, and again whenever it is flat. */
    private Path greedy() {
        return play.strategy("Greedy", """
                  @Override public void onBar(Bar bar) {
                    if (flat()) buy(equityPercent(7600));
                  }
                """);
    }

    private ExitCode runGreedy(String... more) {
        List<String> words = new ArrayList<>(List.of("--leverage", "80", "--json"));
        words.addAll(List.of(more));
        return play.backtest(greedy(), play.minutes(3, 5_000), words.toArray(String[]::new));
    }

    private String funding(int hours) {
        StringBuilder text = new StringBuilder("time,rate\n");
        for (int hour = 8; hour <= hours; hour += 8) {
            text.append(Instant.parse("2024-01-01T00:00:00Z").plusSeconds(hour * 3_600L))
                    .append(",0.0003\n");
        }
        return play.file("funding.csv", text.toString()).toString();
    }

    @Test
    void fundingIsPaidAndShownApart() {
        assertThat(run("BTC/USDT:USDT")).as(play.stderr()).isEqualTo(ExitCode.DONE);
        double before = play.number("finalEquity");
        assertThat(play.stdout()).contains("NO_FUNDING");
        assertThat(run("BTC/USDT:USDT", "--funding", funding(80)))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).doesNotContain("NO_FUNDING", "FUNDING_HOLES");
        assertThat(play.stdout()).contains("\"settlements\":10");
        assertThat(play.number("finalEquity")).isNotEqualTo(before);
        assertThat(run("BTC/USDT:USDT", "--funding", funding(40))).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("FUNDING_HOLES");
    }

    @Test
    void madeUpFundingIsTheSameForTheSameSeed() {
        assertThat(run("BTC/USDT:USDT", "--funding", "synth:7"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        String hash = play.value("hash");
        run("BTC/USDT:USDT", "--funding", "BTC/USDT:USDT=synth:7");
        assertThat(play.value("hash")).isEqualTo(hash);
    }

    @Test
    void leverageWithoutMarginWarnsAndWithItLiquidates() {
        assertThat(runGreedy()).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.stdout()).contains("NO_LIQUIDATION");
        for (String mode : List.of("isolated", "cross")) {
            assertThat(runGreedy("--margin", mode)).as(play.stderr()).isEqualTo(ExitCode.DONE);
            assertThat(play.stdout())
                    .contains("LIQUIDATED", "ASSUMED_MAINTENANCE")
                    .doesNotContain("NO_LIQUIDATION");
            assertThat(play.number("liquidations")).isPositive();
            assertThat(play.value("margin")).isEqualTo(mode);
            assertThat(play.table("trades.csv")).anyMatch(row -> row[13].equals("liquidation"));
        }
    }

    private static final String TIERS = """
            {"mode": "cross", "liquidationFee": "1.25%", "tiers": [
              {"from": 0, "to": 50000, "maintenance": "0.4%", "amount": 0, "leverage": 125},
              {"from": 50000, "to": 250000, "maintenance": 0.005, "amount": 50, "leverage": 100},
              {"from": 250000, "maintenance": "1%", "amount": "1300", "leverage": 50}
            ]}
            """;

    @Test
    void aTableOfTiersIsRead() {
        String file = play.file("tiers.json", TIERS).toString();
        assertThat(runGreedy("--margin", file)).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.value("margin")).isEqualTo("cross");
        assertThat(play.stdout()).doesNotContain("ASSUMED_MAINTENANCE");
    }

    @Test
    void aTableWithAHoleAnOverlapOrWrongAmountsIsRefusedWithItsPlace() {
        Path csv = play.minutes(3, 100);
        for (String[] wrong : List.of(
                new String[] {"\"from\": 250000", "\"from\": 300000", "no tier covers 250000 to 300000"},
                new String[] {"\"from\": 250000", "\"from\": 200000", "two tiers cover 200000 to 250000"},
                new String[] {"\"from\": 0", "\"from\": 10", "no tier covers 0 to 10"},
                new String[] {"\"amount\": 50,", "\"amount\": 60,", "between them it is 50"},
                new String[] {"\"1%\"", "\"0.1%\"", "rates rise"},
                new String[] {"\"maintenance\": 0.005", "\"maintenance\": 5", "maintenance is a share"},
                new String[] {"\"cross\"", "\"both\"", "mode is"},
                new String[] {"\"leverage\": 50", "\"leverag\": 50", "did you mean 'leverage'?"})) {
            String file =
                    play.file("tiers.json", TIERS.replace(wrong[0], wrong[1])).toString();
            assertThat(play.backtest(SMA, csv, "--margin", file)).as(wrong[1]).isEqualTo(ExitCode.CONFIGURATION);
            assertThat(play.stderr()).contains("tiers.json:", wrong[2]);
            assertThat(play.out()).doesNotExist();
        }
    }

    @Test
    void whatCannotBeAskedForIsSaidWithItsRemedy() {
        assertThat(run("BTC/USDT:USDT", "--margin", "isolate")).isEqualTo(ExitCode.USAGE);
        assertThat(play.stderr()).contains("did you mean isolated?");
        assertThat(run("BTC/USDT", "--margin", "cross")).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("paid for in full");
        assertThat(run("BTC/USDT", "--funding", "synth:1")).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(play.stderr()).contains("is no perpetual");
        assertThat(run("BTC/USDT:USDT", "--funding", "synth:x")).isEqualTo(ExitCode.USAGE);
        assertThat(run("BTC/USDT:USDT", "--funding", "ETH/USDT:USDT=synth:1")).isEqualTo(ExitCode.USAGE);
        assertThat(run("BTC/USDT:USDT", "--funding", "nowhere.csv")).isEqualTo(ExitCode.DATA);
        assertThat(play.stderr()).contains("nowhere.csv");
    }

    @Test
    void datedContractsAreSettledAtEightOnTheirDayOrWhenTheInstrumentsFileSays() {
        assertThat(run("BTC/USDT:USDT-240103")).as(play.stderr()).isEqualTo(ExitCode.DONE);
        assertThat(play.table("trades.csv")).allMatch(row -> row[6].compareTo("2024-01-03T08:00:00Z") <= 0);
        String file = play.file("instrument.json", """
                {"tick": "0.1", "lot": "0.001", "expiry": "2024-01-02T12:00:00Z", "settlementFee": 0.0005}
                """).toString();
        assertThat(run("BTC/USDT:USDT-240103", "--instrument", file))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.table("trades.csv")).allMatch(row -> row[6].compareTo("2024-01-02T12:00:00Z") <= 0);
    }

    @Test
    void hedgeModeHoldsALongAndAShortAtOnceAndOneWayModeRefusesTheSecond() {
        Path both = play.strategy("BothSides", """
                  private int bars;

                  @Override public void onBar(Bar bar) {
                    bars++;
                    if (bars == 10) buy(equityPercent(20));
                    if (bars == 20) sell(equityPercent(30));
                    if (bars == 30) exitLong("long enough");
                    if (bars == 40) exitShort("short enough");
                  }
                """);
        Path csv = play.minutes(3, 100);
        assertThat(play.backtest(both, csv, "--hedge", "--margin", "isolated", "--json"))
                .as(play.stderr())
                .isEqualTo(ExitCode.DONE);
        assertThat(play.value("positionMode")).isEqualTo("hedge");
        List<String[]> trades = play.table("trades.csv");
        assertThat(trades).extracting(row -> row[3]).containsExactly("long", "short");
        assertThat(trades).extracting(row -> row[14]).containsExactly("long enough", "short enough");
        assertThat(trades.get(1)[4].compareTo(trades.get(0)[6]))
                .as("the short began before the long ended")
                .isNegative();
        assertThat(play.backtest(both, csv, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(play.table("trades.csv")).hasSize(1);
        assertThat(play.stdout()).contains("REFUSED_IN_POSITION");
    }
}
