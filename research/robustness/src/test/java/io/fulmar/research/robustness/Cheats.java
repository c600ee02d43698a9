package io.fulmar.research.robustness;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

/** Strategies that cheat, each in its own way, and one that does not. */
final class Cheats {
    record None() {}

    private Cheats() {}

    /** Looks only back. */
    public static final class Honest extends Strategy<None> {
        private final Series fast = sma(5);
        private final Series slow = sma(20);

        @Override
        public void onBar(Bar bar) {
            if (flat() && fast.crossesAbove(slow))
                buy(equityPercent(50)).stop(percent(0.5)).target(percent(1));
            else if (holding() && fast.crossesBelow(slow)) exit("below");
        }
    }

    /** Writes prices down in a first run and knows them in the second. */
    public static final class Rememberer extends Strategy<None> {
        static final List<Double> SEEN = new ArrayList<>();
        private int bar;

        @Override
        public void onBar(Bar now) {
            if (SEEN.size() == bar) SEEN.add(now.close());
            boolean rises = bar + 3 < SEEN.size() && SEEN.get(bar + 3) > now.close();
            bar++;
            if (flat() && (rises || bar % 40 == 0)) buy(equityPercent(50));
            else if (holding() && bar % 7 == 0) exit("week over");
        }
    }

    /** Has the market's prices in an array, as from a file of its own, and decides by the next close. */
    public static final class Clairvoyant extends Strategy<None> {
        static long[] closes = new long[0];
        private int bar;

        @Override
        public void onBar(Bar now) {
            int next = bar + 1;
            boolean rises = next < closes.length && closes[next] > closes[bar] + 5;
            boolean falls = next < closes.length && closes[next] < closes[bar] - 5;
            bar++;
            if (flat() && rises) buy(equityPercent(50));
            else if (flat() && falls) sell(equityPercent(50));
            else if (holding()) exit("seen");
        }
    }

    /** Mixes what it is shown with what it knows already. */
    public static final class HalfClairvoyant extends Strategy<None> {
        private final Series mean = sma(10);
        private int bar = 9;

        @Override
        public void onBar(Bar now) {
            long[] closes = Clairvoyant.closes;
            boolean rises = bar + 10 < closes.length && closes[bar + 10] > closes[bar];
            bar++;
            if (flat() && now.close() > mean.now() && rises) buy(equityPercent(50));
            else if (holding() && bar % 10 == 0) exit("later");
        }
    }
}
