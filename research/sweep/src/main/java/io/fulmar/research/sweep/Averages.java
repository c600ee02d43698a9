package io.fulmar.research.sweep;

import io.fulmar.domain.Instrument;
import io.fulmar.indicator.Field;
import io.fulmar.market.Bars;
import io.fulmar.strategy.Column;
import io.fulmar.strategy.Frame;
import io.fulmar.strategy.Value;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Simple averages of prices, of which sweeps ask for thousands, from one running sum of the whole column: a difference of two whole numbers,
 * divided once, as the indicator itself divides it. Only where both are exact; anything else is left to the indicator.
 */
final class Averages {
    private static final long EXACT = 1L << 53;

    private final Bars bars;
    private final long divisor;
    private final Map<Field, long[]> sums = new EnumMap<>(Field.class);

    Averages(Instrument instrument, Bars bars) {
        this.bars = bars;
        this.divisor = instrument.priceDivisor();
        boolean whole = instrument.tickMantissa() == 1;
        for (Field field : whole ? List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE) : List.<Field>of()) {
            running(column(field)).ifPresent(sum -> sums.put(field, sum));
        }
    }

    private long[] column(Field field) {
        return switch (field) {
            case OPEN -> bars.opens();
            case HIGH -> bars.highs();
            case LOW -> bars.lows();
            case CLOSE -> bars.closes();
            case VOLUME -> throw new IllegalStateException("volume is no price");
        };
    }

    /** The sum of all before each bar; empty where no double would hold it. */
    private Optional<long[]> running(long[] column) {
        long[] sum = new long[bars.size() + 1];
        for (int i = 0; i < bars.size(); i++) {
            sum[i + 1] = sum[i] + column[i];
            if (column[i] < 0 || column[i] > EXACT || sum[i + 1] > EXACT) {
                return Optional.empty();
            }
        }
        return Optional.of(sum);
    }

    /** The value as a line of its own, if it is such an average. */
    Optional<Line> line(Value value) {
        if (!(value
                        instanceof
                        Value.OfIndicator(String name, String output, List<Value> inputs, List<Double> arguments))
                || !name.equals("sma")
                || !output.isEmpty()
                || arguments.size() != 1) {
            return Optional.empty();
        }
        double wanted = arguments.get(0);
        int window = (int) wanted;
        Optional<Field> field = inputs.isEmpty() ? Optional.of(Field.CLOSE) : field(inputs);
        boolean exact = window >= 2 && window == wanted && divisor <= EXACT / window;
        if (!exact || field.isEmpty() || !sums.containsKey(field.get())) {
            return Optional.empty();
        }
        return Optional.of(new Average(sums.get(field.get()), window, window * divisor));
    }

    private static Optional<Field> field(List<Value> inputs) {
        return inputs.size() == 1 && inputs.get(0) instanceof Value.OfField(Field field)
                ? Optional.of(field)
                : Optional.empty();
    }

    private static final class Average extends Line {
        private final long[] sums;
        private final int window;
        private final double divisor;

        Average(long[] sums, int window, long divisor) {
            super(Column.of(blank()));
            this.sums = sums;
            this.window = window;
            this.divisor = divisor;
        }

        private static double[] blank() {
            double[] values = new double[Frame.HISTORY + Frame.BLOCK];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        @Override
        void fill(Block block) {
            if (block.from > 0) {
                values[Frame.HISTORY - 1] = values[Frame.HISTORY + Frame.BLOCK - 1];
            }
            int first = Math.max(block.from, window - 1);
            whole = first == block.from && !Double.isNaN(values[Frame.HISTORY - 1]);
            if (first < block.to) {
                divide(first - block.from, first, block.to - first);
            }
            round();
        }

        private void divide(int to, int bar, int count) {
            double[] out = values;
            long[] sum = sums;
            double by = divisor;
            int at = Frame.HISTORY + to;
            int end = bar + 1;
            int begin = end - window;
            for (int i = 0; i < count; i++) {
                out[at + i] = (sum[end + i] - sum[begin + i]) / by;
            }
        }
    }
}
