package io.fulmar.strategy;

/**
 * The values of one series: {@link Frame#HISTORY} values of the past, then the block being run. The engine writes them a block at a
 * time (live: a block of one bar); what has no value yet is NaN.
 *
 * @param values in prices, or without dimension
 * @param ticks the same in ticks, exactly as computed; empty unless distances are made of it
 */
public record Column(double[] values, double[] ticks) {}
