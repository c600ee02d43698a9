package io.fulmar.indicator;

import java.util.List;
import java.util.SplittableRandom;

/** Arguments for fuzzing. */
final class Arguments {
    private Arguments() {}

    static double[] random(Definition definition, SplittableRandom random, int longest) {
        return definition.parameters().stream()
                .mapToDouble(parameter -> random(parameter, random, longest))
                .toArray();
    }

    private static double random(Parameter parameter, SplittableRandom random, int longest) {
        if (parameter.average()) {
            List<MovingAverage> kinds = List.of(MovingAverage.values());
            return kinds.get(random.nextInt(kinds.size())).number();
        }
        if (!parameter.whole()) {
            return Math.min(parameter.maximum(), parameter.preset() * (1 + random.nextInt(3)) / 2);
        }
        return parameter.minimum() + random.nextInt(random.nextBoolean() ? 3 : longest);
    }
}
