package io.fulmar.indicator;

/** A fold that goes bar by bar over the doubles of its inputs. */
final class EachBar implements Fold {
    private final PerBar bar;
    private double[][] columns = {};

    EachBar(PerBar bar) {
        this.bar = bar;
    }

    @Override
    public void take(Block in, double[][] out) {
        if (columns.length != in.inputs()) {
            columns = new double[in.inputs()][];
        }
        for (int input = 0; input < columns.length; input++) {
            columns[input] = in.values(input);
        }
        for (int i = 0; i < in.size(); i++) {
            bar.next(columns, i, out);
        }
    }
}
