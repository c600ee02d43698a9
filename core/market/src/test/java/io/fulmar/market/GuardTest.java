package io.fulmar.market;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.market.Guard.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final long SECOND = 1_000_000_000L;
    private static final byte[] RAW = "raw".getBytes(US_ASCII);
    private static final Instrument COIN = Instrument.of(
            1, "test", Symbol.parse("BTC/USDT:USDT"), Decimal.parse("0.5"), Decimal.parse("0.001"), Decimal.ONE);

    private final List<String> heard = new ArrayList<>();
    private final Guard guard = new Guard(COIN, Guard.Limits.USUAL, new Ear(heard));
    private final BookGuard book = new BookGuard(guard, new Ear(heard));

    /** Writes down what it hears. */
    private record Ear(List<String> heard) implements MarketSink {
        @Override
        public void trade(long venueTime, long receiveTime, long ticks, long lots, boolean buyerTook) {
            heard.add("trade " + venueTime + " " + receiveTime + " " + ticks + " " + lots
                    + (buyerTook ? " buy" : " sell"));
        }

        @Override
        public void quote(long venueTime, long receiveTime, long bid, long bidLots, long ask, long askLots) {
            heard.add("quote " + bid + " " + bidLots + " " + ask + " " + askLots);
        }

        @Override
        public void snapshot(long venueTime, long receiveTime) {
            heard.add("snapshot");
        }

        @Override
        public void level(long venueTime, long receiveTime, boolean bid, long ticks, long lots, boolean last) {
            heard.add((bid ? "bid " : "ask ") + ticks + " " + lots + (last ? " last" : ""));
        }

        @Override
        public void mark(long venueTime, long receiveTime, long ticks) {
            heard.add("mark " + ticks);
        }

        @Override
        public void funding(long venueTime, long receiveTime, long rate, int scale, long nextTime) {
            heard.add("funding " + rate + "e-" + scale + " at " + nextTime);
        }

        @Override
        public void gap(long from, long until, String reason) {
            heard.add("gap " + from + " " + until + " " + reason);
        }

        @Override
        public void refused(RefusedMessage message) {
            heard.add("refused " + message.reason() + " " + new String(message.raw(), US_ASCII));
        }
    }

    private static Origin at(long time) {
        return new Origin(time, time + 10, RAW, 0, RAW.length);
    }

    private static Written of(String number) {
        Decimal decimal = Decimal.parse(number);
        return new Written(decimal.mantissa(), decimal.scale());
    }

    private boolean trade(long time, long id, String price, String quantity) {
        return guard.trade(at(time), id - 1, id, of(price), of(quantity), true);
    }

    @Test
    void whatIsPossibleGoesThroughInTicksAndLotsWithBothTimes() {
        assertThat(trade(100, 1, "100.50", "0.02")).isTrue();
        assertThat(guard.quote(at(101), of("100"), of("1"), of("100.5"), of("0")))
                .isTrue();
        assertThat(guard.mark(at(102), of("100.26"))).isTrue();
        assertThat(guard.funding(at(103), of("-0.00038167"), 900)).isTrue();

        assertThat(heard)
                .containsExactly(
                        "trade 100 110 201 20 buy", "quote 200 1000 201 0", "mark 201", "funding -38167e-8 at 900");
    }

    @Test
    void whatCannotBeTrueIsRefusedWithAReasonAndItsBytes() {
        trade(100, 1, "100", "1");
        heard.clear();

        assertThat(trade(101, 2, "0", "1")).isFalse();
        trade(101, 2, "-5", "1");
        trade(101, 2, "100", "-1");
        trade(101, 2, "100", "0");
        trade(101, 2, "100.3", "1");
        trade(101, 2, "100", "0.0001");
        trade(101, 2, "999999999999999999", "1");
        trade(99, 2, "100", "1");
        guard.trade(new Origin(20 * SECOND, SECOND, RAW, 0, 3), 1, 2, of("100"), of("1"), true);
        guard.quote(at(102), of("100"), of("1"), of("100"), of("1"));
        guard.unreadable(at(103));

        assertThat(heard)
                .containsExactly(
                        "refused PRICE_NOT_POSITIVE raw",
                        "refused PRICE_NOT_POSITIVE raw",
                        "refused QUANTITY_IMPOSSIBLE raw",
                        "refused QUANTITY_IMPOSSIBLE raw",
                        "refused BETWEEN_STEPS raw",
                        "refused BETWEEN_STEPS raw",
                        "refused TOO_LARGE raw",
                        "refused TIME_BACKWARDS raw",
                        "refused TIME_IN_FUTURE raw",
                        "refused BOOK_CROSSED raw",
                        "refused UNREADABLE raw");
        assertThat(guard.refusals(Impossible.PRICE_NOT_POSITIVE)).isEqualTo(2);
        assertThat(trade(101, 2, "100", "1")).as("a refusal moves nothing").isTrue();
    }

    @Test
    void missingTradesAreAGapAndRepeatedOnesAreCounted() {
        trade(100, 7, "100", "1");
        trade(101, 7, "100", "1");
        trade(102, 10, "100", "1");

        assertThat(heard)
                .containsExactly(
                        "trade 100 110 200 1000 buy",
                        "gap 110 112 trades are missing before number 10",
                        "trade 102 112 200 1000 buy");
        assertThat(guard.duplicates()).isEqualTo(1);
    }

    @Test
    void silenceIsAGapToldOnceAndEndedByWhatComes() {
        trade(SECOND, 1, "100", "1");
        guard.clock(31 * SECOND);
        guard.clock(32 * SECOND);
        guard.clock(33 * SECOND);
        trade(40 * SECOND, 2, "100", "1");
        guard.clock(41 * SECOND);

        assertThat(heard)
                .containsExactly(
                        "trade 1000000000 1000000010 200 1000 buy",
                        "gap 1000000010 32000000000 nothing came for 30 s",
                        "gap 32000000000 40000000010 until now nothing came",
                        "trade 40000000000 40000000010 200 1000 buy");
    }

    private void snapshot(long time, long upTo) {
        book.snapshot(at(time), upTo);
        book.level(true, of("100"), of("1"));
        book.level(false, of("101"), of("2"));
        assertThat(book.end()).isTrue();
    }

    private boolean change(long time, long before, long number, boolean bid, String price, String quantity) {
        book.begin(at(time), before, number);
        book.level(bid, of(price), of(quantity));
        return book.end();
    }

    @Test
    void aBookGoesThroughFromItsFirstSnapshotOn() {
        assertThat(book.blind()).isTrue();
        assertThat(change(1, 4, 5, true, "99", "1")).isFalse();
        snapshot(2, 6);
        assertThat(change(3, 4, 5, true, "99", "1"))
                .as("older than the snapshot")
                .isFalse();
        assertThat(change(3, 6, 9, true, "99", "0")).isTrue();

        assertThat(heard).containsExactly("snapshot", "bid 200 1000", "ask 202 2000 last", "bid 198 0 last");
    }

    @Test
    void afterAMissingAnImpossibleOrACrossingMessageTheBookIsUnknownUntilTheNextSnapshot() {
        for (int trouble = 0; trouble < 3; trouble++) {
            long time = 100L * trouble;
            snapshot(time, 10);
            heard.clear();
            boolean through = switch (trouble) {
                case 0 -> change(time + 1, 12, 13, true, "99", "1");
                case 1 -> change(time + 1, 10, 11, true, "99", "-1");
                default -> change(time + 1, 10, 11, true, "101", "1");
            };
            assertThat(through).isFalse();
            assertThat(book.blind()).isTrue();
            assertThat(heard.getLast()).startsWith("gap " + (time + 10) + " " + (time + 11));
            assertThat(change(time + 2, 13, 14, true, "99", "1")).isFalse();
            snapshot(time + 3, 20);
            assertThat(change(time + 4, 20, 21, true, "99", "1")).isTrue();
        }
        assertThat(guard.refusals(Impossible.BOOK_CROSSED)).isEqualTo(1);
        assertThat(guard.refusals(Impossible.QUANTITY_IMPOSSIBLE)).isEqualTo(1);
    }

    @Test
    void exactlyWhatIsImpossibleIsRefusedFromAnyStreamOfTrades() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var told = new ArrayList<String>();
            var each = new Guard(COIN, Guard.Limits.USUAL, new Ear(told));
            long impossible = 0;
            long gaps = 0;
            long passed = 0;
            long id = 0;
            for (int i = 0; i < 200; i++) {
                boolean bad = random.nextInt(10) == 0;
                boolean hole = !bad && passed > 0 && random.nextInt(10) == 0;
                id += hole ? 2 : bad ? 0 : 1;
                String price = bad ? "0" : "" + random.nextInt(1, 500);
                boolean through = each.trade(
                        at(i), id - 1, id, of(price), of("0.00" + random.nextInt(1, 9)), random.nextBoolean());
                assertThat(through).as("seed %d, %d", seed, i).isEqualTo(!bad);
                impossible += bad ? 1 : 0;
                gaps += hole ? 1 : 0;
                passed += bad ? 0 : 1;
            }
            assertThat(each.refusals(Impossible.PRICE_NOT_POSITIVE)).isEqualTo(impossible);
            assertThat(told).filteredOn(line -> line.startsWith("refused")).hasSize((int) impossible);
            assertThat(told).filteredOn(line -> line.startsWith("trade")).hasSize((int) passed);
            assertThat(told).filteredOn(line -> line.startsWith("gap")).hasSize((int) gaps);
        }
    }

    @Test
    void ofMarketDataTheLatestWinsAndWhatConcernsOrdersIsNeverDropped() {
        var backlog = new Backlog<String, String>(2, 2);
        assertThat(backlog.market("BTC", "quote 1")).isTrue();
        assertThat(backlog.market("ETH", "quote 2")).isTrue();
        assertThat(backlog.market("BTC", "quote 3")).isTrue();
        assertThat(backlog.market("SOL", "quote 4")).as("no room").isFalse();
        assertThat(backlog.order("fill 1")).isTrue();
        assertThat(backlog.order("fill 2")).isTrue();
        assertThat(backlog.order("fill 3")).as("who brings more must stop").isFalse();

        assertThat(backlog.size()).isEqualTo(4);
        assertThat(backlog.conflated()).isEqualTo(1);
        assertThat(List.of(1, 2, 3, 4, 5).stream().map(_ -> backlog.next()).toList())
                .containsExactly(
                        Optional.of("fill 1"),
                        Optional.of("fill 2"),
                        Optional.of("quote 3"),
                        Optional.of("quote 2"),
                        Optional.empty());
    }
}
