package io.fulmar.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What a venue wants to see behind a position so that it lets it stand: a rate that grows with the notional, each tier on the part of the
 * notional that lies in it, as income tax does. Venues print it as rate and deduction ("maintenance amount", "cum"), which is the same.
 *
 * @param tiers from the notional of zero on, without a hole
 * @param unbounded the notional from which on no position is allowed; {@link Long#MAX_VALUE} for none
 */
public record MarginTiers(List<Tier> tiers, long unbounded) {
    /** Nothing is ever asked. */
    public static final MarginTiers NONE = new MarginTiers(List.of(new Tier(0, Rate.ZERO, 0, 0)), Long.MAX_VALUE);

    private static final long WHOLE = 1_000_000;

    /**
     * One step of the table.
     *
     * @param from the notional, in money units, from which it holds
     * @param rate of the whole notional, before the deduction
     * @param deduction what the lower tiers ask less, in money units
     * @param leveragePpm the most that may be used, in parts per million; 0 for no limit
     */
    public record Tier(long from, Rate rate, long deduction, long leveragePpm) {}

    public MarginTiers {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().from() != 0) {
            throw new IllegalArgumentException("the first tier begins at a notional of 0");
        }
    }

    /** A table whose deductions follow from its rates, so that the margin never jumps between tiers. */
    public static MarginTiers of(List<Tier> wanted, long unbounded) {
        List<Tier> tiers = new ArrayList<>();
        for (Tier tier : wanted) {
            long deduction = tiers.isEmpty() ? 0 : deduction(tiers.getLast(), tier);
            tiers.add(new Tier(tier.from(), tier.rate(), deduction, tier.leveragePpm()));
        }
        return new MarginTiers(tiers, unbounded);
    }

    /** One rate for every size. */
    public static MarginTiers flat(Rate rate) {
        return new MarginTiers(List.of(new Tier(0, rate, 0, 0)), Long.MAX_VALUE);
    }

    /** {@code from x (rate - rate before) + deduction before}, rounded down: a deduction never favours the account. */
    private static long deduction(Tier before, Tier tier) {
        if (tier.from() <= before.from()) {
            throw new IllegalArgumentException("tiers rise: " + tier.from() + " does not come after " + before.from());
        }
        long more = Exact.mulDivFloor(
                tier.from(), tier.rate().numerator(), tier.rate().denominator());
        long less = Exact.mulDivCeil(
                tier.from(), before.rate().numerator(), before.rate().denominator());
        if (more < less) {
            throw new IllegalArgumentException("rates rise: " + tier.rate() + " is below " + before.rate());
        }
        return Math.addExact(before.deduction(), more - less);
    }

    /** The tier that a notional falls into. */
    public Tier tier(long notional) {
        Tier found = tiers.getFirst();
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from() <= notional) {
                found = tiers.get(i);
            }
        }
        return found;
    }

    /** What must be left of the margin behind a position of that notional; rounded up, against the account. */
    public long maintenance(long notional) {
        Tier tier = tier(notional);
        return Exact.mulDivCeil(notional, tier.rate().numerator(), tier.rate().denominator()) - tier.deduction();
    }

    /** What is set aside when a position of that notional is opened; rounded up, against the account. */
    public static long initial(long notional, long leveragePpm) {
        return Exact.mulDivCeil(notional, WHOLE, leveragePpm);
    }

    /** The most leverage a position of that notional may have, in parts per million. */
    public long leverageMax(long notional) {
        if (notional >= unbounded) {
            return 0;
        }
        long most = tier(notional).leveragePpm();
        return most == 0 ? Long.MAX_VALUE : most;
    }
}
