package io.fulmar.live;

import io.fulmar.domain.MarketDataEvent;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Flow;
import io.fulmar.market.MarketListener;
import io.fulmar.store.lake.Scales;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What may come in of two markets: possible things of every kind, many at one moment, the same for the same seed. */
final class MadeUpFeed {
    static final List<Market> MARKETS = List.of(
            new Market("binance", Symbol.parse("BTC/USDT:USDT"), new Scales(1, 3)),
            new Market("bybit", Symbol.parse("ETH/USDT"), new Scales(2, 4)));
    static final long START = Instant.parse("2025-03-01T23:59:58Z").getEpochSecond() * 1_000_000_000L;

    private static final long MINUTE = Timeframe.MINUTE.nanos();

    private final SplittableRandom random;
    private final long[] alone = {START, START};
    long now = START;
    private long id;

    MadeUpFeed(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Tells so many things. */
    void tell(int count, MarketListener listener) {
        for (int i = 0; i < count; i++) {
            now += random.nextInt(3) * 1_000_000L;
            one(random.nextInt(MARKETS.size()), listener);
        }
    }

    private void one(int market, MarketListener listener) {
        long price = random.nextLong(100, 100_000_000);
        long lots = random.nextLong(1, 1_000_000_000);
        long venue = now - 500_000;
        id++;
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> listener.trade(market, venue, now, random.nextInt(3) - 1, price, lots, id);
            case 3, 4 -> listener.quote(market, venue, now, price, lots, price + 1, lots + 5);
            case 5 -> {
                int kind = List.of(Flow.BID, Flow.ASK, Flow.CLEAR, Flow.GAP).get(random.nextInt(4)) | Flow.LAST;
                listener.book(market, venue, now, kind, price, kind == Flow.BID ? lots : 0, id);
            }
            default -> alone(market, price, listener);
        }
    }

    /** Kinds with one row a moment. */
    private void alone(int market, long price, MarketListener listener) {
        now = Math.max(now, alone[market] + 1);
        alone[market] = now;
        int what = random.nextInt(24);
        switch (what == 23 ? 2 : what % 2) {
            case 0 -> listener.mark(market, now, price, random.nextBoolean() ? price + 3 : MarketListener.UNKNOWN);
            case 1 -> listener.funding(market, now, random.nextLong(-900_000_000, 900_000_000), price);
            default -> {
                now = (Math.floorDiv(now, MINUTE) + 1) * MINUTE;
                alone[market] = now;
                listener.bar(
                        now,
                        new MarketDataEvent.BarClosed(
                                market, Timeframe.MINUTE, now - MINUTE, price, price + 9, price - 9, price + 1, 12.5));
            }
        }
    }
}
