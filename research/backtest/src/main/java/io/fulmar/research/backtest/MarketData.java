package io.fulmar.research.backtest;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * The bars of one instrument as a run sees them, and what was done to get there.
 *
 * @param rows rows of data in the file
 * @param missingBars bars of the timeframe that are absent between the first and the last
 * @param missingRows rows absent at the file's own spacing, also those that the last bar lacks; the same unless the file is finer
 * @param roundedCells prices that were rounded to the tick
 * @param rowsDropped rows of a first bar that the file holds only in part
 * @param dataHash SHA-256 of the content, see {@link DataHash}
 */
public record MarketData(
        Instrument instrument,
        Bars bars,
        long rows,
        long missingBars,
        long missingRows,
        long roundedCells,
        long rowsDropped,
        String dataHash) {

    /** Bars that were generated: nothing is missing and nothing was done to them. */
    public static MarketData made(Instrument instrument, Bars bars) {
        return new MarketData(instrument, bars, bars.size(), 0, 0, 0, 0, DataHash.of(instrument, bars));
    }

    /** The one of a run's markets in which an instrument trades. */
    static MarketData of(List<MarketData> markets, long instrument) {
        return markets.get(place(markets, instrument));
    }

    /** Where it stands among them. */
    static int place(List<MarketData> markets, long instrument) {
        for (int i = 0; i < markets.size(); i++) {
            if (markets.get(i).instrument.id() == instrument) {
                return i;
            }
        }
        throw new IllegalStateException("the run has no instrument " + instrument);
    }

    /** Short codes with counts, in a fixed order; none for clean data. */
    public List<DataWarning> warnings() {
        var warnings = new ArrayList<DataWarning>();
        add(warnings, "PRICES_ROUNDED", roundedCells, "prices rounded to the tick " + instrument.tick());
        add(
                warnings,
                "BARS_MISSING",
                missingBars,
                "bars of " + bars.kind() + " missing between the first and the last");
        if (missingRows != missingBars) {
            add(warnings, "ROWS_MISSING", missingRows, "rows missing at the file's own spacing");
        }
        add(warnings, "ROWS_DROPPED", rowsDropped, "rows dropped with a first bar that is incomplete");
        return List.copyOf(warnings);
    }

    private static void add(List<DataWarning> warnings, String code, long count, String text) {
        if (count > 0) {
            warnings.add(new DataWarning(code, count, text));
        }
    }
}
