package io.fulmar.research.backtest;

import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Symbol;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Flow;
import io.fulmar.market.Sequence;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads files of trades, quotes and levels into a {@link MarketFlow}; docs/flow-files.md is their contract. Nothing is rounded and nothing is
 * mended: what does not fit is an error, what is missing is told.
 */
public final class FlowFiles {
    private static final String VENUE = "backtest";

    /** Which files there are of one instrument. */
    public record Files(Optional<Path> levels, Optional<Path> quotes, Optional<Path> trades) {
        public Files {
            if (levels.isPresent() ? quotes.isPresent() || trades.isPresent() : quotes.isEmpty() && trades.isEmpty()) {
                throw new IllegalArgumentException("either levels, or quotes with trades, or trades alone");
            }
        }

        private Path first() {
            return levels.or(() -> quotes).or(() -> trades).orElseThrow();
        }
    }

    private final Path file;
    private final FlowRows rows;
    private final Instrument instrument;
    private final Flow out;
    private final Sequence sequence = new Sequence();
    private long bid;
    private long ask;

    private FlowFiles(Path file, FlowRows rows, Instrument instrument, Flow out) {
        this.file = file;
        this.rows = rows;
        this.instrument = instrument;
        this.out = out;
    }

    /** Instruments whose steps are found in the files unless given: a power of ten that every price is a multiple of. */
    public static MarketFlow read(Files files, Symbol symbol, Timeframe timeframe, InstrumentSteps steps) {
        Sorted sorted = rows(files);
        Decimal tick = steps.tick().signum() > 0
                ? steps.tick()
                : Decimal.of(1, Math.max(sorted.main.priceDecimals, sorted.trades.priceDecimals));
        Decimal lot = steps.lot().signum() > 0
                ? steps.lot()
                : Decimal.of(1, Math.max(sorted.main.quantityDecimals, sorted.trades.quantityDecimals));
        Instrument instrument;
        try {
            instrument = Instrument.of(1, VENUE, symbol, tick, lot, Decimal.ONE);
        } catch (IllegalArgumentException e) {
            throw DataException.in(files.first(), DataFault.STEPS_UNUSABLE, String.valueOf(e.getMessage()));
        }
        return market(files, sorted, instrument, timeframe);
    }

    /** Files of a known instrument. */
    public static MarketFlow read(Files files, Instrument instrument, Timeframe timeframe) {
        return market(files, rows(files), instrument, timeframe);
    }

    private record Sorted(FlowRows main, FlowRows trades) {}

    private static Sorted rows(Files files) {
        FlowRows trades = files.trades().map(FlowCsv::trades).orElseGet(FlowRows::new);
        FlowRows main = files.levels()
                .map(FlowCsv::levels)
                .or(() -> files.quotes().map(FlowCsv::quotes))
                .orElseGet(FlowRows::new);
        return new Sorted(main, trades);
    }

    private static MarketFlow market(Files files, Sorted sorted, Instrument instrument, Timeframe timeframe) {
        int size = Math.addExact(sorted.main.size, sorted.trades.size);
        Flow flow;
        if (files.levels().isPresent()) {
            flow = new Flow(Flow.Depth.BOOK, size + 16);
            new FlowFiles(files.first(), sorted.main, instrument, flow).levels();
        } else {
            flow = new Flow(files.quotes().isPresent() ? Flow.Depth.QUOTES : Flow.Depth.TRADES, 2 * size);
            merge(files, sorted, instrument, flow);
        }
        MarketFlow market = MarketFlow.of(instrument, flow, timeframe, size);
        if (market.data().bars().isEmpty()) {
            throw DataException.in(files.first(), DataFault.TRADES_MISSING, "holds no trade");
        }
        return market;
    }

