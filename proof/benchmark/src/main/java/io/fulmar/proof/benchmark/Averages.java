package io.fulmar.proof.benchmark;

/** Parameters of the strategies measured here. */
public record Averages(int fast, int slow) {}
