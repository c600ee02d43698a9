package io.fulmar.proof.benchmark;

import io.fulmar.strategy.BookView;
import io.fulmar.strategy.FlowStrategy;
import io.fulmar.strategy.TradeView;
import java.time.Duration;

/** The three strategies of hftbacktest_peer.py, decision for decision. */
public final class FlowMakers {
    private static final double LOT = 0.001;

    private FlowMakers() {}

    public record None() {}

    /** Takes two lots where the other side is more than twice as heavy, from flat or against what it holds. */
    public static final class Taker extends FlowStrategy<None> {
        {
            every(Duration.ofSeconds(1));
        }

        @Override
        public void onTimer(long time) {
            BookView book = book();
            long bid = book.bidLots(book.bidTicks());
            long ask = book.askLots(book.askTicks());
            double position = position();
            if (position <= 0 && bid > 2 * ask) {
                take(book.ask(), 2 * LOT);
            } else if (position >= 0 && ask > 2 * bid) {
                hit(book.bid(), 2 * LOT);
            }
        }
    }

    /** One lot on each side of the touch, moved once a second, up to ten lots long or short. */
    public static final class Maker extends FlowStrategy<None> {
        private long bidOrder;
        private long askOrder;
        private long bidTicks;
        private long askTicks;

        {
            every(Duration.ofSeconds(1));
        }

        @Override
        public void onTimer(long time) {
            BookView book = book();
            double position = position();
            if (working(bidOrder)) {
                if (bidTicks != book.bidTicks()) {
                    cancel(bidOrder);
                }
            } else if (position < 9.5 * LOT) {
                bidTicks = book.bidTicks();
                bidOrder = makeBid(book.bid(), LOT);
            }
            if (working(askOrder)) {
                if (askTicks != book.askTicks()) {
                    cancel(askOrder);
                }
            } else if (position > -9.5 * LOT) {
                askTicks = book.askTicks();
                askOrder = makeOffer(book.ask(), LOT);
            }
        }
    }

    /** Three levels a side around a middle that leans against the position; what is not wanted any more is cancelled. */
    public static final class Grid extends FlowStrategy<None> {
        private static final int LEVELS = 3;
        private final long[] numbers = new long[2 * LEVELS];
        private final long[] prices = new long[2 * LEVELS];

        {
            every(Duration.ofSeconds(1));
        }

        @Override
        public void onTimer(long time) {
            BookView book = book();
            long position = Math.round(position() / LOT);
            long middle = Math.floorDiv(book.bidTicks() + book.askTicks(), 2L) - Math.floorDiv(position, 4L);
            for (int level = 0; level < LEVELS; level++) {
                long wanted = Math.min(middle - 1 - 2L * level, book.bidTicks());
                if (working(numbers[level])) {
                    if (prices[level] != wanted) {
                        cancel(numbers[level]);
                    }
                } else if (position < 20) {
                    prices[level] = wanted;
                    numbers[level] = makeBid(book.price(wanted), 2 * LOT);
                }
            }
            for (int level = 0; level < LEVELS; level++) {
                long wanted = Math.max(middle + 1 + 2L * level, book.askTicks());
                int slot = LEVELS + level;
                if (working(numbers[slot])) {
                    if (prices[slot] != wanted) {
                        cancel(numbers[slot]);
                    }
                } else if (position > -20) {
                    prices[slot] = wanted;
                    numbers[slot] = makeOffer(book.price(wanted), 2 * LOT);
                }
            }
        }
    }

    /** Buys after so many trades upward in a row, sells after as many downward. */
    public static final class TradeTrend extends FlowStrategy<None> {
        private static final int ROW = 9;
        private long last;
        private int row;

        @Override
        public void onTrade(TradeView trade) {
            long move = Long.signum(trade.ticks() - last);
            last = trade.ticks();
            row = move == 0 ? row : Long.signum(row) == move ? row + (int) move : (int) move;
            if (row >= ROW && position() <= 0) {
                buyNow(2 * LOT);
            } else if (row <= -ROW && position() >= 0) {
                sellNow(2 * LOT);
            }
        }
    }

    /** Goes with the side of the touch that is much heavier on average. */
    public static final class QuoteImbalance extends FlowStrategy<None> {
        private static final double SLOW = 0.001;
        private double lean;

        @Override
        public void onQuote(BookView quote) {
            double bid = quote.bidLots(quote.bidTicks());
            double ask = quote.askLots(quote.askTicks());
            lean += SLOW * ((bid - ask) / (bid + ask + 1) - lean);
            if (lean > 0.12 && position() <= 0) {
                take(quote.ask(), 2 * LOT);
            } else if (lean < -0.12 && position() >= 0) {
                hit(quote.bid(), 2 * LOT);
            }
        }
    }

    /** Weighs three levels a side at each message. */
    public static final class BookPressure extends FlowStrategy<None> {
        private static final double SLOW = 0.0005;
        private double lean;

        @Override
        public void onBook(BookView book) {
            long bid = book.bidTicks();
            long ask = book.askTicks();
            double bids = book.bidLots(bid) + book.bidLots(bid - 1) + book.bidLots(bid - 2);
            double asks = book.askLots(ask) + book.askLots(ask + 1) + book.askLots(ask + 2);
            lean += SLOW * ((bids - asks) / (bids + asks + 1) - lean);
            if (lean > 0.1 && position() <= 0) {
                take(book.ask(), 2 * LOT);
            } else if (lean < -0.1 && position() >= 0) {
                hit(book.bid(), 2 * LOT);
            }
        }
    }

    /** Hears every message of the book and every trade, and does nothing. */
    public static final class Listener extends FlowStrategy<None> {
        long heard;

        @Override
        public void onBook(BookView book) {
            heard += book.bidTicks();
        }

        @Override
        public void onTrade(TradeView trade) {
            heard += trade.lots();
        }
    }
}
