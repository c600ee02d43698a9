package io.fulmar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlocksTest {
    static Stream<Definition> all() {
        return Indicators.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void anySplitIntoBlocksGivesTheSameBits(Definition definition) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double scale = List.of(1e-5, 1.0, 30_000.0).get(random.nextInt(3));
            Market market = Market.random(random, 1 + random.nextInt(700), scale, random.nextInt(2) * 80);
            double[] arguments = Arguments.random(definition, random, 40);
            for (boolean exact : new boolean[] {true, false}) {
                double[][] whole = market.run(definition, arguments, exact);
                double[][] single = market.run(definition, arguments, exact, 0, () -> 1);
                double[][] split = market.run(definition, arguments, exact, 0, () -> random.nextInt(90));
                String what = "seed %d, %s, exact %s".formatted(seed, Arrays.toString(arguments), exact);
                assertThat(bits(single)).as(what).isDeepEqualTo(bits(whole));
                assertThat(bits(split)).as(what).isDeepEqualTo(bits(whole));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void anotherAnchorAgreesAfterTheMemory(Definition definition) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] arguments = Arguments.random(definition, random, 8);
            if (definition.memory(arguments).isEmpty()) {
                assertThat(definition.exactness(arguments)).isEqualTo(Exactness.PATH);
                continue;
            }
            int memory = definition.memory(arguments).getAsInt();
            int anchor = 1 + random.nextInt(50);
            Market market = Market.random(random, anchor + memory + 60, 100, 0);
            for (boolean exact : new boolean[] {true, false}) {
                double[][] early = market.run(definition, arguments, exact);
                double[][] late = market.run(definition, arguments, exact, anchor, () -> 17);
                boolean bits = definition.exactness(arguments).compareTo(Exactness.WINDOW) <= 0;
                for (int o = 0; o < late.length; o++) {
                    for (int i = memory - 1 + (bits ? 0 : 1); i < late[o].length; i++) {
                        double a = late[o][i];
                        double b = early[o][anchor + i];
                        String what = "seed %d, %s%s.%s, exact %s, bar %d, anchor %d: %s and %s"
                                .formatted(
                                        seed,
                                        definition.name(),
                                        Arrays.toString(arguments),
                                        definition.outputs().get(o),
                                        exact,
                                        i,
                                        anchor,
                                        a,
                                        b);
                        if (bits) {
                            assertThat(Double.valueOf(a)).as(what).isEqualTo(Double.valueOf(b));
                        } else {
                            assertThat(Math.abs(a - b))
                                    .as(what)
                                    .isLessThanOrEqualTo(1e-12 * Math.max(100, Math.abs(b)));
                        }
                    }
                }
            }
        }
    }

    private static long[][] bits(double[][] columns) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(column)
                        .mapToLong(Double::doubleToLongBits)
                        .toArray())
                .toArray(long[][]::new);
    }
}
