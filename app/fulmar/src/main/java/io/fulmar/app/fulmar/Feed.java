package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.Flow;
import io.fulmar.market.Thinned;
import io.fulmar.market.TimeBars;
import io.fulmar.research.backtest.FlowFiles;
import io.fulmar.research.backtest.InstrumentSteps;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.research.backtest.MarketFlow;
import io.fulmar.simulation.market.Candles;
import io.fulmar.simulation.market.Companion;
import io.fulmar.simulation.market.MarketModel;
import io.fulmar.simulation.market.OrderFlow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a backtest reads: markets as bars, and the events between them where there are any.
 *
 * @param seed of generated data
 */
record Feed(List<MarketData> markets, Optional<MarketFlow> flow, OptionalLong seed) {
    private static final int DAY_SECONDS = 86_400;
    private static final Timeframe SECOND = Timeframe.parse("1s");

    /** A market that can stand beside a synthetic one, at that part of its price. */
    private record Beside(Symbol symbol, double part, Decimal tick) {}

    private static final List<Beside> BESIDE = List.of(
            new Beside(Symbol.parse("ETH/USDT:USDT"), 1 / 16.0, Decimal.parse("0.01")),
            new Beside(Symbol.parse("SOL/USDT:USDT"), 1 / 400.0, Decimal.parse("0.001")),
            new Beside(Symbol.parse("LTC/USDT:USDT"), 1 / 800.0, Decimal.parse("0.001")),
            new Beside(Symbol.parse("BTC/USDT:USDT"), 1, Decimal.parse("0.1")));

    static final int MARKETS_MAX = BESIDE.size();

    /** 2024-01-01 UTC. */
    private static final long START = 1_704_067_200_000_000_000L;

    static Feed read(BacktestRequest request, OptionalLong seed) {
        Optional<FlowRequest> wanted = request.data().flow();
        if (wanted.isEmpty()) {
            BigDecimal heldOut = request.data().heldOut();
            List<MarketData> markets = BacktestData.read(request).stream()
                    .map(market -> HeldOut.without(market, heldOut))
                    .toList();
            return new Feed(markets, Optional.empty(), seed);
        }
        return switch (wanted.get().from()) {
            case FlowRequest.From.Synthetic synthetic -> synthetic(request, wanted.get(), synthetic);
            case FlowRequest.From.Files(FlowFiles.Files files) -> of(files(request, wanted.get(), files), seed);
        };
    }

    private static Feed of(MarketFlow flow, OptionalLong seed) {
        return new Feed(List.of(flow.data()), Optional.of(flow), seed);
    }

    private static MarketFlow files(BacktestRequest request, FlowRequest wanted, FlowFiles.Files files) {
        BacktestRequest.Steps steps = request.steps();
        Timeframe timeframe = request.data().timeframe();
        if (steps.instrument().isPresent()) {
            return FlowFiles.read(files, InstrumentFile.read(steps.instrument().get(), 1, wanted.symbol()), timeframe);
        }
        InstrumentSteps given = new InstrumentSteps(
                steps.tick().orElse(Decimal.ZERO), steps.lot().orElse(Decimal.ZERO));
        return FlowFiles.read(files, wanted.symbol(), timeframe, given);
    }

    private static Feed synthetic(BacktestRequest request, FlowRequest wanted, FlowRequest.From.Synthetic made) {
        Candles seconds =
                OrderFlow.seconds(made.seed(), MarketModel.QUEUED, START, Math.multiplyExact(made.days(), DAY_SECONDS));
        Instrument instrument =
                Instrument.of(1, "backtest", wanted.symbol(), seconds.tick(), OrderFlow.LOT, Decimal.ONE);
        OptionalLong seed = OptionalLong.of(made.seed());
        Timeframe timeframe = request.data().timeframe();
        if (made.kind() == FlowRequest.Kind.BARS) {
            return new Feed(markets(made, instrument, bars(seconds, timeframe)), Optional.empty(), seed);
        }
        Flow book = OrderFlow.of(made.seed(), seconds);
        Flow flow = switch (made.kind()) {
            case L2, BARS -> book;
            case QUOTES -> Thinned.quotes(book);
            case TRADES -> Thinned.trades(book);
        };
        return of(MarketFlow.of(instrument, flow, timeframe, flow.size()), seed);
    }

    /** The first, and beside it as many as were asked for that go along with it. */
    private static List<MarketData> markets(FlowRequest.From.Synthetic made, Instrument instrument, Bars bars) {
        List<MarketData> markets = new ArrayList<>();
        markets.add(MarketData.made(instrument, bars));
        List<Beside> others = BESIDE.stream()
                .filter(beside -> !beside.symbol.equals(instrument.symbol()))
                .toList();
        Candles leader = candles(bars, instrument.tick());
        for (Beside other : others.subList(0, made.markets() - 1)) {
            long id = markets.size() + 1L;
            Candles candles = Companion.of(leader, made.seed() + id, other.part, other.tick);
            markets.add(MarketData.made(
                    Instrument.of(id, "backtest", other.symbol, other.tick, OrderFlow.LOT, Decimal.ONE),
                    bars(candles)));
        }
        return List.copyOf(markets);
    }

    private static Candles candles(Bars bars, Decimal tick) {
        int size = bars.size();
        return new Candles(
                bars.timeframe(),
                tick,
                Arrays.copyOf(bars.openTimes(), size),
                Arrays.copyOf(bars.opens(), size),
                Arrays.copyOf(bars.highs(), size),
                Arrays.copyOf(bars.lows(), size),
                Arrays.copyOf(bars.closes(), size),
                Arrays.copyOf(bars.volumes(), size));
    }

    /** The same columns, as the desk reads them. */
    static Bars bars(Candles candles) {
        return new Bars(
                candles.timeframe(),
                candles.openTimes(),
                candles.opens(),
                candles.highs(),
                candles.lows(),
                candles.closes(),
                candles.volumes(),
                candles.size());
    }

    private static Bars bars(Candles seconds, Timeframe timeframe) {
        Bars each = bars(seconds);
        return timeframe.equals(SECOND) ? each : TimeBars.fold(each, timeframe);
    }
}
