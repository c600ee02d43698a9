package io.fulmar.market;

/** A stretch of time in which a market's book was not known, by when we heard of it; {@code until} is when it was known again. */
public record Darkness(long from, long until, String reason) {}
