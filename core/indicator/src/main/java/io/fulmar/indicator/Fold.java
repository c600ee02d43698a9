package io.fulmar.indicator;

/**
 * An indicator at work: its state from the anchor on.
 *
 * <p>The first bar ever taken is the anchor. Any split of the same bars into blocks gives the same bits; live trading is blocks of
 * one bar. A fold belongs to one thread.
 */
@FunctionalInterface
public interface Fold {
    /** Takes the next bars and fills {@code out[output][i]} for each of them, NaN while there is no value yet. */
    void take(Block in, double[][] out);
}
