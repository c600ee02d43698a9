package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Direction;
import io.fulmar.research.backtest.Engine.Distance;
import io.fulmar.research.backtest.Engine.Fishing;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Pyramid;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.Engine.Size;
import io.fulmar.research.backtest.GrowingParts.Entry;
import io.fulmar.research.backtest.GrowingParts.Rung;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Positions that grow, once more: fishing, pyramiding and turning round in whole numbers and plain loops, nothing shared with the engine.
 * Prices are ticks, quantities lots, money its smallest unit; {@link GrowingBook} keeps the account.
 */
class GrowingTwin extends GrowingMarket {
    static final Engine ENGINE =
            (market, costs, rules) -> new GrowingTwin(market, costs, (Rules.Growing) rules).outcome();

    private boolean fished;

    GrowingTwin(Market market, Costs costs, Rules.Growing rules) {
        super(market, costs, rules);
    }

    @Override
    void decide(int i) {
        if (!signals.asked(i)) return;
        SlowSignals.Way way = signals.signal(i);
        Optional<Side> signal = signal(way);
        boolean rested = i > lastBarWithoutEntries;
        if (book.holds()) {
            boolean against = book.side() == Side.BUY ? way.down() : way.up();
            hold(i, way, against, rested && against && signal.isPresent());
        } else {
            flat(i, way, rested ? signal : Optional.empty());
        }
    }

    private Optional<Side> signal(SlowSignals.Way way) {
        Direction direction = rules.idea().direction();
        if (direction != Direction.SHORT && way.up()) return Optional.of(Side.BUY);
        return direction != Direction.LONG && way.down() ? Optional.of(Side.SELL) : Optional.empty();
    }

    private void hold(int i, SlowSignals.Way way, boolean against, boolean turn) {
        int time = protection.timeBars();
        if (rules.reverse() && turn) {
            rungs.clear();
            exitOrder = Optional.of(Kind.SIGNAL);
            Side side = book.side().opposite();
            BigInteger fee = book.fee(book.value(book.lots(), book.close(i)), true);
            BigInteger equity = book.equity(i).subtract(fee);
            size(i, side, rules.idea().size(), 1, book.close(i), equity, equity.min(positive(book.equity(i))))
                    .ifPresent(lots -> order(i, side, lots, false));
            fished = false;
        } else if (against) {
            exitOrder = Optional.of(Kind.SIGNAL);
        } else if (time > 0 && i - book.entryBar() + 1 >= time) {
            exitOrder = Optional.of(Kind.TIME);
        } else if (rungs.isEmpty() && rules.pyramid().isPresent()) {
            add(i, way, rules.pyramid().get());
        }
    }

    private static BigInteger positive(BigInteger amount) {
        return amount.max(BigInteger.ZERO);
    }

    private void add(int i, SlowSignals.Way way, Pyramid pyramid) {
        Side side = book.side();
        BigInteger gain = book.close(i).subtract(book.lastEntryTicks());
        BigInteger ahead = side == Side.BUY ? gain : gain.negate();
        BigInteger apart = distance(pyramid.apart(), book.lastEntryTicks(), range(pyramid.apart(), i))
                .orElse(ahead);
        boolean again = side == Side.BUY ? way.up() : way.down();
        if (adds < pyramid.adds() && ahead.compareTo(apart) >= 0 && (again || !pyramid.onSignal())) {
            BigInteger free = positive(book.equity(i)).subtract(book.value(book.lots(), book.close(i)));
            size(i, side, pyramid.size(), 1, book.close(i), book.equity(i), free)
                    .ifPresent(lots -> entryOrder = Optional.of(new Entry(side, lots, true)));
        }
    }

    private void flat(int i, SlowSignals.Way way, Optional<Side> signal) {
        boolean against = exitSide == Side.BUY ? way.down() : way.up();
        boolean ended = rules.fishing().isPresent()
                && exitBar == i
                && rules.fishing().get().after().contains(exitKind)
                && !fished;
        if (signal.isPresent()) {
            rungs.clear();
            fished = false;
            BigInteger equity = book.equity(i);
            Side side = signal.get();
            size(i, side, rules.idea().size(), 1, book.close(i), equity, positive(equity))
                    .ifPresent(lots -> order(i, side, lots, false));
        } else if (against) {
            rungs.clear();
        } else if (ended && rungs.isEmpty()) {
            fished = true;
            fish(i, rules.fishing().get());
        }
    }

    private void fish(int i, Fishing fishing) {
        ranges(i);
        BigInteger apart =
                distance(fishing.apart(), exitTicks, range(fishing.apart(), i)).orElseThrow();
        long closes = market.bars().get(i).openTimeSeconds() + market.timeframeSeconds();
        long until = fishing.bars() == 0 ? Long.MAX_VALUE : closes + (long) fishing.bars() * market.timeframeSeconds();
        BigInteger free = positive(book.equity(i));
        for (int k = 1; k <= fishing.rungs(); k++) {
            BigInteger away = apart.multiply(BigInteger.valueOf(k));
            BigInteger limit = exitSide == Side.BUY ? exitTicks.subtract(away) : exitTicks.add(away);
            if (limit.signum() <= 0) continue;
            BigInteger dearest = exitSide == Side.BUY ? limit : limit.max(book.close(i));
            Optional<BigInteger> lots =
                    size(i, exitSide, rules.idea().size(), fishing.rungs(), dearest, book.equity(i), free);
            if (lots.isEmpty()) continue;
            BigInteger cost = book.value(lots.get(), dearest);
            free = free.subtract(cost).subtract(book.fee(cost, true));
            rungs.add(new Rung(exitSide, limit, lots.get(), cost, until));
        }
    }

    private void order(int i, Side side, BigInteger lots, boolean add) {
        ranges(i);
        entryOrder = Optional.of(new Entry(side, lots, add));
    }

    /** The ranges of the signal's bar, which a position keeps. */
    private void ranges(int i) {
        stopRange = range(protection.stop(), i);
        targetRange = range(protection.target(), i);
        trailRange = range(protection.trail(), i);
    }

    private Optional<BigInteger> range(Distance distance, int i) {
        return distance instanceof Distance.Atr atr
                ? Optional.of(signals.atrTicks(atr, i).toBigIntegerExact().max(BigInteger.ONE))
                : Optional.empty();
    }

    private Optional<BigInteger> size(
            int i, Side side, Size size, int parts, BigInteger price, BigInteger equity, BigInteger free) {
        Optional<BigInteger> stop = Optional.empty();
        if (size instanceof Size.RiskPercent) {
            boolean standing = book.holds() && side == book.side();
            stop = distance(protection.stop(), price, standing ? stopRange : range(protection.stop(), i));
        }
        return book.size(i, size, parts, price, equity, free, stop);
    }
}
