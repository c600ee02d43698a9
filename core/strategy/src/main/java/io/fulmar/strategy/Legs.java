package io.fulmar.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/** A strategy's places in other markets, each asked for by its symbol and given once. */
final class Legs {
    /** In a run of one market. */
    static final Function<String, Seat> NONE = symbol -> {
        throw new StrategyException("there is no other market here, so none is called " + symbol);
    };

    private final Function<String, Seat> given;
    private final SequencedMap<String, Seat> seats = new LinkedHashMap<>();

    Legs(Function<String, Seat> given) {
        this.given = given;
    }

    Seat at(String symbol) {
        Seat known = seats.get(symbol);
        if (known == null) {
            known = given.apply(symbol);
            seats.put(symbol, known);
        }
        return known;
    }

    List<Seat> all() {
        return List.copyOf(seats.sequencedValues());
    }
}
