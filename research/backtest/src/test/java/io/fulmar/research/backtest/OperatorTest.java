package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.bus.Journal;
import io.fulmar.bus.Log;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Command;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.Recovery;
import io.fulmar.engine.Verification;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.risk.RiskLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's commands, at their time, through the desk and its journal. */
class OperatorTest {
    private static final long WHOLE = 1_000_000;

    private static Bench bench(int seats, Map<Integer, String> words) {
        Bench bench = new Bench(RiskLimits.backtest(), false);
        bench.market(1, minutes(8));
        for (int seat = 0; seat < seats; seat++) {
            bench.seat(0, seat, WHOLE, words);
        }
        return bench;
    }

    private static Bars minutes(int count) {
        Bars bars = new Bars(new Timeframe(DeskScript.MINUTE), count);
        for (int i = 0; i < count; i++) {
            bars.append(i * DeskScript.MINUTE, 100, 101, 99, 100, 1);
        }
        return bars;
    }

    private static Bars walk(SplittableRandom random, int count) {
        Bars bars = new Bars(new Timeframe(DeskScript.MINUTE), count);
        long price = 100;
        for (int i = 0; i < count; i++) {
            long open = price;
            price = Math.max(50, price + random.nextInt(-3, 4));
            bars.append(
                    i * DeskScript.MINUTE,
                    open,
                    Math.max(open, price) + random.nextInt(3),
                    Math.min(open, price) - random.nextInt(3),
                    price,
                    1);
        }
        return bars;
    }

    /** What was journaled of orders; recovery and verification agree with the run. */
    private static List<String> played(Bench bench) {
        Log log = bench.run();
        assertThat(Recovery.fold(log, RiskLimits.backtest()).hash())
                .isEqualTo(bench.desk().ledger().hash());
        assertThat(bench.verify(log)).isEqualTo(new Verification.Same(log.last()));
        return DeskScript.lines(log);
    }

    @Test
    void flattenLeavesAtTheNextOpenAndEndsWhatWouldOpenOrProtect() {
        Bench bench = bench(1, Map.of(0, "buy 10 stop 5 target 5"));
        bench.command(3, new Command.Flatten("k1", "ann"));
        assertThat(played(bench))
                .containsExactly(
                        "1: 1 buys 10 market",
                        "1: 1 filled 10 at 100",
                        "1: 2 sells 10 stop 95 stop",
                        "1: 3 sells 10 limit 105 target",
                        "3: 4 sells 10 market operator",
                        "3: 4 filled 10 at 100",
                        "3: 2 to be cancelled: the position is closed",
                        "3: 2 cancelled: asked",
                        "3: 3 to be cancelled: the position is closed",
                        "3: 3 cancelled: asked");
        assertThat(bench.trades).extracting(Trade::exit).containsExactly(Cause.OPERATOR);
    }

    @Test
    void flattenCancelsEntriesAndLeavesEverySeat() {
        Bench bench = bench(1, Map.of(0, "buy 10"));
        bench.seat(0, 1, WHOLE, Map.of(0, "sell 5"));
        bench.seat(0, 2, WHOLE, Map.of(0, "buy 5 limit 90"));
        bench.command(2, new Command.Flatten("k1", "ann"));
        assertThat(played(bench))
                .contains(
                        "2: 4 sells 10 market operator",
                        "2: 5 buys 5 market operator",
                        "2: 3 to be cancelled: flattened by ann",
                        "2: 3 cancelled: asked");
        assertThat(bench.desk().ledger().account().positions()).allMatch(position -> position.lots() == 0);
    }

    @Test
    void anEntryThatFillsBeforeItsCancelArrivesIsLeftToo() {
        Bench bench = bench(1, Map.of(0, "buy 10 limit 99 stop 5 good 9"));
        bench.porter = venue -> {
            FussyVenue late = new FussyVenue(venue, order -> false, order -> false);
            late.slow = true;
            return late;
        };
        bench.command(1, new Command.Flatten("k1", "ann"));
        assertThat(played(bench))
                .containsSubsequence(
                        "1: 1 to be cancelled: flattened by ann",
                        "1: 1 filled 10 at 99 maker",
                        "1: 3 sells 10 market operator",
                        "2: 3 filled 10 at 100");
        assertThat(bench.desk().ledger().account().netLots(1)).isZero();
    }

    @Test
    void aSeatThatIsLeavingAlreadyIsNotLeftTwice() {
        Bench bench = bench(1, Map.of(0, "buy 10", 2, "exit"));
        bench.command(3, new Command.Flatten("k1", "ann"));
        assertThat(played(bench)).noneMatch(line -> line.contains("operator"));
    }

