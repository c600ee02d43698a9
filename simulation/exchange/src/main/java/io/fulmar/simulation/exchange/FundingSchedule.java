package io.fulmar.simulation.exchange;

import io.fulmar.domain.Rate;
import java.util.List;

/** When a perpetual's funding is settled and at which rate, oldest first. */
public final class FundingSchedule {
    public static final FundingSchedule NONE = new FundingSchedule(List.of());

    /**
     * One settlement: longs pay shorts that share of their notional, or receive it where the rate is below zero.
     *
     * @param markTicks the price the notional is reckoned at; 0 takes the last close before
     */
    public record Settlement(long timeNanos, Rate rate, long markTicks) {
        public Settlement {
            if (markTicks < 0) {
                throw new IllegalArgumentException("a mark of " + markTicks + " ticks: it must be above zero");
            }
        }
    }

    private final List<Settlement> settlements;

    public FundingSchedule(List<Settlement> settlements) {
        this.settlements = List.copyOf(settlements);
        for (int i = 1; i < settlements.size(); i++) {
            if (settlements.get(i).timeNanos <= settlements.get(i - 1).timeNanos) {
                throw new IllegalArgumentException("funding goes back in time at " + settlements.get(i));
            }
        }
    }

    public List<Settlement> settlements() {
        return settlements;
    }
}
