package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Exact;
import io.fulmar.domain.Instrument;
import io.fulmar.market.BarKind;
import io.fulmar.market.Bars;
import io.fulmar.market.BarsOfCandles;
import io.fulmar.market.BarsOfTrades;
import io.fulmar.store.lake.Dataset;
import io.fulmar.store.lake.DatasetReader;
import io.fulmar.store.lake.Kind;
import io.fulmar.store.lake.Lake;
import io.fulmar.store.lake.Rows;
import java.nio.file.Path;

/**
 * Bars of any kind: made of the trades that a lake holds, a batch in memory at a time, or of candles that were read, or as a lake keeps them.
 * Trades are counted in the lake's own quantities, whatever lot the run has.
 */
public final class KindBars {
    private final Lake lake;
    private final Dataset dataset;
    private final BarKind kind;
    private final long from;
    private final long to;

    /** Of the trades in {@code [from, to)}, or such bars themselves. */
    public KindBars(Lake lake, Dataset dataset, BarKind kind, long from, long to) {
        if (dataset.kind() != Kind.Events.TRADES && !(dataset.kind() instanceof Kind.NamedBars)) {
            throw new IllegalArgumentException(dataset + " holds neither trades nor such bars");
        }
        this.lake = lake;
        this.dataset = dataset;
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /** Of an instrument whose steps the lake knows, unless given: what it was told, else the decimals of its prices. */
    public MarketData read(long id, InstrumentSteps given) {
        try (DatasetReader reader = lake.read(dataset, from, to)) {
            InstrumentSteps told = LakeBars.told(lake, dataset, to);
            Decimal own = Decimal.of(1, reader.scales().price()).normalized();
            Decimal tick = LakeBars.first(given.tick(), told.tick(), own);
            Decimal lot = LakeBars.first(given.lot(), told.lot(), lot(reader, tick));
            Instrument instrument = Instrument.of(id, LakeBars.VENUE, dataset.symbol(), tick, lot, Decimal.ONE);
            return made(reader, instrument);
        } catch (IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    /** Of a known instrument: its tick counts, whatever the lake says. */
    public MarketData read(Instrument instrument) {
        try (DatasetReader reader = lake.read(dataset, from, to)) {
            return made(reader, instrument);
        } catch (IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    /** The same market in bars of that kind, made of its candles. */
    public static MarketData of(MarketData candles, BarKind kind) {
        Instrument instrument = candles.instrument();
        Path place = Path.of(instrument.symbol().toString().replace('/', '-') + " of "
                + candles.bars().kind());
        BarsOfCandles maker;
        try {
            maker = new BarsOfCandles(kind, instrument);
            maker.take(candles.bars(), 0, candles.bars().size());
        } catch (IllegalArgumentException e) {
            throw DataException.in(place, DataFault.KIND_UNFIT, String.valueOf(e.getMessage()));
        }
        return data(place, instrument, maker.bars(), candles.rows(), candles.missingRows(), candles.roundedCells());
    }

    private DataException unusable(IllegalArgumentException e) {
        return DataException.in(
                LakeBars.place(lake, dataset), DataFault.STEPS_UNUSABLE, String.valueOf(e.getMessage()));
    }

    private Decimal lot(DatasetReader reader, Decimal tick) {
        if (dataset.symbol().settlesInBase()) {
            return LakeBars.INVERSE_LOT;
        }
        Rows rows = new Rows(dataset.kind());
        boolean any = reader.next(rows);
        reader.rewind();
        if (!any) {
            throw DataException.in(LakeBars.place(lake, dataset), DataFault.BARS_MISSING, "holds nothing in that time");
        }
        double price = rows.numbers(dataset.kind() instanceof Kind.Events ? "price" : "traded_open")[0];
        long scaled = Math.round(price * Exact.powerOfTen(reader.scales().price()));
        return CsvPrices.lot(
                new TickConverter(tick).ticks(scaled, reader.scales().price()), tick);
    }

    private MarketData made(DatasetReader reader, Instrument instrument) {
        if (dataset.kind() instanceof Kind.NamedBars) {
            Bars kept = new KindDataset(lake, dataset, kind).read(instrument, from, to);
            return data(LakeBars.place(lake, dataset), instrument, kept, kept.size(), 0, 0);
        }
        BarsOfTrades maker =
                new BarsOfTrades(kind, counted(instrument, reader.scales().quantity()));
        TradeSteps steps = new TradeSteps(reader, new TickConverter(instrument.tick()));
        Rows rows = new Rows(dataset.kind());
        long trades = 0;
        while (reader.next(rows)) {
            steps.of(rows);
            maker.take(rows.times(), steps.ticks(), steps.lots(), 0, rows.size());
            trades += rows.size();
        }
        return data(LakeBars.place(lake, dataset), instrument, maker.bars(), trades, 0, steps.rounded());
    }

    /** The same instrument, whose lot is the last decimal of the lake's quantities. */
    private static Instrument counted(Instrument i, int quantityScale) {
        return new Instrument(
                i.id(),
                i.venue(),
                i.symbol(),
                i.kind(),
                i.tick(),
                Decimal.of(1, quantityScale),
                i.contract(),
                i.minimums(),
                i.settlement());
    }

    private static MarketData data(
            Path place, Instrument instrument, Bars bars, long rows, long missingRows, long rounded) {
        if (bars.isEmpty()) {
            throw DataException.in(place, DataFault.BARS_MISSING, "makes no complete bar");
        }
        return new MarketData(instrument, bars, rows, 0, missingRows, rounded, 0, DataHash.of(instrument, bars));
    }
}
