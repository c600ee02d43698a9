package io.fulmar.app.fulmar;

import io.fulmar.strategy.Strategies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Strategies that compiled: their classes, and for every class the file it came from. */
final class CompiledStrategies {
    /**
     * A strategy and its file.
     *
     * @param name of the class; with its number, as in {@code SmaCross#2}, when the file was given more than once
     */
    record One(StrategySource source, Class<?> type, String name) {
        /** The class's name, which all seats of it share. */
        String className() {
            return type.getSimpleName();
        }

        /** Whether a word of the command line is about this one: by its own name or by that of its class. */
        boolean called(String word) {
            return word.equals(name) || word.equals(className());
        }
    }

    private final StrategyLoader loader;
    private final Map<String, StrategySource> origins;
    private final Map<String, byte[]> classes;
    private final List<One> strategies;

    private CompiledStrategies(
            StrategyLoader loader,
            Map<String, byte[]> classes,
            Map<String, StrategySource> origins,
            List<One> strategies) {
        this.loader = loader;
        this.classes = Map.copyOf(classes);
        this.origins = Map.copyOf(origins);
        this.strategies = List.copyOf(strategies);
    }

    static CompiledStrategies of(
            List<StrategySource> sources, Map<String, byte[]> classes, Map<String, StrategySource> origins) {
        StrategyLoader loader = new StrategyLoader(classes);
        List<One> strategies = new ArrayList<>();
        for (StrategySource source : sources) {
            List<String> names = origins.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(source))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            Class<?> type = strategyOf(source, names, loader);
            boolean alone = Collections.frequency(sources, source) == 1;
            long before = strategies.stream().filter(one -> one.type() == type).count();
            strategies.add(new One(source, type, type.getSimpleName() + (alone ? "" : "#" + (before + 1))));
        }
        return new CompiledStrategies(loader, classes, origins, strategies);
    }

    private static Class<?> strategyOf(StrategySource source, List<String> names, StrategyLoader loader) {
        Optional<String> named = names.stream()
                .filter(name -> name.substring(name.lastIndexOf('.') + 1).equals(source.name()))
                .findFirst();
        if (named.isEmpty()) {
            throw notAStrategy(source, "it has no class " + source.name(), names);
        }
        Class<?> type = load(loader, named.get());
        if (!Strategies.isStrategy(type)) {
            throw notAStrategy(source, source.name() + " does not extend Strategy or PlannedStrategy", names);
        }
        return type;
    }

    private static Failure notAStrategy(StrategySource source, String why, List<String> names) {
        String found = names.isEmpty() ? "no class" : String.join(", ", names);
        return new Failure(ErrorCode.NOT_A_STRATEGY, "the file is not a strategy: " + why)
                .at(source.file().toString())
                .help("the file holds " + found + "; write: public class " + source.name() + " extends Strategy<"
                        + source.name() + ".P>");
    }

    private static Class<?> load(StrategyLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("what was just compiled is gone: " + name, e);
        }
    }

    /** Their bytes by class name. */
    Map<String, byte[]> classes() {
        return classes;
    }

    /** The file that a class came from. */
    Optional<StrategySource> origin(String className) {
        return Optional.ofNullable(origins.get(className));
    }

    List<One> strategies() {
        return strategies;
    }

    /** The innermost line of a strategy's file in a stack. */
    Optional<String> place(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            StrategySource source = origins.get(frame.getClassName());
            if (source != null && loader.holds(frame.getClassName()) && frame.getLineNumber() > 0) {
                return Optional.of(source.text().place(frame.getLineNumber()));
            }
        }
        return Optional.empty();
    }

    /** The files, for errors that know no line. */
    String files() {
        return String.join(
                ", ",
                strategies.stream()
                        .map(one -> one.source().file().toString())
                        .distinct()
                        .toList());
    }
}
