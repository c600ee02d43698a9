package io.fulmar.unheard;

/** Lives in a room that the plan does not have. */
public final class PlantedStranger {}
