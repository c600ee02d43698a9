package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.market.Bars;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of bars row by row, for whoever wants columns and no backtest: the times as the file writes them, and the bars at the
 * file's own tick and spacing, neither aggregated nor held to boundaries.
 *
 * @param times one for each bar, without quotes and spaces around them
 */
public record CsvTable(List<String> times, Bars bars, Decimal tick) {
    public CsvTable {
        times = List.copyOf(times);
    }

    public static CsvTable read(Path file) {
        var columns = CsvRows.readKeepingTimes(file);
        var prices = new CsvPrices(file, columns);
        var tick = prices.tick();
        var ticks = prices.ticks(tick, new TickConverter(tick));
        prices.requireOrder(ticks, tick);
        var spacing = new RowGrid(file, columns).ownTimeframe();
        return new CsvTable(columns.timeTexts, CsvBars.bars(spacing, columns, ticks), tick);
    }
}
