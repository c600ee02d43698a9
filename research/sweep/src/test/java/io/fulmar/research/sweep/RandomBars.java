package io.fulmar.research.sweep;

import io.fulmar.domain.Timeframe;
import io.fulmar.market.Bars;
import java.util.SplittableRandom;

/** Bars made to hurt: gaps in price and in time, long stretches of one price, prices of a few ticks, wild ones. */
final class RandomBars {
    static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_704_067_200_000_000_000L;

    private RandomBars() {}

    static Bars bars(SplittableRandom random, int count) {
        Bars bars = new Bars(new Timeframe(MINUTE), Math.max(1, count));
        long last = random.nextInt(4) == 0 ? random.nextInt(2, 40) : 10_000;
        int step = last < 100 ? 3 : random.nextInt(1, 160);
        boolean hours = random.nextInt(6) == 0;
        long time = START + random.nextInt(1000) * MINUTE;
        for (int i = 0; i < count; i++) {
            int mood = random.nextInt(40);
            boolean still = mood < 8;
            long open = Math.max(1, last + (mood > 35 ? random.nextInt(-4 * step, 4 * step + 1) : 0));
            long close = Math.max(1, open + (still ? 0 : random.nextInt(-step, step + 1)));
            long high = Math.max(open, close) + (still ? 0 : random.nextInt(step));
            long low = Math.max(1, Math.min(open, close) - (still ? 0 : random.nextInt(step)));
            bars.append(time, open, high, low, close, random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(100));
            time += MINUTE * (random.nextInt(50) == 0 ? random.nextInt(1, hours ? 400 : 5) : 1);
            last = close;
        }
        return bars;
    }

    /** Another market's, over the same time: some of its bars are missing, and at times some stand where these have none. */
    static Bars beside(SplittableRandom random, Bars bars) {
        Bars others = new Bars(bars.timeframe(), Math.max(1, bars.size()));
        long price = 500;
        boolean own = random.nextInt(3) == 0;
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.openTime(i);
            boolean gap = i > 0 && time - bars.openTime(i - 1) > MINUTE;
            for (long at = gap && own ? time - MINUTE : time; at <= time; at += MINUTE) {
                price = Math.max(10, price + random.nextInt(-9, 10));
                if (i < 3 || random.nextInt(8) > 0) {
                    others.append(at, price, price + 1 + random.nextInt(5), price - random.nextInt(5), price + 1, 1);
                }
            }
        }
        return others;
    }
}
