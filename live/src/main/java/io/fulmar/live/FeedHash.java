package io.fulmar.live;

import io.fulmar.domain.MarketDataEvent;
import io.fulmar.market.MarketListener;

/** One number for all that was told and its order: two replays with the same hash told the same, event for event. */
public final class FeedHash implements MarketListener {
    private static final long[] FACTORS = {
        0x9E3779B97F4A7C15L,
        0xC2B2AE3D27D4EB4FL,
        0x165667B19E3779F9L,
        0xD6E8FEB86659FD93L,
        0xA0761D6478BD642FL,
        0xE7037ED1A0B428DBL,
    };
    private static final long MIX = 0x8EBC6AF09C88C6E3L;

    private long hash = 0x5851F42D4C957F2DL;

    public long hash() {
        return hash;
    }

    private void add(int what, int market, long a, long b, long c, long d, long e) {
        long words = (what + 8L * market + 1) * FACTORS[0]
                ^ Long.rotateLeft(a * FACTORS[1], 29)
                ^ Long.rotateLeft(b * FACTORS[2], 31)
                ^ Long.rotateLeft(c * FACTORS[3], 37)
                ^ Long.rotateLeft(d * FACTORS[4], 41)
                ^ Long.rotateLeft(e * FACTORS[5], 43);
        hash = Long.rotateLeft((hash ^ words) * MIX, 27);
    }

    @Override
    public void trade(int market, long venueTime, long heard, int side, long ticks, long lots, long id) {
        add(0, market, venueTime, heard, ticks, lots, 4 * id + side);
    }

    @Override
    public void quote(int market, long venueTime, long heard, long bid, long bidLots, long ask, long askLots) {
        add(1, market, heard, bid, bidLots, ask, askLots);
        add(1, market, venueTime, 0, 0, 0, 0);
    }

    @Override
    public void book(int market, long venueTime, long heard, int kind, long ticks, long lots, long sequence) {
        add(2, market, venueTime, heard, ticks, lots, 64 * sequence + kind);
    }

    @Override
    public void mark(int market, long heard, long ticks, long index) {
        add(3, market, heard, ticks, index, 0, 0);
    }

    @Override
    public void funding(int market, long heard, long rate, long ticks) {
        add(4, market, heard, rate, ticks, 0, 0);
    }

    @Override
    public void bar(long heard, MarketDataEvent.BarClosed bar) {
        int market = Math.toIntExact(bar.instrument());
        add(5, market, heard, bar.openTime(), bar.open(), bar.high(), bar.low());
        add(
                5,
                market,
                bar.close(),
                Double.doubleToRawLongBits(bar.volume()),
                bar.timeframe().nanos(),
                0,
                0);
    }
}