    /** Quotes and trades by the time at which we heard of them; of one moment the quotes first. */
    private static void merge(Files files, Sorted sorted, Instrument instrument, Flow flow) {
        FlowRows main = sorted.main;
        FlowRows other = sorted.trades;
        FlowFiles quotes = new FlowFiles(files.first(), main, instrument, flow);
        FlowFiles trades = new FlowFiles(files.trades().orElseGet(files::first), other, instrument, flow);
        int q = 0;
        int t = 0;
        while (q < main.size || t < other.size) {
            boolean quoteFirst = t >= other.size
                    || (q < main.size && main.received[q] <= other.received[t] && main.times[q] <= other.times[t]);
            if (quoteFirst) {
                quotes.quote(q);
                q += 2;
            } else {
                trades.append(t, other.kind(t) | Flow.LAST, trades.ticks(t), trades.lots(t));
                t++;
            }
        }
    }

    private void quote(int row) {
        gap(row);
        bid = side(row, Flow.BID, bid);
        ask = side(row + 1, Flow.ASK, ask);
        out.endMessage();
    }

    private long side(int row, int kind, long before) {
        long ticks = ticks(row);
        if (before != 0 && before != ticks) {
            append(row, kind, before, 0);
        }
        append(row, kind, ticks, lots(row));
        return ticks;
    }

    // ---- levels ----

    private void levels() {
        if (!anySnapshot()) {
            throw DataException.in(file, DataFault.SNAPSHOT_MISSING, "holds no snapshot of the book");
        }
        for (int row = 0; row < rows.size; row++) {
            boolean begins = row == 0 || !sameMessage(row - 1, row);
            if (begins && row > 0) {
                out.endMessage();
            }
            if (begins && rows.snapshot(row)) {
                sequence.startAt(rows.sequences[row]);
                append(row, Flow.CLEAR, 0, 0);
            } else if (begins) {
                gap(row);
            }
            append(row, rows.kind(row), ticks(row), lots(row));
        }
        out.endMessage();
    }

    private boolean anySnapshot() {
        for (int row = 0; row < rows.size; row++) {
            if (rows.snapshot(row)) {
                return true;
            }
        }
        return false;
    }

    /** Rows of one number, or of one snapshot; else every row speaks for itself. */
    private boolean sameMessage(int one, int next) {
        if (rows.snapshot(one) || rows.snapshot(next)) {
            return rows.snapshot(one) && rows.snapshot(next) && rows.sequences[one] == rows.sequences[next];
        }
        return rows.numbered && rows.sequences[one] == rows.sequences[next];
    }

    private void gap(int row) {
        if (rows.numbered && sequence.take(rows.sequences[row] - 1, rows.sequences[row]) == Sequence.Verdict.GAP) {
            append(row, Flow.GAP, 0, 0);
        }
    }

    private void append(int row, int kind, long ticks, long lots) {
        out.append(rows.times[row], rows.received[row], kind, ticks, lots);
    }

    // ---- steps ----

    private long ticks(int row) {
        return steps("price", row, rows.prices[row], rows.priceScales[row], instrument.tick());
    }

    private long lots(int row) {
        return steps("quantity", row, rows.quantities[row], rows.quantityScales[row], instrument.lot());
    }

    /** How many steps a decimal is, exactly. */
    private long steps(String what, int row, long mantissa, int scale, Decimal step) {
        try {
            int more = step.scale() - scale;
            long numerator = more >= 0 ? Math.multiplyExact(mantissa, CsvNumber.power(more)) : mantissa;
            long divisor = more >= 0 ? step.mantissa() : Math.multiplyExact(step.mantissa(), CsvNumber.power(-more));
            if (numerator % divisor == 0) {
                return numerator / divisor;
            }
        } catch (ArithmeticException e) {
            throw misfit(what, row, mantissa, scale, step);
        }
        throw misfit(what, row, mantissa, scale, step);
    }

    private DataException misfit(String what, int row, long mantissa, int scale, Decimal step) {
        return DataException.at(
                file,
                rows.lines[row],
                DataFault.STEP_MISFIT,
                "the " + what + " " + Decimal.of(mantissa, scale) + " is no multiple of " + step);
    }
}
