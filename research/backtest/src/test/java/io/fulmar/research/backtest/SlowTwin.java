package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Action;
import io.fulmar.research.backtest.Engine.Candle;
import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Distance;
import io.fulmar.research.backtest.Engine.Fill;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Protection;
import io.fulmar.research.backtest.Engine.Refusal;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.Engine.Size;
import io.fulmar.research.backtest.Engine.Trade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The backtest once more, slow and obvious: decimals and plain loops, one bar after the other, nothing shared with the
 * engine. Where the two differ, one of them is wrong.
 *
 * <p>The small methods may be overridden, so that a test can plant a mistake and see it found.
 */
class SlowTwin {
    static final Engine ENGINE = (market, costs, rules) -> new SlowTwin(market, costs, rules).outcome();

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    /** What is held; levels are prices, absent when there is none. */
    static final class Position {
        final Side side;
        final BigDecimal quantity;
        final BigDecimal price;
        final BigDecimal fee;
        final int bar;
        final int timeBars;
        Optional<BigDecimal> stop = Optional.empty();
        Optional<BigDecimal> target = Optional.empty();
        Optional<BigDecimal> trail = Optional.empty();
        BigDecimal trailDistance = BigDecimal.ZERO;

        Position(Side side, BigDecimal quantity, Fill entry, int timeBars) {
            this.side = side;
            this.quantity = quantity;
            this.price = entry.price();
            this.fee = entry.fee();
            this.bar = entry.bar();
            this.timeBars = timeBars;
        }
    }

    private record Entry(Side side, BigDecimal quantity, Protection protection, int signalBar) {}

    final Market market;
    final Costs costs;
    private final Rules rules;
    private final SlowSignals signals;

    private BigDecimal balance;
    private BigDecimal fees = BigDecimal.ZERO;
    Optional<Position> position = Optional.empty();
    private Optional<Kind> exitOrder = Optional.empty();
    private Optional<Entry> entryOrder = Optional.empty();
    private int lastBarWithoutEntries = -1;
    private int overdrawn;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<BigDecimal> equity = new ArrayList<>();

    SlowTwin(Market market, Costs costs, Rules rules) {
        this.market = market;
        this.costs = costs;
        this.rules = rules;
        this.balance = costs.cash();
        this.signals = new SlowSignals(market, rules);
    }

    Outcome outcome() {
        for (int i = 0; i < market.bars().size(); i++) {
            fillOrders(i);
            fillResting(i);
            moveTrail(i);
            equity.add(equityAt(market.bars().get(i).close()));
            decide(i);
        }
        int cancelled = (exitOrder.isPresent() ? 1 : 0) + (entryOrder.isPresent() ? 1 : 0);
        BigDecimal held = position.map(p -> p.side == Side.BUY ? p.quantity : p.quantity.negate())
                .orElse(BigDecimal.ZERO);
        BigDecimal last = equity.getLast();
        BigDecimal netReturn = last.divide(costs.cash(), MathContext.DECIMAL128).subtract(BigDecimal.ONE);
        return new Outcome(
                List.copyOf(fills),
                List.copyOf(trades),
                List.copyOf(refusals),
                List.copyOf(equity),
                balance,
                held,
                fees,
                netReturn,
                maxDrawdown(),
                cancelled,
                overdrawn,
                signals.doubtful());
    }

    // 1. Orders decided on the previous close fill at this open, exits before entries.

    void fillOrders(int i) {
        BigDecimal open = market.bars().get(i).open();
        if (exitOrder.isPresent() && position.isPresent()) leave(i, open, exitOrder.get());
        exitOrder = Optional.empty();
        if (entryOrder.isPresent()) enter(i, open, entryOrder.get());
        entryOrder = Optional.empty();
    }

    private void enter(int i, BigDecimal open, Entry order) {
        BigDecimal price = slipped(order.side(), open);
        BigDecimal value = price.multiply(order.quantity());
        BigDecimal fee = fee(value, costs.takerBps());
        Fill fill = new Fill(i, order.side(), price, order.quantity(), fee, Kind.SIGNAL);
        book(fill);
        if (value.compareTo(balance) > 0) overdrawn++;
        Protection asked = order.protection();
        Position p = new Position(order.side(), order.quantity(), fill, asked.timeBars());
        p.stop = distance(asked.stop(), price, order.signalBar()).map(d -> against(p, price, d));
        p.target = distance(asked.target(), price, order.signalBar()).map(d -> against(p, price, d.negate()));
        Optional<BigDecimal> trail = distance(asked.trail(), price, order.signalBar());
        p.trail = trail.map(d -> against(p, price, d));
        p.trailDistance = trail.orElse(BigDecimal.ZERO);
        position = Optional.of(p);
    }

