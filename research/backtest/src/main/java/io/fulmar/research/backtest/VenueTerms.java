package io.fulmar.research.backtest;

import io.fulmar.domain.MarginMode;
import io.fulmar.domain.RunEvent;
import io.fulmar.engine.DeskSettings;
import io.fulmar.simulation.exchange.AccountTerms;
import io.fulmar.simulation.exchange.ContractTerms;
import java.util.List;

/**
 * How the account of a backtest is kept at its venue.
 *
 * @param hedge positions are kept by side
 * @param contracts what the venue asks of each contract; those that are missing ask nothing
 * @param words the terms for the journal; a run under other terms is another run
 */
public record VenueTerms(MarginMode margin, boolean hedge, List<ContractTerms> contracts, String words) {
    /** No margin, no funding, no expiry, one position at a time. */
    public static final VenueTerms PLAIN = new VenueTerms(MarginMode.NONE, false, List.of(), "");

    public VenueTerms {
        contracts = List.copyOf(contracts);
    }

    RunEvent.TermsAgreed agreed() {
        return equals(PLAIN) ? DeskSettings.PLAIN : new RunEvent.TermsAgreed(margin, hedge, words);
    }

    AccountTerms account(long cash, long leveragePpm) {
        return new AccountTerms(margin, cash, leveragePpm, hedge, contracts);
    }
}
