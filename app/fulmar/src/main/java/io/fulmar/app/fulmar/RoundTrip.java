package io.fulmar.app.fulmar;

import io.fulmar.domain.Cause;
import io.fulmar.domain.Distance;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Side;
import io.fulmar.domain.Worth;
import io.fulmar.market.Bars;
import io.fulmar.portfolio.Trade;
import io.fulmar.research.backtest.BacktestResult;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.TradeRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A closed trade in the words of people: whose, of what, at which prices, and why it ended.
 *
 * @param worth the instrument's, made once a market
 * @param number from 1, in the order of closing
 * @param why the strategy's own words on leaving
 * @param barsHeld bars from the entry's to the exit's
 * @param excursion how far the price went while it was open
 */
record RoundTrip(
        int number,
        String strategy,
        Instrument instrument,
        Worth worth,
        Trade trade,
        String why,
        int barsHeld,
        Excursion excursion) {

    static List<RoundTrip> of(BacktestResult result, List<Contestants.Seated> seats, List<MarketData> markets) {
        Turns turns = Turns.of(result);
        List<Worth> worths =
                markets.stream().map(market -> Worth.of(market.instrument())).toList();
        List<RoundTrip> trips = new ArrayList<>();
        for (Trade trade : result.trades()) {
            int place = seats.get(trade.seat()).contestant().market();
            MarketData market = markets.get(place);
            Bars bars = market.bars();
            int number = trips.size();
            trips.add(new RoundTrip(
                    number + 1,
                    seats.get(trade.seat()).name(),
                    market.instrument(),
                    worths.get(place),
                    trade,
                    turns.whys.get(number),
                    Excursion.bar(bars, trade.exitTime()) - Excursion.bar(bars, trade.entryTime()),
                    Excursion.of(bars, trade, turns.entered.get(number))));
        }
        return trips;
    }

    /**
     * What the fills tell of the trades, in the order of closing.
     *
     * @param whys what the orders said that brought a position back to flat
     * @param entered where the market stood at the first fill, before slippage
     */
    private record Turns(List<String> whys, List<Long> entered) {
        static Turns of(BacktestResult result) {
            Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
            List<BacktestResult.FillRow> fills = result.fills();
            int seats = 1
                    + fills.stream()
                            .mapToInt(BacktestResult.FillRow::seat)
                            .max()
                            .orElse(0);
            long[] lots = new long[seats];
            long[] begun = new long[seats];
            for (int i = 0; i < fills.size(); i++) {
                BacktestResult.FillRow fill = fills.get(i);
                long before = lots[fill.seat()];
                long after = before + fill.side().sign() * fill.lots();
                lots[fill.seat()] = after;
                if (Long.signum(after) == Long.signum(before)) continue;
                if (before != 0) {
                    turns.whys.add(fill.reason());
                    turns.entered.add(begun[fill.seat()]);
                }
                begun[fill.seat()] = result.notes().executions().shown(i);
            }
            return turns;
        }
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
        if (worth.notional(lots, ticks) == Math.abs(value)) {
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
        double away = up
                ? instrument.price(excursion.highestTicks()) - entry
                : entry - instrument.price(excursion.lowestTicks());
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
