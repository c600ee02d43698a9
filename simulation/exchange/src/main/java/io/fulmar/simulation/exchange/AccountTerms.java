package io.fulmar.simulation.exchange;

import io.fulmar.domain.MarginMode;
import java.util.List;

/**
 * How an account is kept at the simulated venue.
 *
 * @param cash in money units, at the start
 * @param leveragePpm what part of its notional is set aside for a new position, in parts per million
 * @param hedge positions are kept by side: a long and a short may stand at once
 */
public record AccountTerms(
        MarginMode margin, long cash, long leveragePpm, boolean hedge, List<ContractTerms> contracts) {
    /** One-way positions that nothing is ever asked for. */
    public static final AccountTerms PLAIN = new AccountTerms(MarginMode.NONE, 0, 1_000_000, false, List.of());

    public AccountTerms {
        contracts = List.copyOf(contracts);
    }

    /** Whether the venue keeps books of money: something besides fills may move it. */
    public boolean booked() {
        return margin != MarginMode.NONE || !contracts.isEmpty();
    }

    ContractTerms of(long instrument) {
        for (ContractTerms terms : contracts) {
            if (terms.instrument() == instrument) {
                return terms;
            }
        }
        return ContractTerms.plain(instrument);
    }
}
