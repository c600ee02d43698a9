package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Candle patterns against the TA-Lib jar, bar for bar, on candles of which every pattern is made. */
class CandleJarTest {
    private static final int BARS = 100_000;
    private static final int MARKETS = 2;

    /** The jar knows no shared ends; TA-Lib's C library 0.8.2 checks these. */
    private static final Set<String> DIFFERENT = Set.of("cdlengulfing", "cdlharami", "cdlharamicross", "cdl3outside");

    static Stream<Definition> patterns() {
        return Indicators.all().stream().filter(definition -> definition.name().startsWith("cdl"));
    }

    /** Of which the jar is an oracle. */
    static boolean knows(String name) {
        return name.startsWith("cdl") && !DIFFERENT.contains(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void everyPatternIsSeenAndAgreesWithTheJar(Definition definition) {
        Jar jar = Jar.of(definition).orElseThrow();
        long seen = 0;
        for (int seed = 0; seed < MARKETS; seed++) {
            Market market = Market.candles(new SplittableRandom(seed), BARS);
            double[][] inputs = definition.inputs().stream()
                    .map(input -> market.column(input.field()))
                    .toArray(double[][]::new);
            double[] arguments = definition.complete();
            double[] ours = market.run(definition, arguments, true)[0];
            seen += Arrays.stream(ours).filter(value -> Math.abs(value) >= 80).count();
            assertThat(market.run(definition, arguments, false)[0]).isEqualTo(ours);
            if (!DIFFERENT.contains(definition.name())) {
                assertThat(jar.run(inputs, arguments, 1)[0])
                        .as("%s, seed %d", definition.name(), seed)
                        .isEqualTo(ours);
            }
        }
        assertThat(seen).as("times seen").isPositive();
    }
}
