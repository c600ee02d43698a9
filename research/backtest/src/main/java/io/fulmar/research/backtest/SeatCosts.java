package io.fulmar.research.backtest;

import io.fulmar.domain.AccountEvent;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Worth;
import io.fulmar.simulation.exchange.Executions;

/** What one seat's fills in one instrument made and cost, as they come. */
final class SeatCosts {
    private final int seat;
    private final Instrument instrument;
    private final Worth worth;
    private int fills;
    private long lots;
    private long gross;
    private long fees;
    private long spread;
    private long slippage;
    private long impact;
    private long funding;
    private long covered;

    /** {@code worth} is the instrument's own, handed in because making it takes longer than a fill. */
    SeatCosts(int seat, Instrument instrument, Worth worth) {
        this.seat = seat;
        this.instrument = instrument;
        this.worth = worth;
    }

    int seat() {
        return seat;
    }

    Instrument instrument() {
        return instrument;
    }

    int fills() {
        return fills;
    }

    long lots() {
        return lots;
    }

    /** From the middle to the touch, on to what was reached, on to what was paid: each step is a cost, and their sum is what it is. */
    void fill(BacktestResult.FillRow fill, Executions executions, int row) {
        long signed = fill.side().sign() * fill.lots();
        long shown = value(signed, executions.shown(row));
        long middle = executions.twoSided(row)
                ? mean(value(signed, executions.bid(row)), value(signed, executions.ask(row)))
                : shown;
        long reached = value(signed, executions.reached(row));
        long paid = value(signed, fill.ticks());
        gross = Math.subtractExact(gross, middle);
        spread = Math.addExact(spread, shown - middle);
        slippage = Math.addExact(slippage, reached - shown);
        impact = Math.addExact(impact, paid - reached);
        fees = Math.addExact(fees, fill.fee());
        lots = Math.addExact(lots, signed);
        fills++;
    }

    /** As positions are booked: what closes and what it opens beyond are rounded apart. */
    private long value(long signed, long ticks) {
        boolean through = lots != 0 && Long.signum(lots) != Long.signum(signed) && Math.abs(signed) > Math.abs(lots);
        return through
                ? Math.addExact(worth.value(-lots, ticks), worth.value(signed + lots, ticks))
                : worth.value(signed, ticks);
    }

    /** Halves to the even neighbour. */
    static long mean(long a, long b) {
        long sum = Math.addExact(a, b);
        long below = sum >> 1;
        return (sum & 1) == 0 ? below : below + (below & 1);
    }

    void move(AccountEvent event) {
        switch (event) {
            case AccountEvent.FundingSettled settled -> funding = Math.addExact(funding, settled.amount());
            case AccountEvent.DeficitCovered deficit -> covered = Math.addExact(covered, deficit.amount());
        }
    }

    long valueAt(long ticks) {
        return worth.value(lots, ticks);
    }

    long valueOf(long signed, long ticks) {
        return signed == 0 ? 0 : worth.value(signed, ticks);
    }

    /** What is held at the end is worth so much. */
    void mark(long value) {
        gross = Math.addExact(gross, value);
    }

    Costs costs() {
        return new Costs(gross, fees, spread, slippage, impact, funding, covered);
    }
}
