package io.fulmar.domain;

import io.fulmar.bus.PlantedCaller;

/** The innermost room knows the one around it, which must not be. */
public final class PlantedUpwardCall {
    public PlantedCaller caller() {
        return new PlantedCaller();
    }
}
