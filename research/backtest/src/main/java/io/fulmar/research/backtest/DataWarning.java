package io.fulmar.research.backtest;

/** Something about the data that a reader of the results should know: a stable code, how often, and in words. */
public record DataWarning(String code, long count, String text) {}
