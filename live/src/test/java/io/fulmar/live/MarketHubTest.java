package io.fulmar.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.market.BarKind;
import io.fulmar.market.Book;
import io.fulmar.market.Flow;
import io.fulmar.market.Impossible;
import io.fulmar.market.MadeBars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketHubTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long START = Math.floorDiv(MadeUpFeed.START, MINUTE) * MINUTE;

    private final Told told = new Told();
    private final List<String> bars = new ArrayList<>();

    private MarketHub hub(Flow.Depth first, String... kinds) {
        List<BarKind> list = List.of(kinds).stream().map(BarKind::parse).toList();
        return new MarketHub(
                MadeUpFeed.MARKETS,
                List.of(first, Flow.Depth.TRADES),
                list,
                told,
                (market, kind, made, bar) -> bars.add("%d %s %d trades %d flags %d"
                        .formatted(market, list.get(kind), made.closes()[bar], made.trades()[bar], made.flags()[bar])));
    }

    @Test
    void tradesBecomeBarsOfEachMarket() {
        MarketHub hub = hub(Flow.Depth.TRADES, "1m", "tick:2");
        for (int i = 0; i < 3; i++) {
            hub.trade(0, START + i, START + i, 1, 100 + i, 1, i);
        }
        hub.trade(1, START, START + 3, 1, 200, 1, 1);
        hub.trade(0, START + MINUTE, START + MINUTE, 1, 105, 1, 4);
        assertThat(bars)
                .containsExactly(
                        "0 tick:2 101 trades 2 flags 0", "0 1m 102 trades 3 flags 0", "0 tick:2 105 trades 2 flags 0");
        hub.clock(START + MINUTE);
        hub.end();
        assertThat(bars.subList(3, 5))
                .containsExactly("1 1m 200 trades 1 flags 0", "0 1m 105 trades 1 flags " + MadeBars.UNFINISHED);
        assertThat(told.lines).hasSize(5);
    }

    @Test
    void gapMakesTheBookDarkAndTheBarIncomplete() {
        MarketHub hub = hub(Flow.Depth.BOOK, "1m");
        hub.book(0, START, START, Flow.CLEAR, 0, 0, 1);
        hub.book(0, START, START, Flow.BID | Flow.LAST, 100, 7, 1);
        assertThat(hub.watch(0).dark()).isFalse();
        assertThat(hub.watch(0).book().bestBid()).isEqualTo(100);
        hub.trade(0, START, START, 1, 100, 1, 1);
        hub.book(0, START + 1, START + 1, Flow.GAP | Flow.LAST, 0, 0, 9);
        assertThat(hub.watch(0).dark()).isTrue();
        hub.end();
        assertThat(bars).containsExactly("0 1m 100 trades 1 flags " + (MadeBars.GAP | MadeBars.UNFINISHED));
    }

    @Test
    void quotesAreABookOfOneLevelASide() {
        MarketHub hub = hub(Flow.Depth.QUOTES);
        hub.quote(0, START, START, 100, 1, 102, 2);
        hub.quote(0, START, START, 99, 3, 103, 4);
        Book book = hub.watch(0).book();
        assertThat(List.of(book.bestBid(), book.bidLots(99), book.bestAsk(), book.askLots(103)))
                .containsExactly(99L, 3L, 103L, 4L);
        hub.quote(0, START, START, 0, 0, 103, 4);
        assertThat(book.bestBid()).isEqualTo(Book.NO_BID);
    }

    @Test
    void whatCannotBeGoesNoFurther() {
        MarketHub hub = hub(Flow.Depth.QUOTES, "tick:1");
        hub.trade(0, START, START, 1, 0, 1, 1);
        hub.quote(0, START, START, 103, 1, 103, 2);
        hub.funding(0, START, 5, 0);
        hub.funding(0, START, 5, 0);
        assertThat(told.lines).hasSize(1);
        assertThat(bars).isEmpty();
        assertThat(hub.refused())
                .isEqualTo(Map.of(
                        Impossible.PRICE_NOT_POSITIVE, 1L, Impossible.BOOK_CROSSED, 1L, Impossible.TIME_BACKWARDS, 1L));
    }
}
