package io.fulmar.engine;

import io.fulmar.domain.Side;
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

    /**
     * Of {@link #gross} what an order of that side in that market would add to: what is held and waits on the same side in markets that move
     * along with it, and on the other in those that move against it. What would make up for it may be left first, so it does not count.
     */
    long correlated(Tape market, Side side) {
        long committed = 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.commitment() != 0 || place.position.lots() != 0) {
                committed = Math.addExact(committed, sided(place, Bond.of(market, place.tape), side));
            }
        }
        return committed;
    }

    /** The same as if all markets moved along: the account's worst net value on that side. */
    long net(Side side) {
        long committed = 0;
        for (int i = 0; i < places.size(); i++) {
            committed = Math.addExact(committed, sided(places.get(i), Bond.ALONG, side));
        }
        return committed;
    }

    private long sided(Place place, Bond bond, Side side) {
        long committed = place.out.cost(); // orders on both sides: whichever fills
        boolean adds = (place.enters(Side.BUY) && bond.adds(Side.BUY, side))
                || (place.enters(Side.SELL) && bond.adds(Side.SELL, side));
        if (adds) {
            committed = Math.addExact(committed, place.entryCost);
        }
        long lots = place.position.lots();
        if (place.exitOrder == 0 && lots != 0 && bond.adds(lots > 0 ? Side.BUY : Side.SELL, side)) {
            long value = places.size() == 1 ? place.tape.value : place.position.valueAt(place.tape.mark);
            committed = Math.addExact(committed, Math.abs(value));
        }
        return bond == Bond.NONE ? 0 : committed;
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
