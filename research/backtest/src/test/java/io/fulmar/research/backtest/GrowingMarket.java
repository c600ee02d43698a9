package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Candle;
import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Distance;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Protection;
import io.fulmar.research.backtest.Engine.Rules;
import io.fulmar.research.backtest.Engine.Side;
import io.fulmar.research.backtest.GrowingParts.Entry;
import io.fulmar.research.backtest.GrowingParts.Level;
import io.fulmar.research.backtest.GrowingParts.Rung;
import io.fulmar.research.backtest.GrowingParts.When;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The market's side of {@link GrowingTwin}: what is decided and what rests is filled bar by bar, and what protects a position moves with its
 * average price.
 */
abstract class GrowingMarket {
    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final BigInteger ONE = BigInteger.ONE;

    final Market market;
    final Rules.Growing rules;
    final Protection protection;
    final SlowSignals signals;
    final GrowingBook book;

    // the position's protection
    private final List<Level> levels = new ArrayList<>();
    private BigInteger trailDistance = ZERO;
    Optional<BigInteger> stopRange = Optional.empty();
    Optional<BigInteger> targetRange = Optional.empty();
    Optional<BigInteger> trailRange = Optional.empty();

    // what was decided
    Optional<Kind> exitOrder = Optional.empty();
    Optional<Entry> entryOrder = Optional.empty();
    final List<Rung> rungs = new ArrayList<>();
    int lastBarWithoutEntries = -1;
    int adds;

    // the last exit
    int exitBar = -1;
    Kind exitKind = Kind.SIGNAL;
    Side exitSide = Side.BUY;
    BigInteger exitTicks = ZERO;

    GrowingMarket(Market market, Costs costs, Rules.Growing rules) {
        this.market = market;
        this.rules = rules;
        this.protection = rules.idea().protection();
        this.signals = new SlowSignals(market, rules);
        this.book = new GrowingBook(market, costs);
    }

    Outcome outcome() {
        for (int i = 0; i < market.bars().size(); i++) {
            long opens = market.bars().get(i).openTimeSeconds();
            rungs.removeIf(rung -> opens >= rung.until);
            atTheOpen(i);
            arriving(i);
            while (reachNext(i)) {}
            close(i);
            book.mark(i);
            decide(i);
        }
        int cancelled = rungs.size() + (exitOrder.isPresent() ? 1 : 0) + (entryOrder.isPresent() ? 1 : 0);
        return book.outcome(cancelled, signals.doubtful());
    }

    private BigInteger ticks(BigDecimal price) {
        return book.ticks(price);
    }

    private BigInteger open(int i) {
        return ticks(market.bars().get(i).open());
    }

    // ---- 1. the open: exits, then entries ----

    private void atTheOpen(int i) {
        if (exitOrder.isPresent()) leave(i, book.slipped(book.side().opposite(), open(i)), exitOrder.get(), true);
        exitOrder = Optional.empty();
        if (entryOrder.isPresent()) {
            Entry entry = entryOrder.get();
            entryOrder = Optional.empty();
            enter(i, entry.side(), entry.lots(), book.slipped(entry.side(), open(i)), true, When.OPEN);
            if (entry.add()) adds++;
        }
    }

    /** Limits that meet their first open beyond it trade there as takers: in the order in which they came. */
    private void arriving(int i) {
        boolean again = true;
        while (again) {
            again = false;
            for (Rung rung : List.copyOf(rungs)) {
                if (!again && rung.since == When.OPEN && GrowingParts.favourable(rung.side, rung.limit, open(i))) {
                    rungs.remove(rung);
                    BigInteger slipped = book.slipped(rung.side, open(i));
                    BigInteger price = rung.side == Side.BUY ? slipped.min(rung.limit) : slipped.max(rung.limit);
                    enterRung(i, rung, price, true, When.OPEN);
                    again = true;
                }
            }
            Optional<Level> target = level(Kind.TARGET);
            if (!again && target.isPresent() && target.get().since == When.OPEN) {
                Side side = book.side().opposite();
                BigInteger limit = target.get().at;
                if (GrowingParts.favourable(side, limit, open(i))) {
                    BigInteger slipped = book.slipped(side, open(i));
                    leave(i, side == Side.BUY ? slipped.min(limit) : slipped.max(limit), Kind.TARGET, true);
                    again = true;
                }
            }
        }
    }

    // ---- 2. the range ----

    /** Fills what this bar reaches first: a stop before a target before a rung. */
    private boolean reachNext(int i) {
        if (book.holds()) {
            Optional<Level> stop = levels.stream()
                    .filter(level -> level.kind != Kind.TARGET && stopReached(level, i))
                    .min(nearest());
            if (stop.isPresent()) {
                leaveAt(i, stop.get());
                return true;
            }
            Optional<Level> target = level(Kind.TARGET);
            if (target.isPresent() && targetReached(target.get(), i)) {
                leaveAt(i, target.get());
                return true;
            }
        }
        for (Rung rung : List.copyOf(rungs)) {
            if (GrowingParts.favourable(rung.side, rung.limit, best(rung.side, i))) {
                rungs.remove(rung);
                boolean beyond = GrowingParts.favourable(rung.side, rung.limit, open(i));
                When then = rung.side == Side.BUY ? When.FALLING : When.RISING;
                enterRung(i, rung, beyond ? open(i) : rung.limit, false, beyond ? When.OPEN : then);
                return true;
            }
        }
        return false;
    }

