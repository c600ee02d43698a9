package io.fulmar.app.fulmar;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Side;
import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.TradeRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A closed trade in the words of people: whose, of what, at which prices, and why it ended.
 *
 * @param number from 1, in the order of closing
 * @param why the strategy's own words on leaving
 * @param barsHeld bars from the entry's to the exit's
 * @param lowestTicks the lowest price while it was open: of the bars before the exit's, and of its own fills
 * @param highestTicks the highest
 */
record RoundTrip(
        int number,
        String strategy,
        Instrument instrument,
        Trade trade,
        String why,
        int barsHeld,
        long lowestTicks,
        long highestTicks) {

    static List<RoundTrip> of(BacktestResult result, List<Contestants.Seated> seats, List<MarketData> markets) {
        List<String> whys = whys(result);
        List<RoundTrip> trips = new ArrayList<>();
        for (Trade trade : result.trades()) {
            MarketData market = markets.get(seats.get(trade.seat()).contestant().market());
            int entry = bar(market, trade.entryTime());
            int exit = bar(market, trade.exitTime());
            long lowest = Math.min(trade.entryTicks(), trade.exitTicks());
            long highest = Math.max(trade.entryTicks(), trade.exitTicks());
            for (int bar = entry; bar < exit; bar++) {
                lowest = Math.min(lowest, market.bars().lows()[bar]);
                highest = Math.max(highest, market.bars().highs()[bar]);
            }
            trips.add(new RoundTrip(
                    trips.size() + 1,
                    seats.get(trade.seat()).name(),
                    market.instrument(),
                    trade,
                    whys.get(trips.size()),
                    exit - entry,
                    lowest,
                    highest));
        }
        return trips;
    }

    /** What the orders said that brought a position back to flat, in the order of closing. */
    private static List<String> whys(BacktestResult result) {
        List<String> whys = new ArrayList<>();
        long[] lots = new long
                [1
                        + result.fills().stream()
                                .mapToInt(BacktestResult.FillRow::seat)
                                .max()
                                .orElse(0)];
        for (BacktestResult.FillRow fill : result.fills()) {
            long before = lots[fill.seat()];
            long after = before + fill.side().sign() * fill.lots();
            lots[fill.seat()] = after;
            if (before != 0 && Long.signum(after) != Long.signum(before)) whys.add(fill.reason());
        }
        return whys;
    }

    private static int bar(MarketData market, long time) {
        int at = Arrays.binarySearch(market.bars().openTimes(), 0, market.bars().size(), time);
        return at < 0 ? -at - 2 : at;
    }

    String symbol() {
        return instrument.symbol().toString();
    }

    boolean buy() {
        return trade.side() == Side.BUY;
    }

    /** The average price of the entry's fills; exact when there was one. */
    BigDecimal entryPrice() {
        return price(trade.entryTicks(), trade.entryValue());
    }

    BigDecimal exitPrice() {
        return price(trade.exitTicks(), trade.exitValue());
    }

    private BigDecimal price(long ticks, long value) {
        long lots = trade.lots();
        if (instrument.value(lots, ticks) == Math.abs(value)) {
            return instrument.priceOf(ticks).toBigDecimal();
        }
        if (instrument.kind().inverse()) {
            return BigDecimal.valueOf(lots)
                    .multiply(BigDecimal.valueOf(instrument.inverseNumerator()))
                    .multiply(instrument.tick().toBigDecimal())
                    .divide(BigDecimal.valueOf(Math.abs(value)), MathContext.DECIMAL64)
                    .stripTrailingZeros();
        }
        BigDecimal perTick = BigDecimal.valueOf(lots).multiply(BigDecimal.valueOf(instrument.unit()));
        return BigDecimal.valueOf(value)
                .multiply(instrument.tick().toBigDecimal())
                .divide(perTick, MathContext.DECIMAL64)
                .stripTrailingZeros();
    }

    /** Profit after fees over the value at entry. */
    double netReturn() {
        return (double) trade.net() / Math.abs(trade.entryValue());
    }

    OptionalLong stopTicks() {
        return level(trade.bracket().stop(), buy() ? -1 : 1);
    }

    OptionalLong targetTicks() {
        return level(trade.bracket().target(), buy() ? 1 : -1);
    }

    private OptionalLong level(Distance distance, int direction) {
        if (!distance.present()) return OptionalLong.empty();
        return OptionalLong.of(trade.entryTicks() + direction * distance.ticksAt(trade.entryTicks()));
    }

    TradeRow row() {
        double unit = instrument.settlement().unitsPerOne();
        return new TradeRow(
                number,
                strategy,
                symbol(),
                instrument.tick().scale(),
                buy(),
                trade.entryTime(),
                entryPrice().doubleValue(),
                trade.exitTime(),
                exitPrice().doubleValue(),
                instrument.quantity(trade.lots()),
                trade.net() / unit,
                trade.fees() / unit,
                netReturn(),
                exit(trade.exit()),
                why,
                price(stopTicks()),
                price(targetTicks()),
                barsHeld,
                excursion(!buy()),
                excursion(buy()));
    }

    /** How far the price went above or below the entry, as a fraction of it. */
    private double excursion(boolean up) {
        double entry = entryPrice().doubleValue();
        double away = up ? instrument.price(highestTicks) - entry : entry - instrument.price(lowestTicks);
        return Math.max(0, away / entry);
    }

    private OptionalDouble price(OptionalLong ticks) {
        return ticks.isPresent() ? OptionalDouble.of(instrument.price(ticks.getAsLong())) : OptionalDouble.empty();
    }

    private static TradeRow.Exit exit(Cause cause) {
        return switch (cause) {
            case SIGNAL, OPERATOR -> TradeRow.Exit.SIGNAL;
            case STOP -> TradeRow.Exit.STOP;
            case TARGET -> TradeRow.Exit.TARGET;
            case TRAIL -> TradeRow.Exit.TRAIL;
            case TIME -> TradeRow.Exit.TIME;
            case LIQUIDATION -> TradeRow.Exit.LIQUIDATION;
            case SETTLEMENT -> TradeRow.Exit.END;
        };
    }
}
