package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Rate;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Position;
import io.fulmar.portfolio.Trade;
import io.fulmar.risk.Control;
import io.fulmar.risk.RiskLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Several strategies, and several markets, on one account. */
class SeatsTest {
    private static final int SEEDS = 400;
    private static final long WHOLE = 1_000_000;
    private static final long MINUTE = DeskScript.MINUTE;

    private static Bars bars(long minutes, long... openHighLowClose) {
        Bars bars = new Bars(new Timeframe(minutes * MINUTE), openHighLowClose.length / 4 + 1);
        for (int i = 0; i < openHighLowClose.length; i += 4) {
            bars.append(
                    i / 4 * minutes * MINUTE,
                    openHighLowClose[i],
                    openHighLowClose[i + 1],
                    openHighLowClose[i + 2],
                    openHighLowClose[i + 3],
                    1);
        }
        return bars;
    }

    private static Bench bench() {
        return new Bench(RiskLimits.backtest(), false);
    }

    private static Bars still(int count) {
        long[] prices = new long[4 * count];
        java.util.Arrays.fill(prices, 100);
        return bars(1, prices);
    }

    @Test
    void eachSeatHasAPositionOfItsOwnInOneInstrument() {
        Bench bench = bench();
        bench.market(1, bars(1, 100, 101, 99, 100, 100, 101, 99, 100, 100, 103, 95, 98, 98, 99, 97, 98));
        bench.seat(0, 0, WHOLE, Map.of(0, "buy 10 stop 4"));
        bench.seat(0, 0, WHOLE, Map.of(0, "sell 10 stop 4", 2, "exit"));
        assertThat(DeskScript.lines(bench.run()))
                .containsExactly(
                        "1: 1 buys 10 market",
                        "1: 2 sells 10 market",
                        "1: 1 filled 10 at 100",
                        "1: 3 sells 10 stop 96 stop",
                        "1: 2 filled 10 at 100",
                        "1: 4 buys 10 stop 104 stop",
                        "2: 3 filled 10 at 96",
                        "3: 5 buys 10 market signal",
                        "3: 5 filled 10 at 98",
                        "3: 4 to be cancelled: the position is closed",
                        "3: 4 cancelled: asked");
        assertThat(bench.trades).extracting(Trade::seat).containsExactly(0, 1);
        assertThat(bench.trades).extracting(Trade::net).containsExactly(-40 * Bench.MONEY, 20 * Bench.MONEY);
    }

    @Test
    void theLowestPriorityIsServedFirstAndTheNextTakesWhatIsLeft() {
        Bench bench = bench();
        bench.market(1, still(3));
        bench.seat(0, 2, WHOLE, Map.of(0, "buy 100%"));
        bench.seat(0, 1, WHOLE, Map.of(0, "buy 60%"));
        bench.seat(0, 3, WHOLE, Map.of(0, "buy 100%"));
        assertThat(DeskScript.lines(bench.run()))
                .containsExactly(
                        "1: 1 buys 60 market",
                        "1: 2 buys 40 market",
                        "1: refused SIZE_ZERO",
                        "1: 1 filled 60 at 100",
                        "1: 2 filled 40 at 100");
    }

    @Test
    void ofEqualPriorityWhoSatDownFirstIsServedFirst() {
        Bench bench = bench();
        bench.market(1, still(3));
        bench.seat(0, 0, WHOLE, Map.of(0, "buy 70%"));
        bench.seat(0, 0, WHOLE, Map.of(0, "sell 70%"));
        assertThat(DeskScript.lines(bench.run())).contains("1: 1 buys 70 market", "1: 2 sells 30 market");
    }

    @Test
    void aShareOfEquityIsTheMostASeatMayCommit() {
        Bench bench = bench();
        bench.leveragePpm = 3 * WHOLE;
        bench.market(1, still(3));
        bench.seat(0, 0, 250_000, Map.of(0, "buy 100%"));
        bench.seat(0, 1, 500_000, Map.of(0, "buy 1000%"));
        bench.seat(0, 2, 100_000, Map.of(0, "buy 31"));
        assertThat(DeskScript.lines(bench.run()))
                .as("25 %% of equity; three times 50 %%; 31 units are above three times 10 %%")
                .containsExactly(
                        "1: 1 buys 25 market",
                        "1: 2 buys 150 market",
                        "1: refused INSOLVENT",
                        "1: 1 filled 25 at 100",
                        "1: 2 filled 150 at 100");
    }

