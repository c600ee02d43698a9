package io.fulmar.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every indicator Fulmar knows, by TA-Lib's name in lower case. */
public final class Indicators {
    private static final List<Definition> ALL = Stream.of(
                    Averages.all(),
                    Oscillators.all(),
                    Momenta.all(),
                    Strengths.all(),
                    Powers.all(),
                    Ranges.all(),
                    Envelopes.all(),
                    Volumes.all(),
                    Flows.all(),
                    Statistics.all(),
                    Transforms.all(),
                    Cycles.all(),
                    OneCandle.all(),
                    TwoCandles.all(),
                    ThreeCandles.all(),
                    Marches.all(),
                    ManyCandles.all())
            .flatMap(Collection::stream)
            .toList();

    /** Other words for the same thing. */
    private static final Map<String, String> ALIASES = Map.of("highest", "max", "lowest", "min");

    private static final Map<String, Definition> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Definition::name, Function.identity()));

    private Indicators() {}

    public static List<Definition> all() {
        return ALL;
    }

    /** Finds by name or alias, whatever the case. */
    public static Optional<Definition> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_NAME.get(ALIASES.getOrDefault(lower, lower)));
    }

    public static Map<String, String> aliases() {
        return ALIASES;
    }
}