    @Test
    void cancelAllEndsEveryOrderLeavesThePositionAndSaysThatItHasNoStop() {
        Bench bench = bench(1, Map.of(0, "buy 10 stop 5 trail 7 target 5"));
        bench.seat(0, 1, WHOLE, Map.of(0, "buy 5 limit 90"));
        bench.command(3, new Command.CancelAll("k1", "ann"));
        assertThat(played(bench))
                .endsWith(
                        "3: 3 to be cancelled: all orders are cancelled, by ann",
                        "3: 3 cancelled: asked",
                        "3: 4 to be cancelled: all orders are cancelled, by ann",
                        "3: 4 cancelled: asked",
                        "3: 5 to be cancelled: all orders are cancelled, by ann",
                        "3: 5 cancelled: asked",
                        "3: 2 to be cancelled: all orders are cancelled, by ann",
                        "3: 2 cancelled: asked");
        assertThat(bench.desk().watch().pages()).anyMatch(page -> page.contains("seat 0 has no stop any more"));
        assertThat(bench.desk().ledger().account().netLots(1)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"REDUCING, REDUCING_ONLY", "HALTED, HALTED"})
    void aModeBarsEntriesEndsThoseThatWaitAndLetsExitsPass(Command.Mode mode, String refusal) {
        Bench bench = bench(1, Map.of(0, "buy 10", 3, "exit", 5, "buy 10"));
        bench.seat(0, 1, WHOLE, Map.of(0, "buy 5 limit 90", 2, "buy 5"));
        bench.command(2, new Command.SetMode("k1", mode, "ann"));
        bench.command(7, new Command.SetMode("k2", Command.Mode.NORMAL, "ann"));
        assertThat(played(bench))
                .containsExactly(
                        "1: 1 buys 10 market",
                        "1: 2 buys 5 limit 90",
                        "1: 1 filled 10 at 100",
                        "2: 2 to be cancelled: the desk takes no new risk, by ann",
                        "2: 2 cancelled: asked",
                        "3: 3 buys 5 market",
                        "3: 3 refused " + refusal,
                        "4: 4 sells 10 market signal",
                        "4: 4 filled 10 at 100",
                        "6: 5 buys 10 market",
                        "6: 5 refused " + refusal);
    }

    @Test
    void aPausedSeatMayLeaveButNotEnterAndTheOthersGoOn() {
        Bench bench = bench(2, Map.of(0, "buy 10", 2, "exit", 3, "buy 10"));
        bench.command(2, new Command.PauseSeat("k1", 0, true, "ann"));
        bench.command(5, new Command.PauseSeat("k2", 0, false, "ann"));
        assertThat(played(bench))
                .containsExactly(
                        "1: 1 buys 10 market",
                        "1: 2 buys 10 market",
                        "1: 1 filled 10 at 100",
                        "1: 2 filled 10 at 100",
                        "3: 3 sells 10 market signal",
                        "3: 4 sells 10 market signal",
                        "3: 3 filled 10 at 100",
                        "3: 4 filled 10 at 100",
                        "4: refused REDUCING_ONLY",
                        "4: 5 buys 10 market",
                        "4: 5 filled 10 at 100");
    }

    @Test
    void aCommandDeliveredAgainActsOnce() {
        Bench bench = bench(1, Map.of(0, "buy 10", 4, "buy 10"));
        bench.command(2, new Command.Flatten("k1", "ann"));
        bench.command(6, new Command.Flatten("k1", "ann"));
        assertThat(played(bench)).filteredOn(line -> line.contains("operator")).hasSize(1);
        assertThat(bench.desk().ledger().account().netLots(1)).isEqualTo(10);
    }

    @Test
    void aCommandInsideABarWaitsForTheNextOne() {
        Bench bench = new Bench(RiskLimits.backtest(), false);
        bench.market(1, minutes(20));
        Bars coarse = new Bars(new Timeframe(10 * DeskScript.MINUTE), 2);
        coarse.append(0, 200, 210, 190, 205, 1);
        coarse.append(10 * DeskScript.MINUTE, 300, 310, 290, 305, 1);
        bench.market(2, coarse);
        bench.seat(0, 0, WHOLE, Map.of(0, "buy 10"));
        bench.seat(1, 1, WHOLE, Map.of(0, "buy 1"));
        bench.command(4, new Command.Flatten("k1", "ann"));
        assertThat(played(bench))
                .as("the ten minutes that hold minute 4 end at minute 10")
                .contains("10: 3 sells 10 market operator", "10: 3 filled 10 at 100");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomCommandsOverRandomTradingAreRecoveredAndDecidedAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bench bench = new Bench(RiskLimits.backtest(), seed % 3 == 0);
        Bars bars = walk(random, 400);
        bench.market(1, bars);
        List<String> wishes = List.of(
                "buy 3 stop 4 target 6", "sell 2 trail 5", "exit", "buy 2 limit 95", "withdraw", "sell 1 stop 3");
        for (int seat = 0; seat < 3; seat++) {
            Map<Integer, String> words = new HashMap<>();
            for (int bar = 0; bar < 400; bar += 1 + random.nextInt(9)) {
                words.put(bar, wishes.get(random.nextInt(wishes.size())));
            }
            bench.seat(0, seat, WHOLE, words);
        }
        for (int i = 0; i < 40; i++) {
            String key = "k" + random.nextInt(30);
            bench.command(
                    random.nextInt(400),
                    switch (random.nextInt(5)) {
                        case 0 -> new Command.Flatten(key, "ann");
                        case 1 -> new Command.CancelAll(key, "ann");
                        case 2 ->
                            new Command.SetMode(
                                    key, List.of(Command.Mode.values()).get(random.nextInt(3)), "ann");
                        case 3 -> new Command.PauseSeat(key, random.nextInt(3), random.nextBoolean(), "ann");
                        default -> new Command.ResumeInstrument(key, 1, "ann");
                    });
        }
        Log log = bench.run();
        List<Command> journaled = new ArrayList<>();
        Journal.read(log, 1, (envelope, event) -> {
            if (event instanceof Command command) journaled.add(command);
        });
        assertThat(journaled).as("seed " + seed).hasSizeGreaterThan(15);
        assertThat(journaled.stream().map(Command::key)).doesNotHaveDuplicates();
        assertThat(Recovery.fold(log, RiskLimits.backtest()).hash())
                .as("seed " + seed)
                .isEqualTo(bench.desk().ledger().hash());
        assertThat(bench.verify(log)).as("seed " + seed).isEqualTo(new Verification.Same(log.last()));
    }
}
