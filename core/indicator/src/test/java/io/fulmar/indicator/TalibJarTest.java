package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Differential fuzzing against the TA-Lib jar.
 *
 * <p>The jar takes anything below 1e-8 for zero, which at a price of 0.00001 is a large move. It is therefore run on whole ticks, and
 * its values are brought to price units afterwards.
 */
class TalibJarTest {
    private static final int MARKETS = 60;

    /** Not comparable: the jar's sliding sums cancel, or its zero test decides; slow twins and C 0.8.2 check these. */
    private static final Set<String> DIFFERENT =
            Set.of("stochrsi", "stddev", "var", "linearreg_slope", "linearreg_angle", "correl", "beta");

    /** Comparable while something moves: on a still market rounding noise decides in the jar. */
    private static final Set<String> NOISY = Set.of("cci", "mfi", "kama", "rsi", "cmo", "trix", "bbands");

    /** Ratios, and volumes: the unit of the price does not matter. */
    private static final Set<String> UNITLESS = Set.of(
            "rsi",
            "cmo",
            "ppo",
            "roc",
            "rocp",
            "rocr",
            "rocr100",
            "trix",
            "stoch",
            "stochf",
            "willr",
            "cci",
            "ultosc",
            "bop",
            "aroon",
            "aroonosc",
            "plus_di",
            "minus_di",
            "dx",
            "adx",
            "adxr",
            "natr",
            "obv",
            "ad",
            "adosc",
            "mfi",
            "maxindex",
            "minindex",
            "minmaxindex");

    /**
     * They compare one rounded difference of prices with another, or ticks are not prices to them, so the jar must see the very same
     * doubles.
     */
    private static final Set<String> OF_PRICES = Set.of(
            "plus_dm",
            "minus_dm",
            "plus_di",
            "minus_di",
            "dx",
            "adx",
            "adxr",
            "sar",
            "sarext",
            "mult",
            "div",
            "mama",
            "mavp",
            "ht_dcperiod",
            "ht_dcphase",
            "ht_phasor",
            "ht_sine",
            "ht_trendline",
            "ht_trendmode");

    /** The jar refuses a period of 1, or falls over it. */
    private static final Set<String> FROM_TWO = Set.of(
            "sma", "ema", "wma", "dema", "tema", "trima", "kama", "t3", "natr", "macd", "trix", "ultosc", "macdfix",
            "mavp");

    static Stream<Definition> inTheJar() {
        return Indicators.all().stream()
                .filter(definition -> Jar.of(definition).isPresent())
                .filter(definition -> !definition.name().startsWith("cdl"))
                .filter(definition -> !DIFFERENT.contains(definition.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inTheJar")
    void agreesWithTheJar(Definition definition) {
        Jar jar = Jar.of(definition).orElseThrow();
        for (int seed = 0; seed < MARKETS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double scale = List.of(30_000.0, 100.0, 1.0, 0.01, 1e-5).get(random.nextInt(ofPrices(definition) ? 3 : 5));
            boolean noisy = NOISY.contains(definition.name()) || ofPrices(definition);
            int stillness = noisy || random.nextBoolean() ? 0 : 80;
            Market market = Market.random(random, 1 + random.nextInt(400), scale, stillness);
            double[] arguments = arguments(definition, random);
            compare(definition, jar, market, arguments, "seed " + seed);
        }
    }

    /** So are the transforms, which take one series and no numbers. */
    private static boolean ofPrices(Definition definition) {
        return OF_PRICES.contains(definition.name())
                || (definition.parameters().isEmpty() && definition.inputs().size() == 1);
    }

    private static void compare(Definition definition, Jar jar, Market market, double[] arguments, String what) {
        boolean ofPrices = ofPrices(definition);
        double unit = ofPrices || UNITLESS.contains(definition.name()) ? 1 : market.divisor;
        double[][] theirs = jar.run(
                inputs(definition, market, ofPrices),
                arguments,
                definition.outputs().size());
        double floor = 1e-9 * (UNITLESS.contains(definition.name()) ? 1 : market.scale);
        for (boolean exact : new boolean[] {true, false}) {
            double[][] ours = market.run(definition, arguments, exact);
            for (int o = 0; o < ours.length; o++) {
                for (int i = 0; i < market.size; i++) {
                    double a = ours[o][i];
                    double b = theirs[o][i] / unit;
                    String place = "%s: %s%s %s bar %d of %d, exact %s: ours %s, jar %s"
                            .formatted(
                                    what,
                                    definition.name(),
                                    Arrays.toString(arguments),
                                    definition.outputs().get(o),
                                    i,
                                    market.size,
                                    exact,
                                    a,
                                    b);
                    assertThat(Double.isNaN(a)).as(place).isEqualTo(Double.isNaN(b));
                    assertThat(Double.isNaN(a) || a == b || Math.abs(a - b) <= Math.max(floor, 1e-9 * Math.abs(b)))
                            .as(place)
                            .isTrue();
                }
            }
        }
    }

    private static double[][] inputs(Definition definition, Market market, boolean asPrices) {
        return definition.inputs().stream()
                .map(input -> asPrices
                        ? market.column(input.field())
                        : Arrays.stream(market.whole[input.field().column()])
                                .asDoubleStream()
                                .toArray())
                .toArray(double[][]::new);
    }

    /** Random arguments; the jar knows the moving averages up to T3, less MAMA which is not ours. */
    private static double[] arguments(Definition definition, SplittableRandom random) {
        double[] arguments = definition.parameters().stream()
                .mapToDouble(parameter -> {
                    if (parameter.average()) {
                        return List.of(0, 1, 2, 3, 4, 5, 8).get(random.nextInt(7));
                    }
                    int least = (int) Math.max(parameter.minimum(), FROM_TWO.contains(definition.name()) ? 2 : 1);
                    return parameter.whole()
                            ? least + random.nextInt(random.nextBoolean() ? 4 : 60)
                            : Math.min(parameter.maximum(), parameter.preset() * (1 + random.nextInt(3)) / 2);
                })
                .toArray();
        if (definition.name().equals("mavp")) {
            Arrays.sort(arguments, 0, 2);
        }
        return arguments;
    }
}
