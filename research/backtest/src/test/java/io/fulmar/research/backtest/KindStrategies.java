package io.fulmar.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Strategies for bars that keep no grid. */
final class KindStrategies {
    private KindStrategies() {}

    /** Long after a brick up, out after one down; both as often as bars come. */
    public static class Bricks extends Strategy<Bricks.P> {
        public record P(double stop) {}

        @Override
        public void onBar(Bar bar) {
            if (flat() && bar.close() > bar.open()) {
                buy(units(1)).stop(percent(p.stop()));
            } else if (holding() && bar.close() < bar.open()) {
                exit("down");
            }
        }
    }

    /** Looks at no price. */
    public static class Clockwork extends Strategy<Clockwork.P> {
        public record P(int bars) {}

        private int bar;

        @Override
        public void onBar(Bar now) {
            bar++;
            if (flat() && bar % p.bars() == 0) {
                buy(units(1)).stop(percent(0.5)).target(percent(0.7));
            } else if (holding() && bar % p.bars() == p.bars() - 2) {
                exit("time");
            }
        }
    }

    /** Says what it sees: its series and its bar are the same. */
    public static class Seeing extends Strategy<Seeing.P> {
        public record P() {}

        static final List<Double> CLOSES = new ArrayList<>();
        private final Series last = close();

        @Override
        public void onBar(Bar bar) {
            assertThat(last.now()).isEqualTo(bar.close());
            CLOSES.add(bar.close());
        }
    }

    public static class Patient extends Strategy<Patient.P> {
        public record P() {}

        @Override
        public void onBar(Bar bar) {
            buy(units(1)).limit(bar.close()).goodForBars(3);
        }
    }

    public static class Longer extends Strategy<Longer.P> {
        public record P() {}

        private final Series slow = series(close().value().on(Duration.ofHours(1)));

        @Override
        public void onBar(Bar bar) {
            assertThat(slow.now()).isPositive();
        }
    }
}
