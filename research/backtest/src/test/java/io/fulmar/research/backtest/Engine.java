package io.fulmar.research.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the tests ask of anything that can run a backtest: the slow twin and the real desk answer the same question in the
 * same plain words. Prices, quantities and money are decimals, bars are counted from 0.
 */
interface Engine {
    Outcome run(Market market, Costs costs, Rules rules);

    enum Side {
        BUY,
        SELL;

        Side opposite() {
            return this == BUY ? SELL : BUY;
        }
    }

    /** Why a fill came about. */
    enum Kind {
        SIGNAL,
        STOP,
        TARGET,
        TRAIL,
        TIME
    }

    enum Direction {
        LONG,
        SHORT,
        BOTH
    }

    record Candle(
            long openTimeSeconds,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume) {}

    /**
     * One instrument's bars.
     *
     * @param tick price step
     * @param lot quantity step
     * @param timeframeSeconds length of a bar
     * @param raw the bars as a file would hold them, float noise included
     * @param bars the same bars, their prices rounded half-even to the tick
     */
    record Market(BigDecimal tick, BigDecimal lot, int timeframeSeconds, List<Candle> raw, List<Candle> bars) {

        static final int DIGITS_MAX = 9;

        /** A market whose tick and lot follow from its prices. */
        static Market derived(int timeframeSeconds, List<Candle> raw) {
            BigDecimal tick = tick(raw);
            BigDecimal firstClose = rounded(raw.getFirst().close(), tick);
            BigDecimal lot = BigDecimal.ONE;
            while (lot.multiply(firstClose).compareTo(new BigDecimal("0.1")) > 0) lot = lot.movePointLeft(1);
            return stepped(tick, lot, timeframeSeconds, raw);
        }

        /** A market whose tick and lot are given. */
        static Market stepped(BigDecimal tick, BigDecimal lot, int timeframeSeconds, List<Candle> raw) {
            List<Candle> bars = new ArrayList<>();
            for (Candle c : raw) {
                bars.add(new Candle(
                        c.openTimeSeconds(),
                        rounded(c.open(), tick),
                        rounded(c.high(), tick),
                        rounded(c.low(), tick),
                        rounded(c.close(), tick),
                        c.volume()));
            }
            return new Market(tick, lot, timeframeSeconds, List.copyOf(raw), List.copyOf(bars));
        }

        private static BigDecimal tick(List<Candle> raw) {
            int decimals = 0;
            BigDecimal highest = BigDecimal.ZERO;
            for (Candle c : raw) {
                for (BigDecimal price : List.of(c.open(), c.high(), c.low(), c.close())) {
                    decimals = Math.max(decimals, price.stripTrailingZeros().scale());
                    highest = highest.max(price);
                }
            }
            int digitsBeforePoint = highest.precision() - highest.scale();
            return BigDecimal.ONE.movePointLeft(Math.clamp(decimals, 0, Math.max(0, DIGITS_MAX - digitsBeforePoint)));
        }

        private static BigDecimal rounded(BigDecimal price, BigDecimal tick) {
            return price.divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick);
        }

        /** Decimals of one unit of money. */
        int moneyScale() {
            return Math.max(8, tick.multiply(lot).stripTrailingZeros().scale());
        }

