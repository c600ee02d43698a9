package io.fulmar.indicator;

import java.util.List;

/** What volume did beside the price: indices, trends and force. */
final class Flows {
    private Flows() {}

    static List<Definition> all() {
        return List.of(
                Draft.of("efi")
                        .bars(Field.CLOSE, Field.VOLUME)
                        .with(Parameter.period(1, 13))
                        .forgets("mean of the first n", a -> 1 + 24 * (long) a[0])
                        .is("Elder's force: EMA of change times volume", a -> force((int) a[0])),
                Draft.of("marketfi")
                        .bars(Field.HIGH, Field.LOW, Field.VOLUME)
                        .window(Exactness.WINDOW, a -> 1)
                        .is(
                                "market facilitation: high - low for each piece traded; 0 when nothing was",
                                a -> new EachBar((in, i, out) -> {
                                    double volume = in[2][i];
                                    out[0][i] = volume == 0 ? 0 : (in[0][i] - in[1][i]) / volume;
                                })),
                index("nvi", "price index of the bars that trade less than the last", -1),
                index("pvi", "price index of the bars that trade more than the last", 1),
                Draft.of("pvt")
                        .bars(Field.CLOSE, Field.VOLUME)
                        .path("0 at the first bar")
                        .is("price volume trend: sum of volume times the close's change", a -> trend()),
                Oscillators.percentage(
                        Draft.of("pvo").bars(Field.VOLUME), "fast average of volume less slow, % of slow"),
                Draft.of("rvol")
                        .bars(Field.VOLUME)
                        .with(Parameter.period(1, 20))
                        .window(Exactness.WINDOW, a -> 1 + (long) a[0])
                        .is("volume over the mean of the n bars before", a -> {
                            Cell mean = WindowSum.mean((int) a[0]);
                            Cell before = new Lag(1);
                            return new Cells(value -> value / before.next(mean.next(value)));
                        }),
                Draft.of("vwap")
                        .bars(Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME)
                        .path("nothing traded before the first bar")
                        .is("volume-weighted average price since the anchor", a -> averagePrice()));
    }

    private static Fold force(int n) {
        Cell mean = Ema.of(n);
        Cell before = new Lag(1);
        return new EachBar((in, i, out) -> {
            double close = in[0][i];
            out[0][i] = mean.after((close - before.next(close)) * in[1][i]);
        });
    }

    /** @param way of a bar's volume for its change to count: 1 more than the last, -1 less */
    private static Definition index(String name, String description, int way) {
        return Draft.of(name)
                .bars(Field.CLOSE, Field.VOLUME)
                .path("1000 at the first bar")
                .is(description, a -> new EachBar(new VolumeIndex(way)));
    }

    private static final class VolumeIndex implements PerBar {
        private final int way;
        private double index = 1000;
        private double close = Double.NaN;
        private double volume = Double.NaN;

        VolumeIndex(int way) {
            this.way = way;
        }

        @Override
        public void next(double[][] in, int i, double[][] out) {
            if (way * in[1][i] > way * volume && close != 0) {
                index += index * ((in[0][i] - close) / close);
            }
            close = in[0][i];
            volume = in[1][i];
            out[0][i] = index;
        }
    }

    private static Fold trend() {
        Cell rate = Oscillators.rate(1);
        Cell total = Transforms.running();
        return new EachBar((in, i, out) -> {
            double change = rate.next(in[0][i]) / 100;
            out[0][i] = total.next(Double.isNaN(change) ? 0 : change * in[1][i]);
        });
    }

    private static Fold averagePrice() {
        Cell traded = Transforms.running();
        Cell volume = Transforms.running();
        return new EachBar((in, i, out) -> {
            double price = (in[0][i] + in[1][i] + in[2][i]) / 3;
            out[0][i] = traded.next(price * in[3][i]) / volume.next(in[3][i]);
        });
    }
}
