package io.fulmar.engine;

import io.fulmar.domain.Instrument;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Value;
import java.util.List;

/**
 * The series of one market without a desk, computed a block at a time by the very code that computes them for one: equal expressions
 * share a column, whoever reads it. Index {@link Frame#HISTORY} of a column is the first bar of the block.
 */
public final class SeriesSheet {
    final Instrument instrument;
    final Bars bars;
    final Frame frame = new Frame();
    final ColumnGraph graph;

    public SeriesSheet(Instrument instrument, Bars bars) {
        this.instrument = instrument;
        this.bars = bars;
        this.graph = new ColumnGraph(instrument, bars, frame);
    }

    /** These markets there are, this one among them: series may name the others. Said before any series is asked for. */
    public void beside(List<Tape> markets) {
        graph.neighbours().are(markets);
    }

    /** Asked for before the first block. */
    public Column column(Value value) {
        return graph.column(value);
    }

    /** Computes the block that begins with that bar; blocks follow one another from bar 0 on. Returns the first bar after it. */
    public int advance(int from) {
        int to = Math.min(bars.size(), from + Frame.BLOCK);
        graph.advance(from, to);
        return to;
    }
}
