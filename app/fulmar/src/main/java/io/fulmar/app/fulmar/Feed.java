package io.fulmar.app.fulmar;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
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
import io.fulmar.simulation.market.MarketModel;
import io.fulmar.simulation.market.OrderFlow;
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

    /** 2024-01-01 UTC. */
    private static final long START = 1_704_067_200_000_000_000L;

    static Feed read(BacktestRequest request, OptionalLong seed) {
        Optional<FlowRequest> wanted = request.data().flow();
        if (wanted.isEmpty()) {
            return new Feed(BacktestData.read(request), Optional.empty(), seed);
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
            return new Feed(List.of(bars(instrument, seconds, timeframe)), Optional.empty(), seed);
        }
        Flow book = OrderFlow.of(made.seed(), seconds);
        Flow flow = switch (made.kind()) {
            case L2, BARS -> book;
            case QUOTES -> Thinned.quotes(book);
            case TRADES -> Thinned.trades(book);
        };
        return of(MarketFlow.of(instrument, flow, timeframe, flow.size()), seed);
    }

    private static MarketData bars(Instrument instrument, Candles seconds, Timeframe timeframe) {
        Bars each = new Bars(
                seconds.timeframe(),
                seconds.openTimes(),
                seconds.opens(),
                seconds.highs(),
                seconds.lows(),
                seconds.closes(),
                seconds.volumes(),
                seconds.size());
        Bars bars = timeframe.equals(SECOND) ? each : TimeBars.fold(each, timeframe);
        return MarketData.made(instrument, bars);
    }
}
