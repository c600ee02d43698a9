package io.fulmar.engine;

import io.fulmar.domain.Command;
import io.fulmar.domain.Instrument;
import io.fulmar.domain.Order;
import io.fulmar.domain.OrderKind;
import io.fulmar.domain.Rate;
import io.fulmar.domain.Side;
import io.fulmar.risk.Situation;

/** What risk sees of the desk while it judges an order in one market. */
final class DeskSituation implements Situation {
    private final Desk desk;
    private final Tape tape;

    DeskSituation(Desk desk, Tape tape) {
        this.desk = desk;
        this.tape = tape;
    }

    Tape tape() {
        return tape;
    }

    @Override
    public long now() {
        return desk.now();
    }

    @Override
    public Instrument instrument() {
        return tape.instrument;
    }

    @Override
    public long referenceTicks() {
        return tape.reference();
    }

    @Override
    public long referenceTime() {
        return tape.referenceTime();
    }

    @Override
    public long bidTicks() {
        return tape.bid();
    }

    @Override
    public long askTicks() {
        return tape.ask();
    }

    @Override
    public double barVolume() {
        return tape.at() < 0 ? 0 : tape.volume();
    }

    @Override
    public double averageVolume() {
        return tape.at() < 0 ? 0 : tape.averageVolume();
    }

    @Override
    public long value(long lots, long ticks) {
        return tape.worth.value(lots, ticks);
    }

    @Override
    public Rate takerFee() {
        return desk.settings.fee();
    }

    @Override
    public long leveragePpm() {
        return desk.settings.leveragePpm();
    }

    @Override
    public long seatLots(int seat) {
        return desk.place(seat).tape == tape ? desk.place(seat).position.lots() : 0;
    }

    @Override
    public long netLots() {
        return tape.lots;
    }

    @Override
    public long waitingLots(Side side) {
        long lots = 0;
        for (Place place : desk.places()) {
            lots = Math.addExact(lots, waiting(place, side));
        }
        return lots;
    }

    @Override
    public long seatWaitingLots(int seat, Side side) {
        return waiting(desk.place(seat), side);
    }

    private long waiting(Place place, Side side) {
        if (place.tape != tape) {
            return 0;
        }
        long lots = Math.addExact(waiting(place.entryOrder, side), place.out.lots(side));
        for (int i = 0; i < place.more.size(); i++) {
            lots = Math.addExact(lots, waiting(place.more.id(i), side));
        }
        return lots;
    }

    private long waiting(long entry, Side side) {
        if (entry == 0) {
            return 0;
        }
        return desk.ledger
                .orders
                .state(entry)
                .filter(state -> state.order().side() == side)
                .map(state -> state.order().lots() - state.filledLots())
                .orElse(0L);
    }

    @Override
    public int waitingOrders() {
        return desk.ledger.orders.openCount();
    }

    @Override
    public boolean wouldMatchOwn(Side side, long ticks) {
        for (long id : desk.ledger.orders.open(tape.instrument.id())) {
            Order other = desk.ledger.orders.state(id).orElseThrow().order();
            if (other.side() == side.opposite() && other.kind() instanceof OrderKind.Limit(long limit)) {
                boolean meets = side == Side.BUY ? ticks >= limit : ticks <= limit;
                if (meets) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public long equity() {
        return desk.marks.equity();
    }

    @Override
    public long dayStartEquity() {
        return desk.ledger.dayStartEquity();
    }

    @Override
    public long peakEquity() {
        return desk.marks.peak();
    }

    @Override
    public long exposure() {
        return desk.commitments.gross();
    }

    @Override
    public long netExposure(Side side) {
        return desk.commitments.net(side);
    }

    @Override
    public long correlatedExposure(Side side) {
        return desk.commitments.correlated(tape, side);
    }

    @Override
    public long reserved() {
        return desk.commitments.fees();
    }

    @Override
    public Command.Mode mode() {
        return desk.ledger.mode();
    }

    @Override
    public boolean unknownOutcome() {
        return desk.ledger.orders.anyUnknown(tape.instrument.id());
    }

    @Override
    public boolean halted() {
        return desk.ledger.halted(tape.instrument.id());
    }
}
