package io.fulmar.app.fulmar;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.BarKind;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.InstrumentSteps;
import io.fulmar.research.backtest.KindBars;
import io.fulmar.research.backtest.KindDataset;
import io.fulmar.research.backtest.LakeBars;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** {@code fulmar data bars} of candles, or into the lake: the bars that a backtest would make, kept. */
record KeptBars(Dataset of, BarKind kind, MarketData made, Optional<Dataset> into, long added, Optional<Path> out) {
    /** Into the lake, unless a file is given. */
    static KeptBars keep(Lake lake, Dataset source, BarKind kind, Optional<Path> out) throws IOException {
        MarketData made = make(lake, source, kind);
        if (out.isPresent()) {
            BarsFile.write(
                    out.get(),
                    made.instrument(),
                    made.bars(),
                    Map.of("fulmar.bars", kind.toString(), "fulmar.of", source.toString()));
            return new KeptBars(
                    source, kind, made, Optional.empty(), made.bars().size(), out);
        }
        Kind name = KindDataset.named(kind)
                .orElseThrow(() -> new Failure(ErrorCode.BAD_VALUE, "a lake cannot keep bars under the name " + kind)
                        .help("write them to a file: --out bars.feather"));
        Dataset into = new Dataset(source.venue(), source.symbol(), name);
        long added = new KindDataset(lake, into, kind).write(made.instrument(), made.bars());
        return new KeptBars(source, kind, made, Optional.of(into), added, out);
    }

    private static MarketData make(Lake lake, Dataset source, BarKind kind) {
        InstrumentSteps steps = InstrumentSteps.FROM_FILE;
        if (!(source.kind() instanceof Kind.Candles(Timeframe own))) {
            return new KindBars(lake, source, kind, Long.MIN_VALUE, Long.MAX_VALUE).read(1, steps);
        }
        LakeBars candles = new LakeBars(lake, source, Long.MIN_VALUE, Long.MAX_VALUE);
        return kind instanceof BarKind.Time(Timeframe longer)
                ? candles.read(1, longer, steps)
                : KindBars.of(candles.read(1, own, steps), kind);
    }

    JsonValue json() {
        Bars bars = made.bars();
        JsonValue.Fields fields = new JsonValue.Fields()
                .put("venue", of.venue())
                .put("symbol", of.symbol().toString())
                .put("kind", kind.toString())
                .put("from", of.kind().word())
                .put("rows", made.rows())
                .put("bars", bars.size())
                .put("added", added)
                .put("first", IsoTime.of(bars.openTime(0)))
                .put("last", IsoTime.of(bars.closeTime(bars.size() - 1)));
        into.ifPresent(dataset -> fields.put("dataset", dataset.toString()));
        out.ifPresent(file -> fields.put("out", file.toString()));
        return fields;
    }

    String text() {
        Bars bars = made.bars();
        String what = bars.size() + " bars of " + kind + " from " + made.rows() + " rows of " + of + ", "
                + IsoTime.of(bars.openTime(0)) + " to " + IsoTime.of(bars.closeTime(bars.size() - 1));
        return out.map(file -> what + "\n" + file)
                .orElseGet(() -> what + "\n" + added + " added to " + into.orElseThrow() + "\nrun on them: "
                        + Called.as() + " backtest FILE --data lake --bars " + kind);
    }
}
