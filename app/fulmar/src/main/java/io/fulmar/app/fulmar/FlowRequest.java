package io.fulmar.app.fulmar;

import io.fulmar.domain.Symbol;
import io.fulmar.research.backtest.FlowFiles;
import io.fulmar.simulation.exchange.Fills;
import io.fulmar.simulation.exchange.Impact;
import io.fulmar.simulation.exchange.Latency;
import io.fulmar.simulation.exchange.QueueModel;

/** Data that is not a CSV file of bars, and the venue's models between bars. */
record FlowRequest(Symbol symbol, From from, Latency latency, QueueModel queue, Fills fills, Impact impact) {
    /** What of a market there is. */
    enum Kind {
        BARS,
        QUOTES,
        TRADES,
        L2
    }

    /** Where it comes from. */
    sealed interface From {
        /** A market that never was, and of bars so many that go along with it. */
        record Synthetic(long seed, Kind kind, int days, int markets) implements From {}

        record Files(FlowFiles.Files files) implements From {}
    }

    boolean bars() {
        return from instanceof From.Synthetic synthetic && synthetic.kind() == Kind.BARS;
    }
}
