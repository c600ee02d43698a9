package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Scorer;

/** One market of a sweep for one thread: who evaluates there, and who says what it was worth. */
public record MarketWork(Evaluator evaluator, Scorer scorer) {}
