package io.fulmar.strategy;

/** Columns without a market: for a strategy that is built to see what it asks for, and never run. */
final class Nowhere implements Columns {
    private final Column column = Column.of(new double[Frame.HISTORY + Frame.BLOCK]);
    private final Frame frame = new Frame();

    @Override
    public Column column(Value value) {
        return column;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public long barTime() {
        return 0;
    }

    @Override
    public long closeTicks() {
        return 0;
    }

    @Override
    public double ticksPerPrice() {
        return 1;
    }
}