    @Test
    void whatOneSeatLeavesAnotherMayTakeAtTheSameClose() {
        Bench bench = bench();
        bench.market(1, still(4));
        bench.seat(0, 0, WHOLE, Map.of(1, "buy 100%"));
        bench.seat(0, 1, WHOLE, Map.of(0, "buy 100%", 1, "exit"));
        assertThat(DeskScript.lines(bench.run()))
                .containsExactly(
                        "1: 1 buys 100 market",
                        "1: 1 filled 100 at 100",
                        "2: 2 sells 100 market signal",
                        "2: 3 buys 100 market",
                        "2: 2 filled 100 at 100",
                        "2: 3 filled 100 at 100");
    }

    @Test
    void anEntryThatWaitsKeepsItsCapitalFeeIncluded() {
        Bench bench = bench();
        bench.fee = Rate.ofBasisPoints("100");
        bench.market(1, still(4));
        bench.seat(0, 0, WHOLE, Map.of(0, "buy 95 limit 90"));
        bench.seat(0, 1, WHOLE, Map.of(1, "buy 100%"));
        // 10000 - 8550 - 85.5 = 1364.5 are left for lots of 101
        assertThat(DeskScript.lines(bench.run())).contains("1: 1 buys 95 limit 90", "2: 2 buys 13 market");
    }

    @Test
    void aSellLimitBelowTheMarketIsReckonedAtTheMarket() {
        Bench bench = bench();
        bench.market(1, still(3));
        bench.seat(0, 0, WHOLE, Map.of(0, "sell 100% limit 50"));
        assertThat(DeskScript.lines(bench.run())).containsExactly("1: 1 sells 100 limit 50", "1: 1 filled 100 at 100");
    }

    @Test
    void anEntryRefusedAtItsTriggerStaysArmedAndHoldsUpNobodysExit() {
        Bench bench = new Bench(RiskLimits.backtest().with(Control.DAY_LOSS, 10_000), true);
        bench.market(1, bars(1, 100, 101, 99, 100, 100, 101, 94, 95, 95, 96, 88, 92, 92, 93, 88, 92));
        bench.seat(0, 0, WHOLE, Map.of(0, "sell 10 trigger 89"));
        bench.seat(0, 0, WHOLE, Map.of(0, "buy 50 stop 10"));
        assertThat(DeskScript.lines(bench.run()))
                .containsExactly(
                        "1: 1 sells 10 stop 89, armed",
                        "1: 2 buys 50 market",
                        "1: 2 filled 50 at 100",
                        "1: 3 sells 50 stop 90 stop, armed",
                        "3: 1 refused LOSS_LIMIT",
                        "3: 3 triggered",
                        "3: 3 filled 50 at 92",
                        "4: 1 refused LOSS_LIMIT",
                        "4: 1 cancelled: the data ended");
        assertThat(bench.desk().watch().refusals()).containsEntry(Refusal.LOSS_LIMIT, 2L);
        assertThat(bench.desk().watch().pages()).hasSize(2);
    }

    @Test
    void twoMarketsOfOneInstrumentAreRefused() {
        Bench bench = bench();
        bench.market(1, still(2));
        bench.market(1, still(2));
        bench.seat(0, 0, WHOLE, Map.of());
        assertThatThrownBy(bench::run).hasMessageContaining("two markets of one instrument");
    }

