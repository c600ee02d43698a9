package io.fulmar.indicator;

/** MAX and MIN as columns. */
final class SlidingExtreme implements Fold {
    private final Slide slide;
    private final boolean highest;

    private SlidingExtreme(int window, boolean highest) {
        slide = new Slide(window);
        this.highest = highest;
    }

    static Fold highest(int window) {
        return new SlidingExtreme(window, true);
    }

    static Fold lowest(int window) {
        return new SlidingExtreme(window, false);
    }

    @Override
    public void take(Block in, double[][] out) {
        slide.take(in.values(0), 0, in.size());
        if (highest) {
            slide.highest(out[0]);
        } else {
            slide.lowest(out[0]);
        }
        slide.blank(out[0]);
    }
}
