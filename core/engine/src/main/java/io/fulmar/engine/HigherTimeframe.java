package io.fulmar.engine;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import io.fulmar.market.TimeBars;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.StrategyException;
import io.fulmar.strategy.Value;

/**
 * The same market in longer bars, made of the shorter ones as those come, with series of its own. At each shorter bar a series has the
 * value of the last longer bar that has closed by then; the one forming is never seen.
 */
final class HigherTimeframe {
    private static final int CAPACITY = 64;

    private final ColumnGraph shorter;
    private final ColumnGraph longer;

    /** How many longer bars of the block at hand have closed by each shorter bar. */
    private final int[] closed = new int[Frame.BLOCK];

    HigherTimeframe(ColumnGraph shorter, Instrument instrument, Timeframe timeframe) {
        this.shorter = shorter;
        Timeframe own = shorter.bars().timeframe();
        if (!shorter.bars().onGrid()) {
            throw new StrategyException("on(" + timeframe + ") over bars of "
                    + shorter.bars().kind() + ": longer bars are made of bars of a timeframe");
        }
        if (!own.divides(timeframe)) {
            throw new StrategyException("on(" + timeframe + ") over bars of " + own + ": longer bars are made of whole "
                    + "shorter ones, so it must be a multiple of " + own);
        }
        Bars bars = new Bars(timeframe, CAPACITY);
        TimeBars fold = new TimeBars(own, timeframe);
        this.longer = new ColumnGraph(instrument, bars, new Frame());
        longer.neighbours().are(shorter.neighbours());
        shorter.add((in, from, size) -> {
            int before = bars.size();
            for (int i = 0; i < size; i++) {
                fold.take(in, from + i, from + i + 1, bars);
                closed[i] = bars.size() - before;
            }
            if (bars.size() > before) {
                longer.advance(before, bars.size());
            }
        });
    }

    Column column(Value value) {
        Column of = longer.column(value);
        double[] values = carried(of.values());
        return of.ticks().length == 0 ? Column.of(values) : Column.inTicks(values, carried(of.ticks()));
    }

    /** A column of the longer bars, each value standing until the next bar closes. */
    private double[] carried(double[] in) {
        double[] out = shorter.buffer();
        shorter.add((bars, from, size) -> {
            double last = out[Frame.HISTORY - 1];
            for (int i = 0; i < size; i++) {
                if (closed[i] > 0) {
                    last = in[Frame.HISTORY + closed[i] - 1];
                }
                out[Frame.HISTORY + i] = last;
            }
        });
        return out;
    }
}
