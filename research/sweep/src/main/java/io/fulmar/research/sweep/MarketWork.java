package io.fulmar.research.sweep;

/** One market of a sweep for one thread: who evaluates there, and who says what it was worth. */
public record MarketWork(Evaluator evaluator, TrackScorer scorer) {}
