package io.fulmar.proof.benchmark;

import java.util.List;

/** Another backtester, run on the same bars: one unit long while the fast average is above the slow one, filled at the next open. */
interface PeerEngine {
    /** Name and version. */
    String name();

    /** Takes the bars in, prices as whole ticks, before anything is measured. */
    void prepare(SyntheticYears market);

    /** One whole run, from nothing but the bars; how many positions it closed. */
    int run(int fast, int slow);

    /** Every fill of the last run, in order. */
    List<BarFill> fills();

    /** Profits less losses less fees of the closed positions of the last run, in ticks. */
    double net();
}
