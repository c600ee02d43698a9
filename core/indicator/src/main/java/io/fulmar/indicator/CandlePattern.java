package io.fulmar.indicator;

import java.util.Arrays;

/** A candle pattern at work: what each bar ends, or 0. */
final class CandlePattern implements Fold {
    /** What the newest candle ends: 100 (or less, or more) where a rise is expected, below 0 for a fall, 0 for no pattern. */
    @FunctionalInterface
    interface Shape {
        int of(Candles candles, double penetration);
    }

    /** A shape without penetration. */
    @FunctionalInterface
    interface Plain {
        int of(Candles candles);
    }

    /** A shape that is there or not. */
    @FunctionalInterface
    interface Test {
        boolean of(Candles candles);
    }

    private final Shape shape;
    private final double penetration;
    private final boolean exact;
    private final Candles candles = new Candles();
    private final double[][] columns = new double[4][];
    private int missing;

    private CandlePattern(Shape shape, double penetration, int lead, boolean exact) {
        this.shape = shape;
        this.penetration = penetration;
        this.exact = exact;
        missing = lead;
        Arrays.setAll(columns, field -> new double[0]);
    }

    static Definition of(String name, int lead, String description, Plain shape) {
        return draft(name, lead).is(description, a -> fold((candles, none) -> shape.of(candles), 0, lead));
    }

    static Definition rise(String name, int lead, String description, Test test) {
        return of(name, lead, description, candles -> test.of(candles) ? 100 : 0);
    }

    static Definition fall(String name, int lead, String description, Test test) {
        return of(name, lead, description, candles -> test.of(candles) ? -100 : 0);
    }

    /** @param preset how far the last candle must reach into the first body, as a part of it */
    static Definition deep(String name, int lead, double preset, String description, Shape shape) {
        return draft(name, lead)
                .with(Parameter.real("penetration", 0, 3e37, preset))
                .is(description, a -> fold(shape, a[0], lead));
    }

    private static Draft draft(String name, int lead) {
        return Draft.of(name)
                .bars(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)
                .window(Exactness.WINDOW_EXACT, a -> 1L + lead);
    }

    private static Fold fold(Shape shape, double penetration, int lead) {
        return new Choice(
                () -> new CandlePattern(shape, penetration, lead, true),
                () -> new CandlePattern(shape, penetration, lead, false));
    }

    @Override
    public void take(Block in, double[][] out) {
        for (int field = 0; field < columns.length; field++) {
            columns[field] = exact ? ticks(in, field) : in.values(field);
        }
        for (int i = 0; i < in.size(); i++) {
            candles.add(columns[0][i], columns[1][i], columns[2][i], columns[3][i]);
            out[0][i] = missing > 0 ? Double.NaN : shape.of(candles, penetration);
            missing -= missing > 0 ? 1 : 0;
        }
    }

    /** Whole ticks: a body as long as the mean is then never longer by a rounding error. */
    private double[] ticks(Block in, int field) {
        double[] column = columns[field].length < in.size() ? new double[in.size()] : columns[field];
        long[] whole = in.mantissas(field);
        int from = in.from(field);
        for (int i = 0; i < in.size(); i++) {
            column[i] = whole[from + i];
        }
        return column;
    }
}
