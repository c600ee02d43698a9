package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.bus.Log;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Timeframe;
import io.fulmar.engine.Recovery;
import io.fulmar.engine.Verification;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.risk.RiskLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No position stands without the stop it was given: what the desk does when a venue does not take one. */
class ProtectionTest {
    private static boolean none(Order order) {
        return false;
    }

    private static Bench bench(Map<Integer, String> words, Predicate<Order> refuses, Predicate<Order> drops) {
        return bench(false, words, refuses, drops);
    }

    private static Bench bench(
            boolean plain, Map<Integer, String> words, Predicate<Order> refuses, Predicate<Order> drops) {
        Bench bench = new Bench(RiskLimits.backtest(), plain);
        Bars bars = new Bars(new Timeframe(DeskScript.MINUTE), 12);
        for (int i = 0; i < 12; i++) {
            bars.append(i * DeskScript.MINUTE, 100, 101, 99, 100, 1);
        }
        bench.market(1, bars);
        bench.seat(0, 0, 1_000_000, words);
        bench.porter = venue -> new FussyVenue(venue, refuses, drops);
        return bench;
    }

    private static List<String> played(Bench bench) {
        Log log = bench.run();
        assertThat(Recovery.fold(log, RiskLimits.backtest()).hash())
                .isEqualTo(bench.desk().ledger().hash());
        assertThat(bench.verify(log)).isEqualTo(new Verification.Same(log.last()));
        return DeskScript.lines(log);
    }

    private static Predicate<Order> of(Cause cause) {
        return order -> order.cause() == cause;
    }

    @Test
    void aPositionWhoseStopIsNotTakenIsLeftAtTheNextOpen() {
        Bench bench = bench(Map.of(0, "buy 10 stop 5"), of(Cause.STOP), ProtectionTest::none);
        assertThat(played(bench))
                .containsExactly(
                        "1: 1 buys 10 market",
                        "1: 1 filled 10 at 100",
                        "1: 2 sells 10 stop 95 stop",
                        "1: 2 rejected: no room for it",
                        "1: 3 sells 10 market signal",
                        "2: 3 filled 10 at 100");
        assertThat(bench.trades).hasSize(1);
        assertThat(bench.desk().watch().pages())
                .containsExactly(
                        "the position of seat 0 is left at the market: its stop was not taken: no room for it");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"STOP", "TRAIL"})
    void theTargetOfAPositionThatIsLeftGoesWithIt(Cause missing) {
        Bench bench = bench(Map.of(0, "sell 10 stop 5 trail 6 target 7"), of(missing), ProtectionTest::none);
        assertThat(played(bench)).anyMatch(line -> line.contains("rejected")).contains("1: 1 filled 10 at 100");
        assertThat(bench.desk().ledger().account().netLots(1)).isZero();
        assertThat(bench.trades).extracting(Trade::exitTime).containsExactly(2 * DeskScript.MINUTE);
    }

    @Test
    void aTargetThatIsNotTakenIsToldAndThePositionStays() {
        Bench bench = bench(Map.of(0, "buy 10 stop 5 target 7"), of(Cause.TARGET), ProtectionTest::none);
        played(bench);
        assertThat(bench.desk().ledger().account().netLots(1)).isEqualTo(10);
        assertThat(bench.desk().watch().pages()).containsExactly("the target of seat 0 was not taken: no room for it");
    }

    @Test
    void aStopThatTheVenueEndsUnaskedIsNoProtectionEither() {
        Bench bench = bench(Map.of(0, "buy 10 stop 5"), ProtectionTest::none, of(Cause.STOP));
        assertThat(played(bench))
                .containsSequence(
                        "1: 2 cancelled: no room for it", "1: 3 sells 10 market signal", "2: 3 filled 10 at 100");
    }

    @Test
    void anExitThatIsNotTakenIsTriedAgainAtTheNextBarsAndThenLeftToAPerson() {
        Bench bench = bench(Map.of(0, "buy 10 stop 5"), Order::reduceOnly, ProtectionTest::none);
        List<String> lines = played(bench);
        assertThat(lines)
                .filteredOn(line -> line.endsWith("sells 10 market signal"))
                .hasSize(5);
        assertThat(lines)
                .contains("1: 3 sells 10 market signal", "2: 4 sells 10 market signal", "5: 7 sells 10 market signal");
        assertThat(bench.desk().watch().pages())
                .last()
                .asString()
                .isEqualTo("the position of seat 0 cannot be left after 5 tries; close it by hand:"
                        + " its exit was not taken: no room for it");
    }

    @Test
    void anExitOfTheStrategyThatIsNotTakenIsTriedAgain() {
        int[] left = {2};
        Bench bench = bench(
                Map.of(0, "buy 10", 2, "exit"), order -> order.reduceOnly() && left[0]-- > 0, ProtectionTest::none);
        Log log = bench.run();
        assertThat(DeskScript.lines(log))
                .containsSequence(
                        "3: 2 sells 10 market signal",
                        "3: 2 rejected: no room for it",
                        "3: 3 sells 10 market signal",
                        "3: 3 rejected: no room for it",
                        "4: 4 sells 10 market signal",
                        "4: 4 filled 10 at 100");
        assertThat(bench.verify(log)).isEqualTo(new Verification.Same(log.last()));
    }

    @Test
    void anotherPositionIsGivenItsOwnTries() {
        Bench bench = bench(Map.of(0, "buy 10 stop 5", 4, "buy 10 stop 5"), of(Cause.STOP), ProtectionTest::none);
        played(bench);
        assertThat(bench.trades).hasSize(2);
    }

    @Test
    void aStopThatWeHoldAndTheVenueDoesNotTakeWhenTouchedLeavesThePositionToo() {
        Bench bench = bench(true, Map.of(0, "buy 10 stop 1"), of(Cause.STOP), ProtectionTest::none);
        assertThat(played(bench))
                .contains(
                        "2: 2 triggered",
                        "2: 2 rejected: no room for it",
                        "2: 3 sells 10 market signal",
                        "2: 3 filled 10 at 100");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverAVenueRefusesIsRecoveredAndDecidedAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> wishes =
                List.of("buy 3 stop 4 target 6", "sell 2 trail 5", "exit", "buy 2 stop 2", "sell 1 stop 3");
        Map<Integer, String> words = new HashMap<>();
        Bench bench = new Bench(RiskLimits.backtest(), seed % 2 == 0);
        Bars bars = new Bars(new Timeframe(DeskScript.MINUTE), 300);
        long price = 100;
        for (int bar = 0; bar < 300; bar++) {
            long open = price;
            price = Math.max(60, price + random.nextInt(-2, 3));
            bars.append(bar * DeskScript.MINUTE, open, Math.max(open, price) + 1, Math.min(open, price) - 1, price, 1);
            if (random.nextInt(4) == 0) {
                words.put(bar, wishes.get(random.nextInt(wishes.size())));
            }
        }
        bench.market(1, bars);
        bench.seat(0, 0, 1_000_000, words);
        SplittableRandom moods = random.split();
        bench.porter = venue -> new FussyVenue(
                venue,
                order -> moods.nextInt(4) == 0,
                order -> !(order.kind() instanceof OrderKind.Market) && moods.nextInt(4) == 0);
        Log log = bench.run();
        assertThat(bench.desk().watch().pages()).as("seed " + seed).isNotEmpty();
        assertThat(Recovery.fold(log, RiskLimits.backtest()).hash())
                .as("seed " + seed)
                .isEqualTo(bench.desk().ledger().hash());
        assertThat(bench.verify(log)).as("seed " + seed).isEqualTo(new Verification.Same(log.last()));
    }
}
