package io.fulmar.simulation.exchange;

/** Whoever cancels stood behind us: only trades bring the order forward, and a level never holds less than what is ahead of it. */
public record RiskAverseQueue() implements QueueModel {
    @Override
    public void join(Place place, long levelLots) {
        place.ahead = levelLots;
    }

    @Override
    public void traded(Place place, long lots) {
        place.ahead -= lots;
    }

    @Override
    public void changed(Place place, long before, long after) {
        place.ahead = Math.min(place.ahead, (double) after);
    }
}
