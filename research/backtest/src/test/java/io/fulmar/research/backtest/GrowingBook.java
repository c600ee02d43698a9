package io.fulmar.research.backtest;

import io.fulmar.research.backtest.Engine.Costs;
import io.fulmar.research.backtest.Engine.Fill;
import io.fulmar.research.backtest.Engine.Kind;
import io.fulmar.research.backtest.Engine.Market;
import io.fulmar.research.backtest.Engine.Outcome;
import io.fulmar.research.backtest.Engine.Refusal;
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

/** The account of {@link GrowingTwin} in whole numbers: one position of several entries, money, sizes. */
final class GrowingBook {
    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);

    private final Market market;
    private final Costs costs;
    private final BigInteger unit;

    private BigInteger cash;
    private BigInteger fees = ZERO;
    private Side side = Side.BUY;
    private BigInteger lots = ZERO;
    private BigInteger spent = ZERO;
    private BigInteger ticksTimesLots = ZERO;
    private BigInteger feesOfTrade = ZERO;
    private BigInteger firstTicks = ZERO;
    private BigInteger lastTicks = ZERO;
    private int entryBar;
    private int overdrawn;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<BigInteger> equity = new ArrayList<>();

    GrowingBook(Market market, Costs costs) {
        this.market = market;
        this.costs = costs;
        this.cash = money(costs.cash());
        this.unit = market.tick()
                .multiply(market.lot())
                .movePointRight(market.moneyScale())
                .toBigIntegerExact();
    }

    private BigInteger money(BigDecimal amount) {
        return amount.movePointRight(market.moneyScale()).toBigIntegerExact();
    }

    private BigDecimal decimal(BigInteger money) {
        return new BigDecimal(money, market.moneyScale());
    }

    BigInteger ticks(BigDecimal price) {
        return price.divide(market.tick()).toBigIntegerExact();
    }

    private BigDecimal price(BigInteger ticks) {
        return market.tick().multiply(new BigDecimal(ticks));
    }

    private BigDecimal quantity(BigInteger some) {
        return market.lot().multiply(new BigDecimal(some));
    }

    // ---- what there is ----

    boolean holds() {
        return lots.signum() > 0;
    }

    Side side() {
        return side;
    }

    BigInteger lots() {
        return lots;
    }

    int entryBar() {
        return entryBar;
    }

    BigInteger lastEntryTicks() {
        return lastTicks;
    }

    /** Half up. */
    BigInteger averageTicks() {
        return new BigDecimal(ticksTimesLots)
                .divide(new BigDecimal(lots), 0, RoundingMode.HALF_UP)
                .toBigInteger();
    }

    BigInteger value(BigInteger some, BigInteger ticks) {
        return some.multiply(ticks).multiply(unit);
    }

    BigInteger averageDown() {
        return ticksTimesLots.divide(lots);
    }

    BigInteger firstTicks() {
        return firstTicks;
    }

    BigInteger close(int i) {
        return ticks(market.bars().get(i).close());
    }

    BigInteger equity(int i) {
        return equity.get(i);
    }

    private BigInteger worthAt(BigInteger ticks) {
        BigInteger gain = value(lots, ticks).subtract(spent);
        return cash.add(side == Side.BUY ? gain : gain.negate());
    }

    void mark(int i) {
        equity.add(worthAt(close(i)));
    }

    // ---- arithmetic of the page ----

    BigInteger fee(BigInteger value, boolean taker) {
        BigDecimal bps = taker ? costs.takerBps() : costs.makerBps();
        return new BigDecimal(value)
                .multiply(bps)
                .divide(TEN_THOUSAND, 0, RoundingMode.CEILING)
                .toBigInteger();
    }

    BigInteger slipped(Side way, BigInteger ticks) {
        BigInteger slip = new BigDecimal(ticks)
                .multiply(costs.slippageBps())
                .divide(TEN_THOUSAND, 0, RoundingMode.CEILING)
                .toBigInteger();
        return way == Side.BUY ? ticks.add(slip) : ticks.subtract(slip).max(BigInteger.ONE);
    }

    BigInteger percent(BigInteger ticks, BigDecimal percent) {
        return new BigDecimal(ticks)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
    }

    // ---- fills ----

    /** {@code waiting}: what the rungs that still wait have reserved. */
    void enter(int i, Side way, BigInteger some, BigInteger ticks, boolean taker, BigInteger waiting) {
        if (!holds()) {
            side = way;
            entryBar = i;
            firstTicks = ticks;
            spent = ZERO;
            ticksTimesLots = ZERO;
            feesOfTrade = ZERO;
        }
        lots = lots.add(some);
        spent = spent.add(value(some, ticks));
        ticksTimesLots = ticksTimesLots.add(ticks.multiply(some));
        lastTicks = ticks;
        book(i, way, some, ticks, taker, Kind.SIGNAL);
        BigInteger committed = value(lots, ticks).add(waiting);
        if (committed.compareTo(worthAt(ticks).max(ZERO)) > 0) overdrawn++;
    }

    void leave(int i, BigInteger ticks, Kind kind, boolean taker) {
        BigInteger all = lots;
        BigInteger gain = value(all, ticks).subtract(spent);
        BigInteger gross = side == Side.BUY ? gain : gain.negate();
        cash = cash.add(gross);
        lots = ZERO;
        book(i, side.opposite(), all, ticks, taker, kind);
        BigDecimal pnl = decimal(gross.subtract(feesOfTrade));
        trades.add(new Trade(side, entryBar, i, quantity(all), price(firstTicks), price(ticks), pnl));
        spent = ZERO;
    }

    private void book(int i, Side way, BigInteger some, BigInteger ticks, boolean taker, Kind kind) {
        BigInteger fee = fee(value(some, ticks), taker);
        cash = cash.subtract(fee);
        fees = fees.add(fee);
        feesOfTrade = feesOfTrade.add(fee);
        fills.add(new Fill(i, way, price(ticks), quantity(some), decimal(fee), kind));
    }

    // ---- sizes ----

    /** Lots of one of so many parts, or none and a refusal. */
    Optional<BigInteger> size(
            int i,
            Size size,
            int parts,
            BigInteger price,
            BigInteger own,
            BigInteger free,
            Optional<BigInteger> stopTicks) {
        BigInteger wanted = switch (size) {
            case Size.EquityPercent(BigDecimal percent) ->
                affordable(share(own, percent, parts).min(free), price);
            case Size.RiskPercent(BigDecimal percent) ->
                share(own, percent, parts)
                        .divide(value(BigInteger.ONE, stopTicks.orElseThrow()))
                        .min(affordable(free, price));
            case Size.Units(BigDecimal units) ->
                units.divide(market.lot().multiply(new BigDecimal(parts)), 0, RoundingMode.FLOOR)
                        .toBigInteger();
        };
        BigInteger value = value(wanted, price);
        if (wanted.signum() <= 0) {
            refusals.add(new Refusal(i, "SIZE_ZERO"));
        } else if (value.add(fee(value, true)).compareTo(free) > 0) {
            refusals.add(new Refusal(i, "INSOLVENT"));
        } else {
            return Optional.of(wanted);
        }
        return Optional.empty();
    }

    /** A part of a share is kept in whole millionths. */
    private static BigInteger share(BigInteger own, BigDecimal percent, int parts) {
        BigDecimal ppm = percent.movePointRight(4).divide(new BigDecimal(parts), 0, RoundingMode.FLOOR);
        return new BigDecimal(own.max(ZERO))
                .multiply(ppm)
                .divide(MILLION, 0, RoundingMode.FLOOR)
                .toBigInteger();
    }

    private BigInteger affordable(BigInteger budget, BigInteger price) {
        BigInteger few = ZERO;
        BigInteger many = budget.max(ZERO).divide(value(BigInteger.ONE, price)).add(BigInteger.ONE);
        while (many.subtract(few).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = few.add(many).shiftRight(1);
            BigInteger value = value(middle, price);
            if (value.add(fee(value, true)).compareTo(budget) <= 0) few = middle;
            else many = middle;
        }
        return few;
    }

    // ---- the end ----

    Outcome outcome(int cancelled, boolean doubtful) {
        List<BigDecimal> marks = equity.stream().map(this::decimal).toList();
        BigDecimal held = side == Side.BUY ? quantity(lots) : quantity(lots).negate();
        BigDecimal start = costs.cash();
        BigDecimal peak = start;
        BigDecimal worst = BigDecimal.ZERO;
        for (BigDecimal now : marks) {
            peak = peak.max(now);
            worst = worst.max(peak.subtract(now).divide(peak, MathContext.DECIMAL128));
        }
        BigDecimal netReturn =
                marks.getLast().divide(start, MathContext.DECIMAL128).subtract(BigDecimal.ONE);
        return new Outcome(
                List.copyOf(fills),
                List.copyOf(trades),
                List.copyOf(refusals),
                marks,
                decimal(cash),
                held,
                decimal(fees),
                netReturn,
                worst,
                cancelled,
                overdrawn,
                doubtful);
    }
}
