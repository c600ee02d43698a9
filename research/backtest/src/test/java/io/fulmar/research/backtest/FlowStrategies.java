package io.fulmar.research.backtest;

import io.fulmar.domain.Side;
import io.fulmar.strategy.Bar;
import io.fulmar.strategy.BookView;
import io.fulmar.strategy.Fill;
import io.fulmar.strategy.FlowStrategy;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.TradeView;
import java.time.Duration;

/** Strategies between bars, one of each temper. */
final class FlowStrategies {
    private FlowStrategies() {}

    public record None() {}

    /** Rests on both sides of the touch, and follows it once a second. */
    public static class Maker extends FlowStrategy<None> {
        private int messages;
        private long bid;
        private long offer;
        private double bidPrice;
        private double offerPrice;

        {
            every(Duration.ofSeconds(1));
        }

        @Override
        public void onBook(BookView now) {
            messages++;
        }

        @Override
        public void onTimer(long time) {
            BookView book = book();
            if (messages == 0 || !book.twoSided()) {
                return;
            }
            if (working(bid) && bidPrice != book.bid()) {
                cancel(bid);
            } else if (!working(bid) && position() < 0.003) {
                bidPrice = book.bid();
                bid = makeBid(bidPrice, 0.001);
            }
            if (working(offer) && offerPrice != book.ask()) {
                cancel(offer);
            } else if (!working(offer) && position() > -0.003) {
                offerPrice = book.ask();
                offer = makeOffer(offerPrice, 0.001);
            }
        }
    }

    /** Takes what is there when one side is much heavier, and turns round later. */
    public static class Taker extends FlowStrategy<None> {
        private int messages;

        @Override
        public void onQuote(BookView quote) {
            if (++messages % 50 != 0 || !quote.twoSided()) {
                return;
            }
            boolean up = quote.bidQuantity() > quote.askQuantity();
            if (up && position() <= 0) {
                take(quote.ask(), 0.002);
            } else if (!up && position() >= 0) {
                hit(quote.bid(), 0.002);
            }
        }
    }

    /** Follows trades with market orders, exact in its cancels and amends too. */
    public static class Tape extends FlowStrategy<None> {
        private double last;
        private int up;
        private long resting;

        @Override
        public void onTrade(TradeView trade) {
            up = trade.price() > last ? up + 1 : 0;
            last = trade.price();
            if (up == 3 && position() <= 0) {
                buyNow(0.001 * (1 + trade.lots() % 3));
            } else if (trade.taker() == Side.SELL && position() > 0.004) {
                sellNow(position());
            } else if (!working(resting)) {
                resting = offer(last + 20, 0.003);
            } else if (trade.lots() % 11 == 0) {
                amend(resting, last + 15, 0.002);
            }
        }
    }

    /** A strategy of bars as anyone writes it, with series and a bracket, on bars made of trades. */
    public static class Crossing extends Strategy<None> {
        final Series fast = sma(5);
        final Series slow = sma(20);
        int heard;

        @Override
        public void onBar(Bar bar) {
            if (flat() && fast.crossesAbove(slow)) {
                buy(equityPercent(50)).stop(percent(0.05)).target(percent(0.08));
            } else if (holding() && fast.crossesBelow(slow)) {
                exit("fast below slow");
            }
        }

        @Override
        public void onFill(Fill fill) {
            heard++;
        }
    }

    /** Enters with more than one level holds, so that the entry fills in parts, and is protected. */
    public static class Large extends Strategy<None> {
        @Override
        public void onBar(Bar bar) {
            if (flat()) {
                buy(units(0.3)).stop(percent(0.5)).target(percent(0.05));
            }
        }
    }

    /** Levels above and below, each worked anew when it has filled. */
    public static class Grid extends FlowStrategy<None> {
        private final long[] orders = new long[8];
        private double middle;

        {
            every(Duration.ofMillis(500));
        }

        @Override
        public void onTrade(TradeView trade) {
            middle = middle == 0 ? trade.price() : middle;
        }

        @Override
        public void onTimer(long time) {
            for (int i = 0; i < orders.length && middle > 0; i++) {
                boolean below = i < 4;
                double price = middle + 10 * (below ? -1 - i : i - 3);
                if (!working(orders[i]) && Math.abs(position()) < 0.02) {
                    orders[i] = below ? makeBid(price, 0.002) : makeOffer(price, 0.002);
                }
            }
        }
    }

    /** Names a price where there are only bars. */
    public static class PricedOnBars extends FlowStrategy<None> {
        @Override
        public void onBar(Bar bar) {
            bid(bar.close(), 1);
        }
    }

    /** Buys at the first timer and sells at the second, at once. */
    public static class InAndOut extends FlowStrategy<None> {
        {
            every(Duration.ofSeconds(1));
        }

        @Override
        public void onTimer(long time) {
            if (time == 1_000_000_000L) {
                buyNow(4);
            } else if (time == 2_000_000_000L) {
                sellNow(4);
            }
        }
    }
}
