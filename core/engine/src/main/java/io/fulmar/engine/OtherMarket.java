package io.fulmar.engine;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.StrategyException;
import io.fulmar.strategy.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Series of another market, brought over to the bars of this one. At each bar here a series has the value of the last bar there that has
 * closed by then: what closes later is never seen, and where bars are missing there the last value stands.
 */
final class OtherMarket {
    /** A column there, the same here, and what stands until the next bar there closes. */
    private static final class Carried {
        private final double[] there;
        private final double[] here;
        private double last = Double.NaN;

        private Carried(double[] there, double[] here) {
            this.there = there;
            this.here = here;
        }
    }

    private final ColumnGraph home;
    private final Bars bars;
    private final ColumnGraph graph;
    private final List<Carried> carried = new ArrayList<>();

    /** By how many bars there each bar of the block at hand is preceded. */
    private final int[] closed = new int[Frame.BLOCK];

    private int begin;
    private int next;

    OtherMarket(ColumnGraph home, Instrument instrument, Bars bars) {
        if (!home.bars().timeframe().equals(bars.timeframe())) {
            throw new StrategyException(instrument.symbol() + " has bars of "
                    + bars.kind() + " and is asked for beside bars of "
                    + home.bars().kind()
                    + ": they must be of one length; for longer bars of another market say the "
                    + "market last, as in ema(50).on(hours(4)).on(\"" + instrument.symbol() + "\")");
        }
        this.home = home;
        this.bars = bars;
        this.graph = new ColumnGraph(instrument, bars, new Frame());
        graph.neighbours().are(home.neighbours());
        home.add(this::run);
    }

    Column column(Value value) {
        Column of = graph.column(value);
        double[] values = carry(of.values());
        return of.ticks().length == 0 ? Column.of(values) : Column.inTicks(values, carry(of.ticks()));
    }

    private double[] carry(double[] there) {
        double[] here = home.buffer();
        carried.add(new Carried(there, here));
        return here;
    }

    /** There may be any number of bars there to one here: they are taken a block at a time too. */
    private void run(Bars own, int from, int size) {
        int written = 0;
        for (int i = 0; i < size; i++) {
            long close = own.closeTime(from + i);
            while (next < bars.size() && bars.closeTime(next) <= close) {
                next++;
                if (next - begin == Frame.BLOCK) {
                    take(written, i);
                    written = i;
                }
            }
            closed[i] = next;
        }
        take(written, size);
    }

    /** The bars there from {@code begin} to {@code next}, as the bars here from {@code first} to {@code end} see them. */
    private void take(int first, int end) {
        if (next > begin) {
            graph.advance(begin, next);
        }
        for (Carried line : carried) {
            for (int i = first; i < end; i++) {
                line.here[Frame.HISTORY + i] =
                        closed[i] > begin ? line.there[Frame.HISTORY + closed[i] - 1 - begin] : line.last;
            }
            if (next > begin) {
                line.last = line.there[Frame.HISTORY + next - 1 - begin];
            }
        }
        begin = next;
    }
}
