package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Action;
import io.fulmar.research.backtest.Engine.Candle;
import io.fulmar.research.backtest.Engine.Direction;
import io.fulmar.research.backtest.Engine.Distance;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Protection;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.Engine.Signal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the twin's strategy sees and asks for, computed bar by bar from the bars alone. */
final class SlowSignals {
    /** Enough digits that a rounding here is never what decides. */
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** An RSI nearer to its threshold than this may fall on the other side in doubles. */
    private static final BigDecimal RSI_DOUBT = new BigDecimal("1e-5");
    /** TA-Lib takes gains and losses below 1e-14 for none. */
    private static final BigDecimal RSI_STILL = new BigDecimal("1e-13");
    /** Average ranges nearer to half a tick than this may round to the other side in doubles. */
    private static final BigDecimal TICK_DOUBT = new BigDecimal("1e-5");

    record Way(boolean up, boolean down) {
        static final Way NONE = new Way(false, false);
    }

    private final Market market;
    private final Rules rules;
    private final List<Optional<BigDecimal>> rsi;
    private final int firstWarmBar;
    private boolean doubtful;

    SlowSignals(Market market, Rules rules) {
        this.market = market;
        this.rules = rules;
        this.rsi = switch (rules instanceof Rules.Growing growing ? growing.idea() : rules) {
            case Rules.Script _, Rules.Growing _ -> List.of();
            case Rules.Idea idea ->
                switch (idea.signal()) {
                    case Signal.RsiBand band -> rsi(band.period());
                    case Signal.SmaCross _, Signal.Breakout _, Signal.Told _ -> List.of();
                };
        };
        this.firstWarmBar = switch (rules) {
            case Rules.Script _ -> 0;
            case Rules.Idea idea -> firstBar(idea);
            case Rules.Growing(Rules.Idea idea, var fishing, var pyramid, var _) -> {
                int first = firstBar(idea);
                if (fishing.isPresent())
                    first = Math.max(first, firstBar(fishing.get().apart()));
                if (pyramid.isPresent())
                    first = Math.max(first, firstBar(pyramid.get().apart()));
                yield first;
            }
        };
    }

    /** Whether the strategy is asked at the close of bar i, and its answer counts. */
    boolean asked(int i) {
        return i >= firstWarmBar
                && (!(rules instanceof Rules.Growing growing)
                        || i >= growing.idea().tradeFrom());
    }

    Way signal(int i) {
        return way(((Rules.Growing) rules).idea().signal(), i);
    }

    private static int firstBar(Rules.Idea idea) {
        return Math.max(firstBar(idea.signal()), firstBar(idea.protection()));
    }

    boolean doubtful() {
        return doubtful;
    }

    /** What the strategy asks for at the close of bar i; holding is +1 long, -1 short, 0 flat. */
    List<Action> actions(int i, int holding) {
        return switch (rules) {
            case Rules.Script(Map<Integer, List<Action>> actions, var _) -> actions.getOrDefault(i, List.of());
            case Rules.Idea idea -> actions(idea, i, holding);
            case Rules.Growing _ -> throw new IllegalArgumentException("positions that grow have a twin of their own");
        };
    }

    private List<Action> actions(Rules.Idea idea, int i, int holding) {
        if (i < Math.max(firstWarmBar, idea.tradeFrom())) return List.of();
        Way way = way(idea.signal(), i);
        boolean longs = idea.direction() != Direction.SHORT;
        boolean shorts = idea.direction() != Direction.LONG;
        if (holding == 0 && longs && way.up()) return List.of(enter(idea, Side.BUY));
        if (holding == 0 && shorts && way.down()) return List.of(enter(idea, Side.SELL));
        if (holding > 0 && way.down()) return List.of(new Action.Exit());
        if (holding < 0 && way.up()) return List.of(new Action.Exit());
        return List.of();
    }

    private static Action enter(Rules.Idea idea, Side side) {
        return new Action.Enter(side, idea.size(), idea.protection());
    }

    private Way way(Signal signal, int i) {
        return switch (signal) {
            case Signal.Told _ -> {
                BigDecimal told = bar(i).volume();
                yield new Way(told.compareTo(new BigDecimal(2)) == 0, told.compareTo(new BigDecimal(3)) == 0);
            }
            case Signal.SmaCross(int fast, int slow) -> {
                if (i == firstWarmBar) yield Way.NONE;
                int before = fastAgainstSlow(fast, slow, i - 1);
                int now = fastAgainstSlow(fast, slow, i);
                yield new Way(before <= 0 && now > 0, before >= 0 && now < 0);
            }
            case Signal.RsiBand(int _, BigDecimal low, BigDecimal high) -> {
                BigDecimal value = rsi.get(i).orElseThrow();
                if (value.subtract(low).abs().min(value.subtract(high).abs()).compareTo(RSI_DOUBT) < 0) doubtful = true;
                yield new Way(value.compareTo(low) < 0, value.compareTo(high) > 0);
            }
            case Signal.Breakout(int period) -> {
                // A cross cannot fire on the first warm bar, whichever series made it the first.
                if (i == firstWarmBar) yield Way.NONE;
                BigDecimal before = bar(i - 1).close();
                BigDecimal now = bar(i).close();
                boolean up = before.compareTo(highest(period, i - 2)) <= 0 && now.compareTo(highest(period, i - 1)) > 0;
                boolean down = before.compareTo(lowest(period, i - 2)) >= 0 && now.compareTo(lowest(period, i - 1)) < 0;
                yield new Way(up, down);
            }
        };
    }

