package io.fulmar.simulation.exchange;

/**
 * What the simulated venue knew and a real one would not tell, for whoever looks at a run afterwards.
 *
 * @param marginLevels none without margin
 */
public record VenueNotes(Executions executions, MarginLevels marginLevels) {}