    /** The price that lies a distance away on the losing side. */
    private static BigDecimal against(Position p, BigDecimal price, BigDecimal distance) {
        return p.side == Side.BUY ? price.subtract(distance) : price.add(distance);
    }

    // 2. Resting orders, on the entry bar too.

    void fillResting(int i) {
        if (position.isEmpty()) return;
        Position p = position.get();
        Optional<BigDecimal> level = nearer(p);
        boolean stopped = level.isPresent() && reachedAgainst(p, level.get(), i);
        boolean won = p.target.isPresent() && reachedInFavour(p, p.target.get(), i);
        BigDecimal open = market.bars().get(i).open();
        if (stopped && (!won || stopBeforeTarget())) {
            BigDecimal price = stopPrice(p, open, level.get());
            boolean isStop = p.stop.isPresent() && p.stop.get().compareTo(level.get()) == 0;
            leave(i, price, isStop ? Kind.STOP : Kind.TRAIL);
        } else if (won) {
            BigDecimal target = p.target.get();
            leave(i, p.side == Side.BUY ? open.max(target) : open.min(target), Kind.TARGET);
        }
    }

    BigDecimal stopPrice(Position p, BigDecimal open, BigDecimal level) {
        return p.side == Side.BUY ? open.min(level) : open.max(level);
    }

    boolean stopBeforeTarget() {
        return true;
    }

    /** Of stop and trail, the level the price meets first. */
    private static Optional<BigDecimal> nearer(Position p) {
        if (p.stop.isEmpty()) return p.trail;
        if (p.trail.isEmpty()) return p.stop;
        BigDecimal stop = p.stop.get();
        BigDecimal trail = p.trail.get();
        return Optional.of(p.side == Side.BUY ? stop.max(trail) : stop.min(trail));
    }

    boolean reachedAgainst(Position p, BigDecimal level, int i) {
        Candle bar = market.bars().get(i);
        return p.side == Side.BUY ? bar.low().compareTo(level) <= 0 : bar.high().compareTo(level) >= 0;
    }

    private boolean reachedInFavour(Position p, BigDecimal level, int i) {
        Candle bar = market.bars().get(i);
        return p.side == Side.BUY ? bar.high().compareTo(level) >= 0 : bar.low().compareTo(level) <= 0;
    }

    private void leave(int i, BigDecimal found, Kind kind) {
        Position p = position.orElseThrow();
        Side side = p.side.opposite();
        BigDecimal price = kind == Kind.TARGET ? found : slipped(side, found);
        BigDecimal fee = fee(price.multiply(p.quantity), rate(kind));
        BigDecimal gross = profit(p, price);
        balance = balance.add(gross);
        book(new Fill(i, side, price, p.quantity, fee, kind));
        BigDecimal pnl = gross.subtract(p.fee).subtract(fee);
        trades.add(new Trade(p.side, p.bar, i, p.quantity, p.price, price, pnl));
        position = Optional.empty();
        if (rules.cooldown().after().contains(kind)) {
            lastBarWithoutEntries = i + rules.cooldown().bars() - 1;
        }
    }

    /** Targets rest and make; all else takes. */
    BigDecimal rate(Kind kind) {
        return kind == Kind.TARGET ? costs.makerBps() : costs.takerBps();
    }

    private void book(Fill fill) {
        fills.add(fill);
        fees = fees.add(fill.fee());
        balance = balance.subtract(fill.fee());
    }

    // 3. The close: the trail moves, equity is marked.

    void moveTrail(int i) {
        if (position.isEmpty() || position.get().trail.isEmpty()) return;
        Position p = position.get();
        Candle bar = market.bars().get(i);
        BigDecimal extreme = p.side == Side.BUY ? bar.high() : bar.low();
        BigDecimal level = against(p, extreme, p.trailDistance);
        BigDecimal before = p.trail.get();
        p.trail = Optional.of(p.side == Side.BUY ? before.max(level) : before.min(level));
    }

    private BigDecimal equityAt(BigDecimal close) {
        return position.isEmpty() ? balance : balance.add(profit(position.get(), close));
    }

    private static BigDecimal profit(Position p, BigDecimal price) {
        BigDecimal move = p.side == Side.BUY ? price.subtract(p.price) : p.price.subtract(price);
        return move.multiply(p.quantity);
    }

    // 4. The strategy decides.