    @Test
    void marketsOfDifferentTimeframesMeetAtTheirCloses() {
        Bench bench = bench();
        bench.market(1, bars(1, 100, 100, 100, 100, 101, 101, 101, 101, 102, 102, 102, 102, 103, 103, 103, 103));
        bench.market(2, bars(2, 200, 200, 200, 200, 201, 201, 201, 201));
        bench.seat(1, 0, WHOLE, Map.of(0, "buy 1"));
        bench.seat(0, 1, WHOLE, Map.of(0, "buy 1", 1, "exit"));
        assertThat(DeskScript.lines(bench.run()))
                .as("the close of the two-minute bar and of the second minute are one moment")
                .containsExactly(
                        "1: 1 buys 1 market",
                        "1: 1 filled 1 at 101",
                        "2: 2 sells 1 market signal",
                        "2: 3 buys 1 market",
                        "2: 2 filled 1 at 102",
                        "2: 3 filled 1 at 201");
    }

    @Test
    void anOrderWaitsForTheNextBarOfItsOwnMarketWhereOneIsMissing() {
        Bench bench = bench();
        bench.market(1, still(6));
        Bars holed = new Bars(new Timeframe(MINUTE), 3);
        holed.append(0, 50, 50, 50, 50, 1);
        holed.append(3 * MINUTE, 60, 60, 60, 60, 1);
        bench.market(2, holed);
        bench.seat(0, 0, WHOLE, Map.of(0, "buy 10"));
        bench.seat(1, 0, WHOLE, Map.of(0, "buy 10"));
        assertThat(DeskScript.lines(bench.run()))
                .containsExactly(
                        "1: 1 buys 10 market", "1: 2 buys 10 market", "1: 1 filled 10 at 100", "3: 2 filled 10 at 60");
    }

    @Test
    void everythingOfOneMomentFillsBeforeAnythingIsMarked() {
        Bench bench = bench();
        bench.market(1, bars(1, 100, 100, 100, 100, 100, 200, 100, 200, 200, 200, 200, 200));
        bench.market(2, bars(1, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100));
        bench.seat(0, 0, WHOLE, Map.of(0, "buy 10", 1, "exit"));
        bench.seat(1, 0, WHOLE, Map.of(0, "buy 10", 1, "exit"));
        bench.run();
        assertThat(bench.trades)
                .extracting(Trade::equityBefore)
                .as("the second market's entry at the open knows nothing of the first one's close")
                .containsExactly(10_000 * Bench.MONEY, 10_000 * Bench.MONEY);
    }

    // ---- properties ----

