package io.fulmar.engine;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.BookView;
import io.fulmar.strategy.TradeView;

/** A strategy's place in front of a flow: which handlers it has, so that what it does not hear is not told. */
final class FlowPlace {
    final Place place;
    final FlowRunner runner;
    final boolean hearsTrades;
    final boolean hearsQuotes;
    final boolean hearsBooks;
    final boolean hearsBars;
    final long timerNanos;

    FlowPlace(Place place) {
        Class<?> strategy = place.strategy.getClass();
        this.place = place;
        this.runner = FlowRunners.of(strategy);
        this.hearsTrades = Place.hears(strategy, "onTrade", TradeView.class);
        this.hearsQuotes = Place.hears(strategy, "onQuote", BookView.class);
        this.hearsBooks = Place.hears(strategy, "onBook", BookView.class);
        this.hearsBars = Place.hears(strategy, "onBar", Bar.class);
        this.timerNanos = place.seat.quoting().timerNanos();
    }

    /** Whether its series, if it has any, all have a value. */
    boolean asked() {
        return place.seat.declared().isEmpty() || place.warm();
    }

    /** Whether any event may make it speak. */
    boolean eager() {
        return hearsTrades || hearsQuotes || hearsBooks;
    }
}
