package io.fulmar.engine;

import io.fulmar.domain.RunEvent;
import io.fulmar.portfolio.Position;
import io.fulmar.strategy.Parameters;
import io.fulmar.strategy.Seat;
import io.fulmar.strategy.Strategies;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.StrategyException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives one strategy its seats at a desk: where it sits, what it trades besides, and in hedge mode all of that for its shorts. */
final class Seating {
    private final Desk desk;
    private final List<Place> places;
    private final Class<?> type;
    private final Record parameters;
    private final SeatSettings settings;

    Seating(Desk desk, Class<?> type, Record parameters, SeatSettings settings) {
        this.desk = desk;
        this.places = desk.places();
        this.type = type;
        this.parameters = parameters;
        this.settings = settings;
    }

    Strategy<?> at(Tape tape, List<Tape> tapes) {
        int first = places.size();
        AtomicInteger next = new AtomicInteger(first);
        Seat home = new Seat(
                next.getAndIncrement(),
                tape.instrument.id(),
                length(tape),
                tape.columns,
                symbol -> seat(next.getAndIncrement(), another(tape, symbol)));
        Strategy<?> strategy = Strategies.seated(type, parameters, home);
        take(home, strategy, tape);
        for (Seat leg : home.legs()) {
            take(leg, strategy, market(tapes, leg.instrument()));
        }
        if (desk.settings.terms().hedge()) {
            for (Place place : List.copyOf(places.subList(first, places.size()))) {
                Seat shorts = seat(places.size(), place.tape);
                place.seat.hedge(shorts);
                take(shorts, strategy, place.tape);
            }
        }
        for (Place place : places.subList(first + 1, places.size())) {
            place.follow(places.get(first));
        }
        return strategy;
    }

    private static Tape another(Tape home, String symbol) {
        Tape tape = home.columns.neighbours().named(symbol);
        if (tape == home) {
            throw new StrategyException("the strategy names " + symbol + " as another market, but sits in it");
        }
        return tape;
    }

    private static Seat seat(int number, Tape tape) {
        return new Seat(number, tape.instrument.id(), length(tape), tape.columns);
    }

    /** Of a bar; 0 where they have no one length. */
    private static long length(Tape tape) {
        return tape.bars.onGrid() ? tape.bars.timeframe().nanos() : 0;
    }

    private static Tape market(List<Tape> tapes, long instrument) {
        return tapes.stream()
                .filter(tape -> tape.instrument.id() == instrument)
                .findFirst()
                .orElseThrow();
    }

    private void take(Seat seat, Strategy<?> strategy, Tape tape) {
        Position position = desk.ledger.account().position(seat.number(), tape.instrument);
        Place place = new Place(seat, strategy, tape, settings, position);
        place.countsFrom = firstAt(tape, settings.countsFrom());
        places.add(place);
        desk.record(new RunEvent.SeatTaken(
                seat.number(),
                strategy.getClass().getSimpleName(),
                Parameters.texts(parameters).toString(),
                settings.codeHash(),
                settings.priority(),
                settings.sharePpm()));
    }

    private static int firstAt(Tape tape, long time) {
        int bar = 0;
        while (bar < tape.bars.size() && tape.bars.openTime(bar) < time) {
            bar++;
        }
        return bar;
    }
}