        /** The first bars only. */
        Market firstBars(int count) {
            return new Market(tick, lot, timeframeSeconds, raw.subList(0, count), bars.subList(0, count));
        }
    }

    /** Cash at the start, rates in basis points; the maker's rate goes with targets, the taker's with everything else. */
    record Costs(BigDecimal cash, BigDecimal takerBps, BigDecimal makerBps, BigDecimal slippageBps) {}

    /** How far away a level lies; set in ticks at the entry, at least one. */
    sealed interface Distance {
        record None() implements Distance {}

        record Percent(BigDecimal percent) implements Distance {}

        /** So many average true ranges of the signal's bar. */
        record Atr(int period, BigDecimal times) implements Distance {}
    }

    /** How much to buy or sell. */
    sealed interface Size {
        record EquityPercent(BigDecimal percent) implements Size {}

        record Units(BigDecimal units) implements Size {}

        record RiskPercent(BigDecimal percent) implements Size {}
    }

    /** What leaves a position without a signal; a time exit after 0 bars is none. */
    record Protection(Distance stop, Distance target, Distance trail, int timeBars) {
        static final Protection NONE = new Protection(new Distance.None(), new Distance.None(), new Distance.None(), 0);
    }

    /** No entry is read for so many bars, from the bar on in which an exit of such a kind filled. */
    record Cooldown(int bars, Set<Kind> after) {
        static final Cooldown NONE = new Cooldown(0, Set.of());
    }

    /** One thing a strategy asks for at a close. */
    sealed interface Action {
        record Enter(Side side, Size size, Protection protection) implements Action {}

        record Exit() implements Action {}
    }

    /** What is traded. */
    sealed interface Rules {
        Cooldown cooldown();

        /** Actions by the bar at whose close they are asked for, in this order; a script needs no warm-up. */
        record Script(Map<Integer, List<Action>> actions, Cooldown cooldown) implements Rules {}

        /**
         * A strategy with indicators. {@code tradeFrom} is the first bar at whose close a signal counts.
         *
         * <p>Long: enter when flat and the signal says up, leave when holding and it says down; short mirrored; both: when
         * flat, up enters long and down enters short, and leaving and entering the other way never share a close.
         */
        record Idea(
                Signal signal, Direction direction, Size size, Protection protection, Cooldown cooldown, int tradeFrom)
                implements Rules {}

        /**
         * An idea whose positions may grow. A signal against the position that ended withdraws the rungs, a signal that enters comes before
         * them, and a position that was fished is not fished for again. {@code reverse}: a signal the other way, where the direction allows
         * it, leaves and enters at one open.
         */
        record Growing(Idea idea, Optional<Fishing> fishing, Optional<Pyramid> pyramid, boolean reverse)
                implements Rules {
            @Override
            public Cooldown cooldown() {
                return idea.cooldown();
            }
        }
    }

    /** After an exit of such a kind so many limits wait to enter the same way again, for so many bars; 0 bars is for ever. */
    record Fishing(int rungs, Distance apart, int bars, Set<Kind> after) {}

    /** Up to so many entries more, each that far beyond the last; {@code onSignal}: only where the signal comes again. */
    record Pyramid(int adds, Distance apart, Size size, boolean onSignal) {}

    sealed interface Signal {
        /** Up: the bar's volume is 2. Down: it is 3. */
        record Told() implements Signal {}

        /** Up and down: sma(close, fast) crosses above and below sma(close, slow). */
        record SmaCross(int fast, int slow) implements Signal {}

        /** Up: rsi(close, period) < low. Down: rsi > high. */
        record RsiBand(int period, BigDecimal low, BigDecimal high) implements Signal {}

        /** Up: close crosses above highest(high, entry).previous. Down: close crosses below lowest(low, entry).previous. */
        record Breakout(int period) implements Signal {}
    }

    record Fill(int bar, Side side, BigDecimal price, BigDecimal quantity, BigDecimal fee, Kind kind) {}

    /** A round trip; pnl is net of both fees. */
    record Trade(
            Side side,
            int entryBar,
            int exitBar,
            BigDecimal quantity,
            BigDecimal entryPrice,
            BigDecimal exitPrice,
            BigDecimal pnl) {}

    /** An entry that did not become an order. Reasons: SIZE_ZERO, INSOLVENT, POSITION_OPEN. */
    record Refusal(int bar, String reason) {}

    /**
     * What came out.
     *
     * @param equity at each bar's close
     * @param cash balance at the end: starting cash plus realised profit minus all fees
     * @param position at the end, negative when short
     * @param cancelled orders decided on the last bar
     * @param overdrawn entries whose value and fee at the fill price exceeded the balance; -1 when not reported
     * @param doubtful a decision hung on less than doubles can promise, so engines may differ
     */
    record Outcome(
            List<Fill> fills,
            List<Trade> trades,
            List<Refusal> refusals,
            List<BigDecimal> equity,
            BigDecimal cash,
            BigDecimal position,
            BigDecimal fees,
            BigDecimal netReturn,
            BigDecimal maxDrawdown,
            int cancelled,
            int overdrawn,
            boolean doubtful) {}
}
