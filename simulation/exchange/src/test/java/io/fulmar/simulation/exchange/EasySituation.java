package io.fulmar.simulation.exchange;

import io.fulmar.domain.Command;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.risk.Situation;

/** A desk so rich, and so deep in a position, that risk lets every order of that side pass: the venue has the word. */
record EasySituation(Instrument instrument, Side side) implements Situation {
    private static final long PLENTY = 1L << 60;

    @Override
    public long now() {
        return 0;
    }

    @Override
    public long referenceTicks() {
        return 100;
    }

    @Override
    public long referenceTime() {
        return 0;
    }

    @Override
    public double barVolume() {
        return 1;
    }

    @Override
    public double averageVolume() {
        return 1;
    }

    @Override
    public long value(long lots, long ticks) {
        return instrument.value(lots, ticks);
    }

    @Override
    public Rate takerFee() {
        return Rate.ZERO;
    }

    @Override
    public long leveragePpm() {
        return 1_000_000;
    }

    @Override
    public long seatLots(int seat) {
        return -side.sign() * PLENTY;
    }

    @Override
    public long netLots() {
        return 0;
    }

    @Override
    public long waitingLots(Side waiting) {
        return 0;
    }

    @Override
    public long seatWaitingLots(int seat, Side waiting) {
        return 0;
    }

    @Override
    public int waitingOrders() {
        return 0;
    }

    @Override
    public boolean wouldMatchOwn(Side own, long ticks) {
        return false;
    }

    @Override
    public long equity() {
        return PLENTY;
    }

    @Override
    public long dayStartEquity() {
        return PLENTY;
    }

    @Override
    public long peakEquity() {
        return PLENTY;
    }

    @Override
    public long exposure() {
        return 0;
    }

    @Override
    public long reserved() {
        return 0;
    }

    @Override
    public Command.Mode mode() {
        return Command.Mode.NORMAL;
    }

    @Override
    public boolean unknownOutcome() {
        return false;
    }

    @Override
    public boolean halted() {
        return false;
    }
}
