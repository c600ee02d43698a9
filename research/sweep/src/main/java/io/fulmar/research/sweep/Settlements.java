package io.fulmar.research.sweep;

import io.fulmar.domain.Exact;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Worth;
import io.fulmar.market.Bars;
import io.fulmar.research.backtest.VenueTerms;
import io.fulmar.simulation.exchange.ContractTerms;
import io.fulmar.simulation.exchange.FundingSchedule;
import java.util.List;

/** When funding is settled, as bars: each before the bar that closes later, for what is held then. */
final class Settlements {
    /** Before which bar; rising. */
    final int[] bars;

    private final long[] marks;
    private final Rate[] rates;
    private final Worth worth;

    Settlements(VenueTerms terms, long instrument, Worth worth, Bars all) {
        List<FundingSchedule.Settlement> due = terms.contracts().stream()
                .filter(contract -> contract.instrument() == instrument)
                .findFirst()
                .map(ContractTerms::funding)
                .orElse(FundingSchedule.NONE)
                .settlements();
        this.worth = worth;
        this.bars = new int[due.size()];
        this.marks = new long[due.size()];
        this.rates = new Rate[due.size()];
        for (int i = 0; i < bars.length; i++) {
            FundingSchedule.Settlement one = due.get(i);
            bars[i] = all.closingAfter(one.timeNanos(), 0);
            marks[i] = one.markTicks() == 0 && bars[i] > 0 ? all.closes()[bars[i] - 1] : one.markTicks();
            rates[i] = one.rate();
        }
    }

    /** What comes to us: like a fee, what is paid is rounded up, what is received down. */
    long amount(int index, long lots) {
        Rate rate = rates[index];
        Rate pays = lots > 0 ? rate : new Rate(-rate.numerator(), rate.denominator());
        return -Exact.fee(worth.notional(Math.abs(lots), marks[index]), pays);
    }
}
