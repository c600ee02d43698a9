package io.fulmar.simulation.exchange;

import io.fulmar.domain.MarginTiers;
import io.fulmar.domain.Rate;
import java.util.Optional;

/**
 * What the simulated venue asks of one contract beyond its fees.
 *
 * @param liquidationFee of the notional, when the venue closes a position; empty: it keeps all that is left of the margin
 * @param expiryNanos when it is settled; {@link Long#MAX_VALUE} for never
 * @param settlementFee of the notional, at expiry
 */
public record ContractTerms(
        long instrument,
        FundingSchedule funding,
        MarginTiers tiers,
        Optional<Rate> liquidationFee,
        long expiryNanos,
        Rate settlementFee) {
    public static ContractTerms plain(long instrument) {
        return new ContractTerms(
                instrument, FundingSchedule.NONE, MarginTiers.NONE, Optional.empty(), Long.MAX_VALUE, Rate.ZERO);
    }

    public ContractTerms withFunding(FundingSchedule schedule) {
        return new ContractTerms(instrument, schedule, tiers, liquidationFee, expiryNanos, settlementFee);
    }

    public ContractTerms withTiers(MarginTiers table) {
        return new ContractTerms(instrument, funding, table, liquidationFee, expiryNanos, settlementFee);
    }

    public ContractTerms withLiquidationFee(Rate fee) {
        return new ContractTerms(instrument, funding, tiers, Optional.of(fee), expiryNanos, settlementFee);
    }

    public ContractTerms withExpiry(long nanos, Rate fee) {
        return new ContractTerms(instrument, funding, tiers, liquidationFee, nanos, fee);
    }
}
