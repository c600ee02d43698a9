package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.TimeBars;
import java.nio.file.Path;

/**
 * Reads a CSV file of bars into {@link MarketData}. What is wrong with a file is a {@link DataException}; what had to be done to it
 * is counted.
 */
public final class CsvBars {
    private static final String VENUE = "backtest";
    private static final Decimal INVERSE_LOT = Decimal.of(1, 1);

    private CsvBars() {}

    /** Bars of a symbol whose steps are found in the file unless given. Instruments of one run need different ids. */
    public static MarketData read(Path file, long id, Symbol symbol, Timeframe timeframe, InstrumentSteps steps) {
        var columns = CsvRows.read(file);
        var prices = new CsvPrices(file, columns);
        var ownTick = prices.tick();
        var tick = steps.tick().signum() > 0 ? steps.tick().normalized() : ownTick;
        var converter = new TickConverter(tick);
        var ticks = convert(prices, ownTick, tick, converter);
        var lot = steps.lot().signum() > 0 ? steps.lot() : lot(symbol, ticks[CsvHeader.CLOSE][0], tick);
        var instrument = instrument(file, id, symbol, tick, lot);
        return data(file, columns, ticks, instrument, timeframe, converter.rounded());
    }

    /** The largest 10^-k, k >= 0, worth at most 0.1 of the quote currency; an inverse contract is counted in that currency itself. */
    private static Decimal lot(Symbol symbol, long ticks, Decimal tick) {
        boolean inverse = symbol.settlesInBase() && !(symbol.terms() instanceof Symbol.Option);
        return inverse ? INVERSE_LOT : CsvPrices.lot(ticks, tick);
    }

    private static Instrument instrument(Path file, long id, Symbol symbol, Decimal tick, Decimal lot) {
        try {
            return Instrument.of(id, VENUE, symbol, tick, lot, Decimal.ONE);
        } catch (IllegalArgumentException e) {
            throw DataException.in(file, DataFault.STEPS_UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Bars of a known instrument: its tick counts, whatever the file shows. */
    public static MarketData read(Path file, Instrument instrument, Timeframe timeframe) {
        var columns = CsvRows.read(file);
        var prices = new CsvPrices(file, columns);
        var converter = new TickConverter(instrument.tick());
        var ticks = convert(prices, prices.tick(), instrument.tick(), converter);
        return data(file, columns, ticks, instrument, timeframe, converter.rounded());
    }

    private static long[][] convert(CsvPrices prices, Decimal ownTick, Decimal tick, TickConverter converter) {
        if (tick.equals(ownTick)) {
            var ticks = prices.ticks(tick, converter);
            prices.requireOrder(ticks, tick);
            return ticks;
        }
        prices.requireOrder(prices.ticks(ownTick, new TickConverter(ownTick)), ownTick);
        return prices.ticks(tick, converter);
    }

    private static MarketData data(
            Path file, CsvColumns columns, long[][] ticks, Instrument instrument, Timeframe timeframe, long rounded) {
        var spacing = new RowGrid(file, columns).spacing(timeframe);
        var rows = bars(spacing, columns, ticks);
        long missingRows = RowGrid.missing(columns.times, columns.size, spacing.nanos());
        if (spacing.equals(timeframe)) {
            return new MarketData(
                    instrument,
                    rows,
                    columns.size,
                    missingRows,
                    missingRows,
                    rounded,
                    0,
                    DataHash.of(instrument, rows));
        }
        var bars = new Bars(timeframe, (int) (rows.size() / (timeframe.nanos() / spacing.nanos())) + 1);
        var fold = new TimeBars(spacing, timeframe);
        fold.take(rows, 0, rows.size(), bars);
        fold.end(bars);
        if (bars.isEmpty()) {
            throw DataException.in(file, DataFault.BARS_MISSING, "holds no complete bar of " + timeframe);
        }
        return new MarketData(
                instrument,
                bars,
                columns.size,
                RowGrid.missing(bars.openTimes(), bars.size(), timeframe.nanos()),
                missingRows + missingAtEnd(rows, bars),
                rounded,
                fold.dropped(),
                DataHash.of(instrument, bars));
    }

    /** Rows that the last bar lacks: it is kept like any other with missing rows. */
    private static long missingAtEnd(Bars rows, Bars bars) {
        long spacing = rows.timeframe().nanos();
        long rowsEnd = rows.openTime(rows.size() - 1) + spacing;
        long barsEnd = bars.openTime(bars.size() - 1) + bars.timeframe().nanos();
        return (barsEnd - rowsEnd) / spacing;
    }

    static Bars bars(Timeframe timeframe, CsvColumns columns, long[][] ticks) {
        return new Bars(
                timeframe,
                columns.times,
                ticks[CsvHeader.OPEN],
                ticks[CsvHeader.HIGH],
                ticks[CsvHeader.LOW],
                ticks[CsvHeader.CLOSE],
                columns.volumes,
                columns.size);
    }
}
