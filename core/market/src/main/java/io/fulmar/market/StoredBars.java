package io.fulmar.market;

/** Puts bars of any kind together again from where they were kept: what was traded, and what is seen. */
public final class StoredBars {
    private final BarKind kind;
    private final BarColumns columns = new BarColumns(1 << 10);
    private final BarColumns.Traded traded = new BarColumns.Traded();

    public StoredBars(BarKind kind) {
        this.kind = kind;
    }

    /** A bar in which something was traded, unless it is silent: open, high, low and close. It is seen as that until {@link #seen}. */
    public void add(long openTime, long closeTime, double volume, boolean silent, long... prices) {
        traded.clear();
        traded.take(prices[0], prices[1], prices[2], prices[3]);
        if (silent) {
            traded.clear();
        }
        columns.append(openTime, closeTime, traded, volume);
    }

    /** What the bar added last is seen as. */
    public void seen(long open, long high, long low, long close) {
        columns.seen(open, high, low, close);
    }

    public Bars bars() {
        return Bars.own(kind, columns);
    }
}
