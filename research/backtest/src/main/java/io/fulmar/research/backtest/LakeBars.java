package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.TimeBars;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.ExactCandles;
import io.fulmar.store.lake.InstrumentFact;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads bars of a lake into {@link MarketData}, as {@link CsvBars} reads a file. Finer bars are folded as they are read, so that they never
 * are in memory all at once.
 */
public final class LakeBars {
    /** Stands for the simulated exchange, whoever's bars they are: the same bars give the same run, whether from a file or a lake. */
    static final String VENUE = "backtest";

    static final Decimal INVERSE_LOT = Decimal.of(1, 1);

    private final Lake lake;
    private final Dataset dataset;
    private final long from;
    private final long to;

    /** Bars that open in {@code [from, to)}. */
    public LakeBars(Lake lake, Dataset dataset, long from, long to) {
        this.lake = lake;
        this.dataset = dataset;
        this.from = from;
        this.to = to;
    }

    /** Bars of an instrument whose steps the lake knows, unless given: what it was told, else the decimals of its prices. */
    public MarketData read(long id, Timeframe timeframe, InstrumentSteps given) {
        try (DatasetReader reader = lake.read(dataset, from, to)) {
            InstrumentSteps told = told(lake, dataset, to);
            Decimal own = Decimal.of(1, reader.scales().price()).normalized();
            Decimal tick = first(given.tick(), told.tick(), own);
            Decimal lot = first(given.lot(), told.lot(), lot(reader, tick));
            return data(reader, Instrument.of(id, VENUE, dataset.symbol(), tick, lot, Decimal.ONE), timeframe);
        } catch (IllegalArgumentException e) {
            throw DataException.in(place(), DataFault.STEPS_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Bars of a known instrument: its tick counts, whatever the lake says. */
    public MarketData read(Instrument instrument, Timeframe timeframe) {
        try (DatasetReader reader = lake.read(dataset, from, to)) {
            return data(reader, instrument, timeframe);
        }
    }

    private Path place() {
        return place(lake, dataset);
    }

    /** What errors name. */
    static Path place(Lake lake, Dataset dataset) {
        return Path.of(lake.folder() + " " + dataset.toString().replace('/', '-'));
    }

    static Decimal first(Decimal given, Decimal told, Decimal own) {
        return given.signum() > 0 ? given.normalized() : told.signum() > 0 ? told.normalized() : own;
    }

    /** The latest steps before a time; zeros when nobody said any. */
    static InstrumentSteps told(Lake lake, Dataset dataset, long to) {
        InstrumentSteps steps = InstrumentSteps.FROM_FILE;
        for (InstrumentFact fact : lake.state(dataset).orElseThrow().facts()) {
            if (fact instanceof InstrumentFact.Steps now && now.timeNanos() < to) {
                steps = new InstrumentSteps(now.tick(), now.lot());
            }
        }
        return steps;
    }

    private Decimal lot(DatasetReader reader, Decimal tick) {
        boolean inverse = dataset.symbol().settlesInBase();
        if (inverse) {
            return INVERSE_LOT;
        }
        reader.rewind();
        Optional<ExactCandles> first = reader.someCandles();
        reader.rewind();
        requireSome(first.map(ExactCandles::size).orElse(0));
        long close = first.orElseThrow().closes()[0];
        return CsvPrices.lot(
                new TickConverter(tick).ticks(close, first.orElseThrow().scale()), tick);
    }

    private void requireSome(long bars) {
        if (bars == 0) {
            throw DataException.in(place(), DataFault.BARS_MISSING, "holds no bar in that time");
        }
    }

    private MarketData data(DatasetReader reader, Instrument instrument, Timeframe timeframe) {
        Timeframe spacing = switch (dataset.kind()) {
            case Kind.Candles candles -> candles.timeframe();
            case Kind.NamedBars _, Kind.Events _ -> throw new IllegalArgumentException(dataset + " holds no candles");
        };
        TickConverter converter = new TickConverter(instrument.tick());
        return spacing.equals(timeframe)
                ? whole(reader, instrument, timeframe, converter)
                : folded(reader, instrument, new TimeBars(spacing, timeframe), spacing, timeframe, converter);
    }

    private MarketData whole(
            DatasetReader reader, Instrument instrument, Timeframe timeframe, TickConverter converter) {
        Bars bars = bars(reader.candles(), timeframe, converter);
        requireSome(bars.size());
        long missing = RowGrid.missing(bars.openTimes(), bars.size(), timeframe.nanos());
        return new MarketData(
                instrument, bars, bars.size(), missing, missing, converter.rounded(), 0, DataHash.of(instrument, bars));
    }

    private MarketData folded(
            DatasetReader reader,
            Instrument instrument,
            TimeBars fold,
            Timeframe spacing,
            Timeframe timeframe,
            TickConverter converter) {
        Bars bars = new Bars(timeframe, 1024);
        long rows = 0;
        long first = 0;
        long last = 0;
        for (Optional<ExactCandles> some = reader.someCandles(); some.isPresent(); some = reader.someCandles()) {
            Bars fine = bars(some.get(), spacing, converter);
            first = rows == 0 ? fine.openTime(0) : first;
            last = fine.openTimes()[fine.size() - 1];
            rows += fine.size();
            fold.take(fine, 0, fine.size(), bars);
        }
        fold.end(bars);
        requireSome(bars.size());
        long end = bars.openTimes()[bars.size() - 1] + timeframe.nanos();
        long missingRows = (last - first) / spacing.nanos() + 1 - rows + (end - last) / spacing.nanos() - 1;
        return new MarketData(
                instrument,
                bars,
                rows,
                RowGrid.missing(bars.openTimes(), bars.size(), timeframe.nanos()),
                missingRows,
                converter.rounded(),
                fold.dropped(),
                DataHash.of(instrument, bars));
    }

    private Bars bars(ExactCandles candles, Timeframe timeframe, TickConverter converter) {
        for (long[] prices : new long[][] {candles.opens(), candles.highs(), candles.lows(), candles.closes()}) {
            converter.convert(prices, candles.scale());
        }
        for (int i = 0; i < candles.size(); i++) {
            long time = candles.times()[i];
            if (timeframe.floor(time) != time && dataset.kind() instanceof Kind.Candles) {
                throw DataException.in(
                        place(), DataFault.TIME_MISALIGNED, RowGrid.instant(time) + " is no boundary of " + timeframe);
            }
            long low = candles.lows()[i];
            long bottom = Math.min(candles.opens()[i], candles.closes()[i]);
            long top = Math.max(candles.opens()[i], candles.closes()[i]);
            if (low <= 0 || low > bottom || candles.highs()[i] < top) {
                throw DataException.in(
                        place(),
                        low <= 0
                                ? DataFault.PRICE_NOT_POSITIVE
                                : low > bottom ? DataFault.LOW_TOO_HIGH : DataFault.HIGH_TOO_LOW,
                        "the bar of " + RowGrid.instant(time) + " cannot be");
            }
        }
        return new Bars(
                timeframe,
                candles.times(),
                candles.opens(),
                candles.highs(),
                candles.lows(),
                candles.closes(),
                candles.volumes(),
                candles.size());
    }
}
