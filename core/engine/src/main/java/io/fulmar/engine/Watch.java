package io.fulmar.engine;

import io.fulmar.domain.Exact;
import io.fulmar.domain.FillEvent;
import io.fulmar.domain.Order;
import io.fulmar.domain.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what a user should know after a run beside its result: refusals, orders that ended unfilled, pages. */
public final class Watch {
    private static final int PAGES_MAX = 100;

    private final Map<Refusal, Long> refusals = new EnumMap<>(Refusal.class);
    private final List<String> pages = new ArrayList<>();
    private long pagesInAll;
    private long endedWithData;
    private long rejected;
    private long overCommitted;
    private long fills;
    private long gaps;

    void refused(Refusal refusal) {
        refusals.merge(refusal, 1L, Long::sum);
    }

    void page(String reason) {
        pagesInAll++;
        if (pages.size() < PAGES_MAX) {
            pages.add(reason);
        }
    }

    void ended(Order order, String reason) {
        if (reason.equals("the data ended")) {
            endedWithData++;
        } else if (!order.reduceOnly()) {
            rejected++;
        }
    }

    void gap() {
        gaps++;
    }

    void filled(FillEvent.Filled fill, Order order) {
        fills++;
    }

    /** After an entry's fill: the market may have opened beyond the price that sized it. */
    void committed(long equity, long leveragePpm, long committed) {
        if (Exact.percentOfFloor(Math.max(0, equity), leveragePpm) < committed) {
            overCommitted++;
        }
    }

    public Map<Refusal, Long> refusals() {
        return refusals;
    }

    /** The first hundred; {@link #pagesInAll} counts the rest too. */
    public List<String> pages() {
        return pages;
    }

    public long pagesInAll() {
        return pagesInAll;
    }

    /** Orders decided on the last bar, cancelled because nothing follows. */
    public long endedWithData() {
        return endedWithData;
    }

    /** Entries that the venue rejected, cancelled or let expire. */
    public long unfilledEntries() {
        return rejected;
    }

    /** Entries after whose fill the free balance was below zero, by the gap between decision and open. */
    public long overCommitted() {
        return overCommitted;
    }

    /** Stretches of a market that nobody knows. */
    public long gaps() {
        return gaps;
    }

    public long fills() {
        return fills;
    }
}
