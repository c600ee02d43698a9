package io.fulmar.indicator;

import java.util.Arrays;

/**
 * Lets a fold begin where its inputs begin: an indicator of an indicator has no input yet for the first bars.
 *
 * <p>Only inexact inputs can be late; once all are there, blocks pass through untouched.
 */
final class LeadIn implements Fold {
    private final Fold fold;
    private final int inputs;
    private boolean begun;

    LeadIn(Fold fold, int inputs) {
        this.fold = fold;
        this.inputs = inputs;
    }

    @Override
    public void take(Block in, double[][] out) {
        if (begun) {
            fold.take(in, out);
            return;
        }
        int first = 0;
        for (int input = 0; input < inputs; input++) {
            if (!in.exact(input)) {
                double[] values = in.values(input);
                while (first < in.size() && Double.isNaN(values[first])) {
                    first++;
                }
            }
        }
        begun = first < in.size();
        if (first == 0) {
            fold.take(in, out);
        } else {
            begin(in, out, first);
        }
    }

    private void begin(Block in, double[][] out, int first) {
        for (double[] column : out) {
            Arrays.fill(column, 0, first, Double.NaN);
        }
        int size = in.size() - first;
        if (size == 0) {
            return;
        }
        Block rest = new Block(inputs).resize(size);
        for (int input = 0; input < inputs; input++) {
            double[] values = Arrays.copyOfRange(in.values(input), first, in.size());
            if (in.exact(input)) {
                rest.exact(input, values, in.mantissas(input), in.from(input) + first, in.divisor(input));
            } else {
                rest.inexact(input, values);
            }
        }
        double[][] tail = new double[out.length][size];
        fold.take(rest, tail);
        for (int o = 0; o < out.length; o++) {
            System.arraycopy(tail[o], 0, out[o], first, size);
        }
    }
}
