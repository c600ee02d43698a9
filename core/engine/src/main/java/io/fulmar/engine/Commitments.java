package io.fulmar.engine;

import java.util.List;

/** What of the account's capital is taken: by positions, and by entries that wait. */
final class Commitments {
    private final List<Place> places;

    Commitments(List<Place> places) {
        this.places = places;
    }

    /** Gross value at the last prices of all positions but those being left, and of all entries that wait. */
    long gross() {
        long committed = 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            committed = Math.addExact(committed, Math.addExact(place.entryCost, place.out.cost()));
            if (place.exitOrder == 0 && place.position.lots() != 0) {
                long value = places.size() == 1 ? place.tape.value : place.position.valueAt(place.tape.mark);
                committed = Math.addExact(committed, Math.abs(value));
            }
        }
        return committed;
    }

    /** The fees of entries that wait. */
    long fees() {
        long reserved = 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            reserved = Math.addExact(reserved, Math.addExact(place.entryFee, place.out.fee()));
        }
        return reserved;
    }
}
