package io.fulmar.simulation.exchange;

import io.fulmar.domain.Instrument;
import io.fulmar.domain.Worth;
import java.util.List;

/** An instrument as the venue has it: its rules, where its price was last seen, and what its calendar has come to. */
final class Listing {
    final Instrument instrument;
    final Worth worth;
    final ContractTerms terms;
    private final List<FundingSchedule.Settlement> settlements;
    private int nextSettlement;

    /** The price last seen; 0 before any. */
    long last;

    boolean expired;

    Listing(Instrument instrument, ContractTerms terms) {
        this.instrument = instrument;
        this.worth = Worth.of(instrument);
        this.terms = terms;
        this.settlements = terms.funding().settlements();
    }

    static Listing of(List<Listing> listings, long instrument) {
        for (int i = 0; i < listings.size(); i++) {
            if (listings.get(i).instrument.id() == instrument) {
                return listings.get(i);
            }
        }
        throw new IllegalArgumentException("the venue does not list instrument " + instrument);
    }

    /** The next moment at which its calendar has something. */
    long nextTime() {
        if (expired) {
            return Long.MAX_VALUE;
        }
        return funding()
                ? Math.min(settlements.get(nextSettlement).timeNanos(), terms.expiryNanos())
                : terms.expiryNanos();
    }

    private boolean funding() {
        return nextSettlement < settlements.size();
    }

    /** Whether funding is due then; {@link #settlement} takes it. */
    boolean fundingDue(long time) {
        return !expired && funding() && settlements.get(nextSettlement).timeNanos() <= time;
    }

    FundingSchedule.Settlement settlement() {
        return settlements.get(nextSettlement++);
    }

    boolean expiryDue(long time) {
        return !expired && terms.expiryNanos() <= time;
    }
}