    private static Bench random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bench bench = new Bench(RiskLimits.backtest(), random.nextInt(4) == 0);
        bench.leveragePpm = random.nextLong(1, 6) * WHOLE / 2;
        bench.fee = Rate.ofBasisPoints(Integer.toString(random.nextInt(3) * 25));
        int markets = 1 + random.nextInt(2);
        int count = 30;
        for (int m = 0; m < markets; m++) {
            bench.market(m + 1, walk(random, count, m == 0 ? 0 : random.nextInt(4)));
        }
        int seats = 2 + random.nextInt(4);
        for (int s = 0; s < seats; s++) {
            Map<Integer, String> words = new java.util.HashMap<>();
            for (int b = 0; b < count; b++) {
                if (random.nextInt(3) == 0) {
                    words.put(b, words(random));
                }
            }
            long share = random.nextInt(2) == 0 ? WHOLE : random.nextLong(1, WHOLE);
            bench.seat(random.nextInt(markets), random.nextInt(3), share, words);
        }
        return bench;
    }

    private static String words(SplittableRandom random) {
        String bracket = (random.nextBoolean() ? " stop " + random.nextInt(1, 12) : "")
                + (random.nextBoolean() ? " target " + random.nextInt(1, 12) : "")
                + (random.nextInt(4) == 0 ? " trail " + random.nextInt(1, 12) : "");
        String side = random.nextBoolean() ? "buy " : "sell ";
        String size = random.nextBoolean() ? random.nextInt(1, 300) + "%" : Integer.toString(random.nextInt(1, 200));
        String kind = switch (random.nextInt(7)) {
            case 0 -> " limit " + random.nextInt(80, 120) + (random.nextInt(4) == 0 ? " post-only" : "");
            case 1 -> " limit " + random.nextInt(90, 110) + (random.nextBoolean() ? " ioc" : " fok");
            case 2 -> " trigger " + random.nextInt(80, 120);
            case 3 -> " trigger " + random.nextInt(80, 120) + " " + random.nextInt(80, 120);
            case 4 -> " touched " + random.nextInt(80, 120);
            default -> "";
        };
        kind += random.nextInt(4) == 0 && !kind.endsWith("c") && !kind.endsWith("k")
                ? " good " + random.nextInt(1, 5)
                : "";
        return switch (random.nextInt(5)) {
            case 0 -> "exit";
            case 1 -> "withdraw ; exit ; " + side + size + kind + bracket;
            default -> side + size + kind + bracket;
        };
    }

    private static Bars walk(SplittableRandom random, int count, int holes) {
        Bars bars = new Bars(new Timeframe(MINUTE), count);
        long last = 100;
        for (int i = 0; i < count; i++) {
            long open = Math.max(20, last + random.nextInt(-3, 4));
            long close = Math.max(20, open + random.nextInt(-6, 7));
            long high = Math.max(open, close) + random.nextInt(4);
            long low = Math.min(open, close) - random.nextInt(4);
            last = close;
            if (holes == 0 || random.nextInt(holes + 1) == 0 || i == 0) {
                bars.append(i * MINUTE, open, high, low, close, 1);
            }
        }
        return bars;
    }

    @Test
    void togetherTheyNeverCommitMoreThanEquityTimesLeverageWhenTheyDecide() {
        int entries = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Bench bench = random(seed);
            Commitments commitments = new Commitments(bench);
            commitments.read(bench.run());
            assertThat(commitments.broken()).as("seed %s", seed).isEmpty();
            entries += commitments.entries();
        }
        assertThat(entries).isGreaterThan(SEEDS * 5);
    }

    @Test
    void theSeatsProfitsAddUpToTheAccounts() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Bench bench = random(seed);
            bench.run();
            var account = bench.desk().ledger().account();
            long profit = 0;
            long fees = 0;
            long costs = 0;
            List<Long> closed = new ArrayList<>();
            for (Position position : account.positions()) {
                profit += position.realised();
                fees += position.fees();
                costs += position.cost();
                closed.add(position.realised() - position.fees());
                long trips = bench.trades.stream()
                        .filter(trade -> trade.seat() == position.seat())
                        .mapToLong(Trade::net)
                        .sum();
                if (position.lots() == 0) {
                    assertThat(trips)
                            .as("seed %s, seat %s", seed, position.seat())
                            .isEqualTo(closed.getLast());
                }
            }
            assertThat(account.balance()).as("seed %s", seed).isEqualTo(bench.cash + profit - fees);
            assertThat(account.fees()).as("seed %s", seed).isEqualTo(fees);
            assertThat(account.base()).as("seed %s", seed).isEqualTo(account.balance() - costs);
        }
    }

    @Test
    void aSeatAloneDoesAsItDoesBesideOneThatSaysNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<Integer, String> words = new java.util.HashMap<>();
            for (int b = 0; b < 30; b += random.nextInt(1, 6)) {
                words.put(b, words(random));
            }
            Bars bars = walk(random, 30, random.nextInt(3));
            Bench alone = new Bench(RiskLimits.backtest(), seed % 4 == 0);
            alone.market(1, bars);
            alone.seat(0, 0, WHOLE, words);
            Bench beside = new Bench(RiskLimits.backtest(), seed % 4 == 0);
            beside.market(1, bars);
            beside.seat(0, 0, WHOLE, words);
            beside.seat(0, 0, WHOLE, Map.of());
            assertThat(DeskScript.lines(beside.run())).as("seed %s", seed).isEqualTo(DeskScript.lines(alone.run()));
            assertThat(beside.desk().watch().overCommitted())
                    .as("over-committed, seed %s", seed)
                    .isEqualTo(alone.desk().watch().overCommitted());
            assertThat(beside.desk().equity())
                    .as("seed %s", seed)
                    .isEqualTo(alone.desk().equity());
        }
    }
}
