package io.fulmar.engine;

import io.fulmar.domain.Currency;
import io.fulmar.domain.MarginMode;
import io.fulmar.domain.Rate;
import io.fulmar.domain.RunEvent;
import io.fulmar.domain.Size;
import io.fulmar.risk.RiskLimits;

/**
 * What a desk starts from.
 *
 * @param cash in money units of the currency
 * @param leveragePpm how much of equity may be committed: 1,000,000 without leverage
 * @param fee the taker's, with which sizes are reckoned
 * @param terms how the account is kept at the venue
 */
public record DeskSettings(
        Currency currency, long cash, long leveragePpm, Rate fee, RiskLimits limits, RunEvent.TermsAgreed terms) {
    /** One-way positions that nothing is asked for. */
    public static final RunEvent.TermsAgreed PLAIN = new RunEvent.TermsAgreed(MarginMode.NONE, false, "");

    public DeskSettings {
        if (cash <= 0) {
            throw new IllegalArgumentException("an account opens with cash above zero");
        }
        if (leveragePpm < Size.WHOLE / 100) {
            throw new IllegalArgumentException("leverage below 0.01");
        }
    }

    public DeskSettings(Currency currency, long cash, long leveragePpm, Rate fee, RiskLimits limits) {
        this(currency, cash, leveragePpm, fee, limits, PLAIN);
    }
}
