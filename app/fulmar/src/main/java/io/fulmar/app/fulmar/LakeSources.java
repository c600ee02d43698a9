package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.store.lake.DatasetState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** From which datasets of a lake a run came, and from which revision of each: corrected rows make another one. */
final class LakeSources {
    private LakeSources() {}

    /** The bars of a market and the funding that the lake charged it. */
    private static List<DatasetState> of(BacktestRequest request, MarketData market) {
        Symbol symbol = market.instrument().symbol();
        Timeframe timeframe = request.data().timeframe();
        return request.data()
                .lake()
                .map(lake -> LakeData.states(
                        lake, symbol, timeframe, request.contracts().funding().isEmpty()))
                .orElse(List.of());
    }

    /** For a sweep's manifest, wherever the lake lies: {@code binance BTC/USDT candles-1m revision 0}; empty without a lake. */
    static String words(BacktestRequest request, List<MarketData> markets) {
        return markets.stream()
                .flatMap(market -> of(request, market).stream())
                .map(state -> state.dataset() + " revision " + state.revision())
                .collect(Collectors.joining(", "));
    }

    /** For run.json: the folder, and of each dataset its path below it and its revision; null without a lake. */
    static JsonValue json(BacktestRequest request, List<MarketData> markets) {
        if (request.data().lake().isEmpty()) return JsonValue.Literal.NULL;
        List<JsonValue> datasets = new ArrayList<>();
        for (MarketData market : markets) {
            for (DatasetState state : of(request, market)) {
                datasets.add(new JsonValue.Fields()
                        .put("dataset", state.dataset().toString())
                        .put("path", state.dataset().folder().toString())
                        .put("revision", state.revision()));
            }
        }
        return new JsonValue.Fields()
                .put(
                        "folder",
                        request.data()
                                .lake()
                                .get()
                                .folder()
                                .toAbsolutePath()
                                .normalize()
                                .toString())
                .put("datasets", new JsonValue.Items(datasets));
    }
}
