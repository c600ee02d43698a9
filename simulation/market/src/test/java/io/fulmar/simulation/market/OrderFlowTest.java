package io.fulmar.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.Book;
import io.fulmar.market.BookWatch;
import io.fulmar.market.Flow;
import io.fulmar.market.Thinned;
import io.fulmar.market.TimeBars;
import io.fulmar.market.TradeBars;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderFlowTest {
    private static final long START = 1_704_067_200_000_000_000L;
    private static final Timeframe SECOND = Timeframe.parse("1s");

    private static MarketModel model(long seed) {
        return seed % 3 == 0 ? MarketModel.CRYPTO : MarketModel.QUEUED;
    }

    private static Bars barsOf(Candles candles) {
        return new Bars(
                candles.timeframe(),
                candles.openTimes(),
                candles.opens(),
                candles.highs(),
                candles.lows(),
                candles.closes(),
                candles.volumes(),
                candles.size());
    }

    private static void same(Bars made, Bars given, String where) {
        int size = given.size();
        assertThat(made.size()).as(where).isEqualTo(size);
        assertThat(Arrays.copyOf(made.openTimes(), size)).as(where).isEqualTo(Arrays.copyOf(given.openTimes(), size));
        assertThat(Arrays.copyOf(made.opens(), size)).as(where).isEqualTo(Arrays.copyOf(given.opens(), size));
        assertThat(Arrays.copyOf(made.highs(), size)).as(where).isEqualTo(Arrays.copyOf(given.highs(), size));
        assertThat(Arrays.copyOf(made.lows(), size)).as(where).isEqualTo(Arrays.copyOf(given.lows(), size));
        assertThat(Arrays.copyOf(made.closes(), size)).as(where).isEqualTo(Arrays.copyOf(given.closes(), size));
        assertThat(Arrays.copyOf(made.volumes(), size)).as(where).isEqualTo(Arrays.copyOf(given.volumes(), size));
    }

    @Test
    void barsMadeOfTheTradesAreTheMarketsOwn() {
        for (long seed = 1; seed <= 30; seed++) {
            Candles seconds = OrderFlow.seconds(seed, model(seed), START, 600);
            Flow book = OrderFlow.of(seed, seconds);
            Bars own = barsOf(seconds);

            same(TradeBars.of(book, SECOND, 1, 1000), own, "book, seed " + seed);
            same(TradeBars.of(Thinned.trades(book), SECOND, 1, 1000), own, "trades, seed " + seed);
            same(TradeBars.of(Thinned.quotes(book), SECOND, 1, 1000), own, "quotes, seed " + seed);
            Timeframe minute = Timeframe.parse("1m");
            Bars minutes = TradeBars.of(book, minute, 1, 1000);
            Bars folded = TimeBars.fold(own, minute);
            assertThat(Arrays.copyOf(minutes.closes(), 10)).isEqualTo(Arrays.copyOf(folded.closes(), 10));
            assertThat(Arrays.copyOf(minutes.highs(), 10)).isEqualTo(Arrays.copyOf(folded.highs(), 10));
        }
    }

    @Test
    void barsOfAnyLengthAreMadeOfTheirTrades() {
        for (long seed = 1; seed <= 12; seed++) {
            var random = new SplittableRandom(seed);
            Timeframe timeframe = Timeframe.parse(List.of("1m", "5m", "1h").get((int) (seed % 3)));
            Candles candles =
                    OrderFlow.tradable(SyntheticMarket.of(seed, model(seed)).bars(timeframe, START, 40));
            double mean = 4 + random.nextInt(400);
            OrderFlow flow = OrderFlow.inside(seed, candles, mean);
            Flow whole = OrderFlow.inside(seed, candles, mean).next(40);
            int event = 0;
            for (int bar = 0; bar < 40; ) {
                int some = random.nextInt(1, 12);
                Flow part = flow.next(some);
                for (int i = 0; i < part.size(); i++, event++) {
                    assertThat(part.ticks()[i]).as("seed %d", seed).isEqualTo(whole.ticks()[event]);
                    assertThat(part.lots()[i]).isEqualTo(whole.lots()[event]);
                    assertThat(part.receiveTimes()[i]).isEqualTo(whole.receiveTimes()[event]);
                }
                bar += some;
            }

            assertThat(event).as("seed %d", seed).isEqualTo(whole.size());
            assertThat(flow.next(5).isEmpty()).isTrue();
            same(TradeBars.of(whole, timeframe, 1, 1000), barsOf(candles), "seed " + seed);
            assertThat(BookWatch.over(whole).count()).as("seed %d", seed).isZero();
            long trades = Thinned.trades(whole).size();
            assertThat(trades / 40.0).as("seed %d", seed).isBetween(0.6 * mean, 1.4 * mean + 1);
        }
    }

    @Test
    void barWithoutRoomForItsPricesIsRefused() {
        Candles candles = OrderFlow.tradable(SyntheticMarket.of(1).bars(Timeframe.MINUTE, START, 4));
        assertThatThrownBy(() -> OrderFlow.inside(1, candles, 3.9)).hasMessageContaining("trades a bar");
        assertThatThrownBy(() -> OrderFlow.inside(1, candles, 250_001)).hasMessageContaining("trades a bar");
    }

    @Test
    void tradesHappenAtTheTouchForNoMoreThanIsThere() {
        for (long seed = 1; seed <= 20; seed++) {
            Flow flow = OrderFlow.of(seed, OrderFlow.seconds(seed, model(seed), START, 300));
            var book = new Book();
            for (int event = 0; event < flow.size(); event++) {
                long ticks = flow.ticks()[event];
                long lots = flow.lots()[event];
                String where = "seed " + seed + " event " + event;
                switch (flow.kind(event)) {
                    case Flow.BUY -> {
                        assertThat(ticks).as(where).isEqualTo(book.bestAsk());
                        assertThat(lots).as(where).isBetween(1L, book.askLots(ticks));
                    }
                    case Flow.SELL -> {
                        assertThat(ticks).as(where).isEqualTo(book.bestBid());
                        assertThat(lots).as(where).isBetween(1L, book.bidLots(ticks));
                    }
                    default -> assertThat(lots).as(where).isNotNegative();
                }
                book.take(flow.kinds()[event], ticks, lots);
            }
        }
    }

    @Test
    void booksAreNeverCrossedAndKnownFromTheFirstMessageOn() {
        for (long seed = 1; seed <= 20; seed++) {
            Flow flow = OrderFlow.of(seed, OrderFlow.seconds(seed, model(seed), START, 300));

            var watch = BookWatch.over(flow);

            assertThat(watch.count()).as("seed %d: %s", seed, watch.told()).isZero();
            assertThat(BookWatch.over(Thinned.quotes(flow)).count())
                    .as("quotes, seed %d", seed)
                    .isZero();
        }
    }

    @Test
    void quotesAreTheBestOfTheBook() {
        Flow flow = OrderFlow.of(7, OrderFlow.seconds(7, MarketModel.QUEUED, START, 600));
        Flow quotes = Thinned.quotes(flow);
        var book = new Book();
        var top = new Book();
        int quote = 0;
        for (int event = 0; event < flow.size(); event++) {
            book.take(flow.kinds()[event], flow.ticks()[event], flow.lots()[event]);
            boolean whole = (flow.kinds()[event] & Flow.LAST) != 0;
            long time = flow.receiveTimes()[event];
            boolean moves = event + 1 < flow.size() && flow.receiveTimes()[event + 1] == time;
            if (whole && !moves) {
                while (quote < quotes.size() && quotes.receiveTimes()[quote] <= time) {
                    top.take(quotes.kinds()[quote], quotes.ticks()[quote], quotes.lots()[quote]);
                    quote++;
                }
                assertThat(top.bestBid()).isEqualTo(book.bestBid());
                assertThat(top.bestAsk()).isEqualTo(book.bestAsk());
                assertThat(top.bidLots(top.bestBid())).isEqualTo(book.bidLots(book.bestBid()));
                assertThat(top.askLots(top.bestAsk())).isEqualTo(book.askLots(book.bestAsk()));
            }
        }
        assertThat(quotes.size()).isLessThan(flow.size());
    }

    @Test
    void sameSeedMakesTheSameFlow() {
        Flow one = OrderFlow.of(3, OrderFlow.seconds(3, MarketModel.QUEUED, START, 100));
        Flow two = OrderFlow.of(3, OrderFlow.seconds(3, MarketModel.QUEUED, START, 100));

        assertThat(two.size()).isEqualTo(one.size());
        assertThat(Arrays.copyOf(two.ticks(), two.size())).isEqualTo(Arrays.copyOf(one.ticks(), one.size()));
        assertThat(Arrays.copyOf(two.lots(), two.size())).isEqualTo(Arrays.copyOf(one.lots(), one.size()));
        assertThat(Arrays.copyOf(two.receiveTimes(), two.size()))
                .isEqualTo(Arrays.copyOf(one.receiveTimes(), one.size()));
    }
}
