package io.fulmar.research.backtest;

import io.fulmar.bus.Journal;
import io.fulmar.domain.Cause;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Refusal;
import io.fulmar.domain.RiskEvent;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.risk.RiskLimits;
import io.fulmar.simulation.exchange.ExchangeRules;
import io.fulmar.simulation.exchange.IntrabarPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real desk, answering in the words of the checks. */
final class DeskEngine implements Engine {
    private final boolean planned;

    /** {@code planned}: ideas that grow are run as plans, else as code. */
    DeskEngine(boolean planned) {
        this.planned = planned;
    }

    DeskEngine() {
        this(false);
    }

    private static final long SECOND = 1_000_000_000L;
    private static final long WHOLE = 1_000_000;

    @Override
    public Outcome run(Market market, Costs costs, Rules rules) {
        Instrument instrument = Instrument.linear(
                1,
                "test",
                Symbol.parse("X/USDT:USDT"),
                Decimal.of(market.tick()),
                Decimal.of(market.lot()),
                Decimal.ONE);
        MarketData data = new MarketData(instrument, bars(market), market.bars().size(), 0, 0, 0, 0, "");
        ExchangeRules exchange = new ExchangeRules(
                rate(costs.takerBps()), rate(costs.makerBps()), rate(costs.slippageBps()), IntrabarPath.WORST);
        long tradeFrom = switch (rules) {
            case Rules.Idea idea -> time(market, idea.tradeFrom());
            case Rules.Growing growing -> time(market, growing.idea().tradeFrom());
            case Rules.Script ignored -> Long.MIN_VALUE;
        };
        Class<?> type = switch (rules) {
            case Rules.Idea ignored -> DeskStrategies.Idea.class;
            case Rules.Growing ignored -> planned ? DeskGrowing.Planned.class : DeskGrowing.Coded.class;
            case Rules.Script ignored -> DeskStrategies.Script.class;
        };
        BacktestSetup setup = new BacktestSetup(
                List.of(data),
                List.of(new BacktestSetup.Contestant(
                        type, new DeskStrategies.P(new DeskStrategies.Held(rules)), "", 0, 0, WHOLE)),
                Decimal.of(costs.cash()),
                WHOLE,
                exchange,
                RiskLimits.backtest(),
                tradeFrom);
        return outcome(market, instrument, new Backtest(setup).run());
    }

    private static long time(Market market, int bar) {
        return bar < market.bars().size() ? market.bars().get(bar).openTimeSeconds() * SECOND : Long.MAX_VALUE;
    }

    private static Rate rate(BigDecimal bps) {
        return Rate.ofBasisPoints(Decimal.of(bps));
    }

    private static Bars bars(Market market) {
        Bars bars = new Bars(
                new Timeframe(market.timeframeSeconds() * SECOND), market.bars().size());
        for (Candle candle : market.bars()) {
            bars.append(
                    candle.openTimeSeconds() * SECOND,
                    ticks(candle.open(), market),
                    ticks(candle.high(), market),
                    ticks(candle.low(), market),
                    ticks(candle.close(), market),
                    candle.volume().doubleValue());
        }
        return bars;
    }

    private static long ticks(BigDecimal price, Market market) {
        return price.divide(market.tick()).longValueExact();
    }

    private static Outcome outcome(Market market, Instrument instrument, BacktestResult result) {
        int digits = result.currency().digits();
        List<BigDecimal> equity = new ArrayList<>();
        for (int i = 0; i < result.firstStep(); i++) {
            equity.add(BigDecimal.valueOf(result.cash(), digits));
        }
        for (long units : result.equity()) {
            equity.add(BigDecimal.valueOf(units, digits));
        }
        List<Fill> fills = new ArrayList<>();
        for (BacktestResult.FillRow fill : result.fills()) {
            fills.add(new Fill(
                    bar(market, fill.time()),
                    Side.valueOf(fill.side().name()),
                    instrument.priceOf(fill.ticks()).toBigDecimal(),
                    instrument.quantityOf(fill.lots()).toBigDecimal(),
                    BigDecimal.valueOf(fill.fee(), digits),
                    Kind.valueOf(fill.cause().name())));
        }
        List<Trade> trades = new ArrayList<>();
        for (io.fulmar.portfolio.Trade trade : result.trades()) {
            trades.add(new Trade(
                    Side.valueOf(trade.side().name()),
                    bar(market, trade.entryTime()),
                    bar(market, trade.exitTime()),
                    instrument.quantityOf(trade.lots()).toBigDecimal(),
                    instrument.priceOf(trade.entryTicks()).toBigDecimal(),
                    instrument.priceOf(trade.exitTicks()).toBigDecimal(),
                    BigDecimal.valueOf(trade.net(), digits)));
        }
        long lots = result.desk().ledger().account().netLots(1);
        return new Outcome(
                fills,
                trades,
                refusals(market, result),
                equity,
                BigDecimal.valueOf(result.desk().ledger().account().balance(), digits),
                instrument.quantityOf(lots).toBigDecimal(),
                BigDecimal.valueOf(result.fees(), digits),
                new BigDecimal(result.netReturn()),
                new BigDecimal(result.maxDrawdown()),
                (int) result.desk().watch().endedWithData(),
                (int) result.desk().watch().overCommitted(),
                false);
    }

    private static List<Refusal> refusals(Market market, BacktestResult result) {
        Map<io.fulmar.domain.Refusal, String> words = Map.of(
                io.fulmar.domain.Refusal.SIZE_ZERO, "SIZE_ZERO",
                io.fulmar.domain.Refusal.INSOLVENT, "INSOLVENT",
                io.fulmar.domain.Refusal.IN_POSITION, "POSITION_OPEN");
        List<Refusal> refusals = new ArrayList<>();
        Journal.read(result.log(), 1, (envelope, event) -> {
            if (event instanceof RiskEvent.SignalRefused refused) {
                long open = envelope.receiveTime() - market.timeframeSeconds() * SECOND;
                refusals.add(new Refusal(bar(market, open), words.getOrDefault(refused.refusal(), refused.toString())));
            }
        });
        return refusals;
    }

    private static int bar(Market market, long time) {
        for (int i = 0; i < market.bars().size(); i++) {
            if (market.bars().get(i).openTimeSeconds() * SECOND == time) {
                return i;
            }
        }
        throw new IllegalStateException("no bar opens at " + time);
    }

    static Cause cause(Kind kind) {
        return Cause.valueOf(kind.name());
    }
}