    /** The level that the price meets first; of equal ones the stop. */
    private Comparator<Level> nearest() {
        Comparator<Level> byPrice = Comparator.comparing(level -> level.at);
        Comparator<Level> near = book.side() == Side.BUY ? byPrice.reversed() : byPrice;
        return near.thenComparingInt(level -> level.kind == Kind.STOP ? 0 : 1);
    }

    /** The best price of the bar for that side. */
    private BigInteger best(Side side, int i) {
        Candle bar = market.bars().get(i);
        return ticks(side == Side.BUY ? bar.low() : bar.high());
    }

    private boolean stopReached(Level level, int i) {
        Candle bar = market.bars().get(i);
        return book.side() == Side.BUY
                ? ticks(bar.low()).compareTo(level.at) <= 0
                : ticks(bar.high()).compareTo(level.at) >= 0;
    }

    private boolean targetReached(Level level, int i) {
        Side side = book.side().opposite();
        return GrowingParts.favourable(side, level.at, best(side, i)) && GrowingParts.sawBest(level.since, side);
    }

    private void leaveAt(int i, Level level) {
        Side side = book.side().opposite();
        boolean inside = level.since == When.FALLING || level.since == When.RISING;
        BigInteger open = inside ? level.at : open(i);
        boolean selling = side == Side.SELL;
        if (level.kind == Kind.TARGET) {
            leave(i, selling ? open.max(level.at) : open.min(level.at), Kind.TARGET, false);
        } else {
            BigInteger found = selling ? open.min(level.at) : open.max(level.at);
            leave(i, book.slipped(side, found), level.kind, true);
        }
    }

    // ---- fills ----

    private void enterRung(int i, Rung rung, BigInteger price, boolean taker, When then) {
        boolean first = !book.holds();
        enter(i, rung.side, rung.lots, price, taker, then);
        if (!first) adds++;
    }

    private void enter(int i, Side side, BigInteger lots, BigInteger price, boolean taker, When then) {
        if (!book.holds()) {
            adds = 0;
            levels.clear();
        }
        BigInteger waiting = rungs.stream().map(rung -> rung.reserved).reduce(ZERO, BigInteger::add);
        book.enter(i, side, lots, price, taker, waiting);
        protect(price, then);
    }

    /** Stop and target from the average price, a trail from its first; what moves is new at that moment. */
    private void protect(BigInteger firstPrice, When then) {
        BigInteger average = average();
        Side side = book.side();
        distance(protection.stop(), average, stopRange)
                .ifPresent(d -> put(Kind.STOP, side == Side.BUY ? average.subtract(d) : average.add(d), then));
        Optional<BigInteger> trail = distance(protection.trail(), firstPrice, trailRange);
        if (trail.isPresent() && level(Kind.TRAIL).isEmpty()) {
            trailDistance = trail.get();
            BigInteger at = side == Side.BUY ? firstPrice.subtract(trail.get()) : firstPrice.add(trail.get());
            levels.add(new Level(Kind.TRAIL, at, then));
        }
        distance(protection.target(), average, targetRange)
                .ifPresent(d -> put(Kind.TARGET, side == Side.BUY ? average.add(d) : average.subtract(d), then));
    }

    BigInteger average() {
        return book.averageTicks();
    }

    void put(Kind kind, BigInteger at, When then) {
        Optional<Level> standing = level(kind);
        if (at.signum() <= 0) return;
        if (standing.isEmpty()) {
            levels.add(new Level(kind, at, then));
        } else if (!standing.get().at.equals(at)) {
            standing.get().at = at;
            standing.get().since = then;
        }
    }

    private Optional<Level> level(Kind kind) {
        return levels.stream().filter(level -> level.kind == kind).findFirst();
    }

    private void leave(int i, BigInteger price, Kind kind, boolean taker) {
        exitSide = book.side();
        exitBar = i;
        exitKind = kind;
        exitTicks = price;
        book.leave(i, price, kind, taker);
        levels.clear();
        closed();
        if (rules.idea().cooldown().after().contains(kind)) {
            lastBarWithoutEntries = i + rules.idea().cooldown().bars() - 1;
        }
    }

    /** What belongs to a position goes with it. */
    void closed() {
        rungs.clear();
    }

    // ---- 3. the close ----

    private void close(int i) {
        Candle bar = market.bars().get(i);
        level(Kind.TRAIL).ifPresent(trail -> {
            boolean isLong = book.side() == Side.BUY;
            boolean saw = GrowingParts.sawBest(trail.since, book.side().opposite());
            BigInteger extreme = ticks(!saw ? bar.close() : isLong ? bar.high() : bar.low());
            BigInteger moved = isLong ? extreme.subtract(trailDistance) : extreme.add(trailDistance);
            trail.at = isLong ? trail.at.max(moved) : trail.at.min(moved);
        });
        levels.forEach(level -> level.since = When.BEFORE);
        rungs.forEach(rung -> rung.since = When.BEFORE);
    }

    Optional<BigInteger> distance(Distance distance, BigInteger price, Optional<BigInteger> range) {
        return switch (distance) {
            case Distance.None _ -> Optional.empty();
            case Distance.Percent(var percent) ->
                Optional.of(book.percent(price, percent).max(ONE));
            case Distance.Atr _ -> range;
        };
    }

    // ---- 4. the strategy decides ----

    abstract void decide(int i);
}
