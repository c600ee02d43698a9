package io.fulmar.engine;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Timeframe;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.StrategyException;
import io.fulmar.strategy.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Other bars as the series of one market see them: its own in longer bars, and the other markets of the run by their symbols. */
final class Neighbours {
    private final ColumnGraph home;
    private final Instrument instrument;
    private final Map<Timeframe, HigherTimeframe> timeframes = new TreeMap<>();
    private final Map<String, OtherMarket> others = new TreeMap<>();
    private List<Tape> markets = List.of();

    Neighbours(ColumnGraph home, Instrument instrument) {
        this.home = home;
        this.instrument = instrument;
    }

    /** These there are, this one among them. */
    void are(List<Tape> tapes) {
        markets = tapes;
    }

    void are(Neighbours same) {
        markets = same.markets;
    }

    Tape named(String symbol) {
        for (Tape tape : markets) {
            if (tape.instrument.symbol().toString().equals(symbol)) {
                return tape;
            }
        }
        throw new StrategyException("the strategy names the market " + symbol + ", which is not in this run; there are "
                + markets.stream()
                        .map(tape -> tape.instrument.symbol().toString())
                        .toList());
    }

    Column column(Value value, Timeframe timeframe) {
        HigherTimeframe higher = timeframes.get(timeframe);
        if (higher == null) {
            higher = new HigherTimeframe(home, instrument, timeframe);
            timeframes.put(timeframe, higher);
        }
        return higher.column(value);
    }

    Column column(Value value, String symbol) {
        OtherMarket known = others.get(symbol);
        if (known == null) {
            Tape tape = named(symbol);
            known = new OtherMarket(home, tape.instrument, tape.bars);
            others.put(symbol, known);
        }
        return known.column(value);
    }
}
