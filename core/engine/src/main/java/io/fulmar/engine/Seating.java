package io.fulmar.engine;

import io.fulmar.domain.RunEvent;
import io.fulmar.strategy.Parameters;
import io.fulmar.strategy.Seat;
import io.fulmar.strategy.Strategies;
import io.fulmar.strategy.Strategy;

/** Gives strategies their places at a desk. */
record Seating(Desk desk, Tape tape, SeatSettings settings) {
    Strategy<?> seat(Class<?> type, Record parameters) {
        Seat seat = next();
        Strategy<?> strategy = Strategies.seated(type, parameters, seat);
        take(seat, strategy, type, parameters);
        if (desk.settings.terms().hedge()) {
            Seat shorts = next();
            seat.hedge(shorts);
            take(shorts, strategy, type, parameters);
        }
        return strategy;
    }

    private Seat next() {
        return new Seat(
                desk.places().size(),
                tape.instrument.id(),
                tape.bars.timeframe().nanos(),
                tape.columns);
    }

    private void take(Seat seat, Strategy<?> strategy, Class<?> type, Record parameters) {
        Place place = new Place(
                seat, strategy, tape, settings, desk.ledger.account().position(seat.number(), tape.instrument));
        place.countsFrom = firstAt(settings.countsFrom());
        desk.places().add(place);
        desk.record(new RunEvent.SeatTaken(
                seat.number(),
                type.getSimpleName(),
                Parameters.texts(parameters).toString(),
                settings.codeHash(),
                settings.priority(),
                settings.sharePpm()));
    }

    private int firstAt(long time) {
        int bar = 0;
        while (bar < tape.bars.size() && tape.bars.openTime(bar) < time) {
            bar++;
        }
        return bar;
    }
}
