package io.fulmar.strategy;

import java.util.List;
import java.util.Optional;

/**
 * What a strategy is made of before it trades: the plan it draws, if it is one, and the series it declares, in that order and as often.
 *
 * @param declared it is warm once each of these has a value
 */
public record Sketch(Optional<Plan> plan, List<Value> declared) {
    /** No market: series can be declared, and nothing read. */
    static final class Blank implements Columns {
        private static final Column NOTHING = Column.of(new double[0]);

        private final Frame frame = new Frame();

        @Override
        public Column column(Value value) {
            return NOTHING;
        }

        @Override
        public Frame frame() {
            return frame;
        }

        @Override
        public long barTime() {
            throw new IllegalStateException("a sketch has no bars");
        }

        @Override
        public long closeTicks() {
            throw new IllegalStateException("a sketch has no bars");
        }

        @Override
        public double ticksPerPrice() {
            throw new IllegalStateException("a sketch has no market");
        }
    }
}