    private static int firstBar(Signal signal) {
        return switch (signal) {
            case Signal.Told _ -> 0;
            case Signal.SmaCross(int fast, int slow) -> Math.max(fast, slow) - 1;
            case Signal.RsiBand(int period, var _, var _) -> period;
            case Signal.Breakout(int period) -> period;
        };
    }

    private static int firstBar(Protection protection) {
        return Math.max(
                firstBar(protection.stop()), Math.max(firstBar(protection.target()), firstBar(protection.trail())));
    }

    private static int firstBar(Distance distance) {
        return switch (distance) {
            case Distance.None _, Distance.Percent _ -> 0;
            case Distance.Atr(int period, var _) -> period;
        };
    }

    /** Sign of sma(fast) - sma(slow), by cross-multiplied sums: a tie is a tie. */
    private int fastAgainstSlow(int fast, int slow, int i) {
        BigDecimal left = sumOfCloses(fast, i).multiply(new BigDecimal(slow));
        return left.compareTo(sumOfCloses(slow, i).multiply(new BigDecimal(fast)));
    }

    private BigDecimal sumOfCloses(int count, int last) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - count + 1; i <= last; i++) sum = sum.add(bar(i).close());
        return sum;
    }

    private BigDecimal highest(int count, int last) {
        BigDecimal highest = bar(last).high();
        for (int i = last - count + 1; i <= last; i++) highest = highest.max(bar(i).high());
        return highest;
    }

    private BigDecimal lowest(int count, int last) {
        BigDecimal lowest = bar(last).low();
        for (int i = last - count + 1; i <= last; i++) lowest = lowest.min(bar(i).low());
        return lowest;
    }

    /** Wilder's RSI: first averages are plain means of the first changes, so the first value stands at bar n. */
    private List<Optional<BigDecimal>> rsi(int n) {
        List<Optional<BigDecimal>> values = new ArrayList<>();
        BigDecimal gain = BigDecimal.ZERO;
        BigDecimal loss = BigDecimal.ZERO;
        for (int i = 0; i < market.bars().size(); i++) {
            BigDecimal change = i == 0
                    ? BigDecimal.ZERO
                    : bar(i).close().subtract(bar(i - 1).close());
            BigDecimal up = change.max(BigDecimal.ZERO);
            BigDecimal down = change.negate().max(BigDecimal.ZERO);
            gain = i <= n ? gain.add(divided(up, n)) : averaged(gain, up, n);
            loss = i <= n ? loss.add(divided(down, n)) : averaged(loss, down, n);
            BigDecimal sum = gain.add(loss);
            if (i >= n && sum.signum() > 0 && sum.compareTo(RSI_STILL) < 0) doubtful = true;
            if (i < n) values.add(Optional.empty());
            else if (sum.signum() == 0) values.add(Optional.of(BigDecimal.ZERO));
            else values.add(Optional.of(HUNDRED.multiply(gain).divide(sum, DIGITS)));
        }
        return values;
    }

    /** k average true ranges of bar i, in whole ticks, half to even. */
    BigDecimal atrTicks(Distance.Atr atr, int i) {
        int n = atr.period();
        BigDecimal average = BigDecimal.ZERO;
        for (int j = 1; j <= i; j++) {
            BigDecimal before = bar(j - 1).close();
            BigDecimal top = bar(j).high().max(before);
            BigDecimal bottom = bar(j).low().min(before);
            BigDecimal range = top.subtract(bottom);
            average = j <= n ? average.add(divided(range, n)) : averaged(average, range, n);
        }
        BigDecimal exact = average.multiply(atr.times()).divide(market.tick(), DIGITS);
        BigDecimal fraction = exact.subtract(exact.setScale(0, RoundingMode.FLOOR));
        if (fraction.subtract(new BigDecimal("0.5")).abs().compareTo(TICK_DOUBT) < 0) doubtful = true;
        return exact.setScale(0, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal averaged(BigDecimal average, BigDecimal value, int n) {
        return divided(average.multiply(new BigDecimal(n - 1)).add(value), n);
    }

    private static BigDecimal divided(BigDecimal value, int n) {
        return value.divide(new BigDecimal(n), DIGITS);
    }

    private Candle bar(int i) {
        return market.bars().get(i);
    }
}
