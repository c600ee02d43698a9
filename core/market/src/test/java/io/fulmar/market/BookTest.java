package io.fulmar.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BookTest {
    /** The slow twin: sorted maps. */
    private static final class Slow {
        final TreeMap<Long, Long> bids = new TreeMap<>();
        final TreeMap<Long, Long> asks = new TreeMap<>();

        static long set(Map<Long, Long> side, long ticks, long lots) {
            Long before = lots == 0 ? side.remove(ticks) : side.put(ticks, lots);
            return before == null ? 0 : before;
        }

        long bestBid() {
            return bids.isEmpty() ? Book.NO_BID : bids.lastKey();
        }

        long bestAsk() {
            return asks.isEmpty() ? Book.NO_ASK : asks.firstKey();
        }
    }

    @Test
    void bookIsWhatSortedMapsSay() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            var book = new Book();
            var slow = new Slow();
            long centre = random.nextLong(1, 100_000);
            long spread = random.nextLong(1, seed % 3 == 0 ? 40_000 : 200);
            for (int step = 0; step < 4_000; step++) {
                centre = Math.max(1, centre + random.nextLong(-spread / 8 - 1, spread / 8 + 2));
                long ticks = Math.max(1, centre + random.nextLong(-spread, spread + 1));
                long lots = random.nextInt(3) == 0 ? random.nextLong(1, 1000) : 0;
                if (lots == 0 && random.nextBoolean()) { // take something that is there
                    ticks = random.nextBoolean() ? Math.max(1, slow.bestBid()) : slow.bestAsk();
                    ticks = ticks == Book.NO_ASK ? 1 : ticks;
                }
                boolean bid = random.nextBoolean();
                long before = bid ? book.bid(ticks, lots) : book.ask(ticks, lots);
                long expected = Slow.set(bid ? slow.bids : slow.asks, ticks, lots);
                assertThat(before).as("seed %d step %d", seed, step).isEqualTo(expected);
                same(book, slow, ticks, "seed " + seed + " step " + step);
                if (random.nextInt(1500) == 0) {
                    book.clear();
                    slow.bids.clear();
                    slow.asks.clear();
                }
            }
        }
    }

    private static void same(Book book, Slow slow, long ticks, String where) {
        assertThat(book.bestBid()).as(where).isEqualTo(slow.bestBid());
        assertThat(book.bestAsk()).as(where).isEqualTo(slow.bestAsk());
        assertThat(book.bidLots(ticks)).as(where).isEqualTo(slow.bids.getOrDefault(ticks, 0L));
        assertThat(book.askLots(ticks)).as(where).isEqualTo(slow.asks.getOrDefault(ticks, 0L));
        Long below = slow.bids.lowerKey(ticks);
        Long above = slow.asks.higherKey(ticks);
        assertThat(book.bidBelow(ticks)).as(where).isEqualTo(below == null ? Book.NO_BID : below);
        assertThat(book.askAbove(ticks)).as(where).isEqualTo(above == null ? Book.NO_ASK : above);
        assertThat(book.crossed()).as(where).isEqualTo(slow.bestBid() >= slow.bestAsk());
    }

    @Test
    void emptyBookHasNoBestPrices() {
        var book = new Book();

        assertThat(book.bestBid()).isEqualTo(Book.NO_BID);
        assertThat(book.bestAsk()).isEqualTo(Book.NO_ASK);
        assertThat(book.twoSided()).isFalse();
        assertThat(book.bid(100, 0))
                .as("taking from a level that was never there")
                .isZero();
    }

    @Test
    void levelFarFromAllOthersIsRefused() {
        var book = new Book();
        book.bid(100, 1);

        assertThatThrownBy(() -> book.bid(100_000_000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a level at 100000000 ticks, where others are at 100");
    }
}
