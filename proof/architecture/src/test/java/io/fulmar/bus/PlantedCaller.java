package io.fulmar.bus;

import io.fulmar.domain.PlantedUpwardCall;

/** Knows the room inside it, as it may; together with the other planted class a circle. */
public final class PlantedCaller {
    public PlantedCaller ofItsCaller(PlantedUpwardCall inner) {
        return inner.caller();
    }
}
