package io.fulmar.indicator;

/** The weighted average and the regression line of doubles: each window added up afresh, relative to its oldest value. */
final class WindowLinear implements Cell {
    private final LinearForm form;
    private final Window window;

    WindowLinear(int window, LinearForm form) {
        this.form = form;
        this.window = new Window(window);
    }

    @Override
    public double next(double value) {
        if (!window.add(value)) {
            return Double.NaN;
        }
        return form.of(window.weightedAbove(), window.sumAbove(), window.size(), window.oldest());
    }
}