    void decide(int i) {
        int holding = position.map(p -> p.side == Side.BUY ? 1 : -1).orElse(0);
        List<Action> actions = signals.actions(i, holding);
        if (position.isPresent() && actions.contains(new Action.Exit())) exitOrder = Optional.of(Kind.SIGNAL);
        if (position.isPresent() && exitOrder.isEmpty()) {
            int barsInTrade = i - position.get().bar + 1;
            if (position.get().timeBars > 0 && barsInTrade >= position.get().timeBars) {
                exitOrder = Optional.of(Kind.TIME);
            }
        }
        for (Action action : actions) {
            switch (action) {
                case Action.Exit _ -> {} // exits come before entries, in whatever order they were asked for
                case Action.Enter enter -> {
                    if (i > lastBarWithoutEntries) askEntry(i, enter);
                }
            }
        }
    }

    private void askEntry(int i, Action.Enter enter) {
        if ((position.isPresent() && exitOrder.isEmpty()) || entryOrder.isPresent()) {
            refusals.add(new Refusal(i, "POSITION_OPEN"));
            return;
        }
        BigDecimal close = market.bars().get(i).close();
        BigDecimal lots = lots(enter, close, i);
        BigDecimal quantity = lots.multiply(market.lot());
        BigDecimal value = quantity.multiply(close);
        if (lots.signum() == 0) refusals.add(new Refusal(i, "SIZE_ZERO"));
        else if (value.add(fee(value, costs.takerBps())).compareTo(equity.get(i)) > 0)
            refusals.add(new Refusal(i, "INSOLVENT"));
        else entryOrder = Optional.of(new Entry(enter.side(), quantity, enter.protection(), i));
    }

    private BigDecimal lots(Action.Enter enter, BigDecimal close, int i) {
        BigDecimal now = equity.get(i);
        return switch (enter.size()) {
            case Size.Units units -> units.units().divide(market.lot(), 0, RoundingMode.FLOOR);
            case Size.EquityPercent share -> affordable(budget(now, share.percent()), close);
            case Size.RiskPercent risk -> {
                BigDecimal away = distance(enter.protection().stop(), close, i).orElseThrow();
                BigDecimal lossOfLot = away.multiply(market.lot());
                BigDecimal most = budget(now, risk.percent())
                        .divide(lossOfLot, 0, RoundingMode.FLOOR)
                        .max(BigDecimal.ZERO);
                yield most.min(affordable(now, close));
            }
        };
    }

    BigDecimal budget(BigDecimal equity, BigDecimal percent) {
        return equity.multiply(percent).divide(HUNDRED, market.moneyScale(), RoundingMode.FLOOR);
    }

    /** The most lots whose value plus taker fee fits into the budget, found by halving. */
    BigDecimal affordable(BigDecimal budget, BigDecimal close) {
        BigInteger fits = BigInteger.ZERO;
        BigDecimal lotValue = close.multiply(market.lot());
        BigInteger tooMany = budget.max(BigDecimal.ZERO)
                .divide(lotValue, 0, RoundingMode.FLOOR)
                .toBigInteger()
                .add(BigInteger.ONE);
        while (tooMany.subtract(fits).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = fits.add(tooMany).shiftRight(1);
            BigDecimal value = lotValue.multiply(new BigDecimal(middle));
            if (value.add(fee(value, costs.takerBps())).compareTo(budget) <= 0) fits = middle;
            else tooMany = middle;
        }
        return new BigDecimal(fits);
    }

    // Arithmetic of the page.

    BigDecimal fee(BigDecimal value, BigDecimal bps) {
        return value.multiply(bps).divide(TEN_THOUSAND, market.moneyScale(), RoundingMode.CEILING);
    }

    BigDecimal slipped(Side side, BigDecimal price) {
        BigDecimal ticks = price.multiply(costs.slippageBps())
                .divide(TEN_THOUSAND.multiply(market.tick()), 0, RoundingMode.CEILING);
        BigDecimal slip = ticks.multiply(market.tick());
        return side == Side.BUY ? price.add(slip) : price.subtract(slip).max(market.tick());
    }

    Optional<BigDecimal> distance(Distance distance, BigDecimal price, int signalBar) {
        return switch (distance) {
            case Distance.None _ -> Optional.empty();
            case Distance.Percent percent -> {
                BigDecimal ticks = price.multiply(percent.percent())
                        .divide(HUNDRED.multiply(market.tick()), 0, RoundingMode.HALF_UP);
                yield Optional.of(ticks.max(BigDecimal.ONE).multiply(market.tick()));
            }
            case Distance.Atr atr ->
                Optional.of(signals.atrTicks(atr, signalBar).max(BigDecimal.ONE).multiply(market.tick()));
        };
    }

    private BigDecimal maxDrawdown() {
        BigDecimal peak = costs.cash();
        BigDecimal worst = BigDecimal.ZERO;
        for (BigDecimal now : equity) {
            peak = peak.max(now);
            worst = worst.max(peak.subtract(now).divide(peak, MathContext.DECIMAL128));
        }
        return worst;
    }
}
