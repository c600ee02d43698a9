package io.fulmar.simulation.exchange;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Rate;
import java.util.Arrays;
import java.util.List;

/** What fills cost: a maker's and a taker's rate for each tier of what was traded in the thirty days before, this run's own fills alone. */
public final class FeeSchedule {
    /** {@code from} is the least value traded in thirty days, in money units. */
    public record Tier(long from, Rate taker, Rate maker) {}

    private static final int DAYS = 30;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final List<Tier> tiers;
    private final long[] traded = new long[DAYS];
    private long day = Long.MIN_VALUE;
    private long sum;

    public FeeSchedule(List<Tier> tiers) {
        this.tiers = List.copyOf(tiers);
        long before = -1;
        for (Tier tier : tiers) {
            if (tier.from() <= before) {
                throw new IllegalArgumentException("fee tiers must rise, the first from 0 on");
            }
            before = tier.from();
        }
        if (tiers.isEmpty() || tiers.get(0).from() != 0) {
            throw new IllegalArgumentException("fee tiers must begin at 0");
        }
    }

    public static FeeSchedule flat(Rate taker, Rate maker) {
        return new FeeSchedule(List.of(new Tier(0, taker, maker)));
    }

    /** The fee of a fill, by the tier of the days before it. */
    long charge(long value, boolean maker, long time) {
        roll(Math.floorDiv(time, DAY_NANOS));
        Tier tier = tier();
        long fee = Exact.fee(value, maker ? tier.maker() : tier.taker());
        int today = (int) Math.floorMod(day, (long) DAYS);
        traded[today] = Math.addExact(traded[today], Math.abs(value));
        sum = Math.addExact(sum, Math.abs(value));
        return fee;
    }

    private Tier tier() {
        int at = tiers.size() - 1;
        while (tiers.get(at).from() > sum) {
            at--;
        }
        return tiers.get(at);
    }

    private void roll(long today) {
        if (day == Long.MIN_VALUE || today - day >= DAYS) {
            Arrays.fill(traded, 0);
            sum = 0;
            day = today;
        }
        while (day < today) {
            day++;
            int slot = (int) Math.floorMod(day, (long) DAYS);
            sum -= traded[slot];
            traded[slot] = 0;
        }
    }
}
