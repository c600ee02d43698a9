package io.fulmar.strategy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From texts to a strategy's record of parameters, with errors that name the parameter and suggest the one that was meant. */
public final class Parameters {
    private static final int TYPOS_MAX = 2;

    private Parameters() {}

    /** The parameters in declared order. */
    public static List<ParameterSpec> specs(Class<? extends Record> type) {
        List<ParameterSpec> specs = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            specs.add(ParameterSpec.of(component));
        }
        return List.copyOf(specs);
    }

    public static Record bind(Class<? extends Record> type, Map<String, String> given) {
        List<ParameterSpec> specs = specs(type);
        requireKnown(specs, given.keySet());
        Object[] values = new Object[specs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = specs.get(i).parse(textOf(specs.get(i), given));
        }
        return of(type, values);
    }

    /** An error that suggests the one that was meant, when a name is none of these. */
    public static void requireKnown(List<ParameterSpec> specs, Collection<String> names) {
        for (String name : names) {
            if (specs.stream().noneMatch(spec -> spec.name().equals(name))) {
                throw new ParameterException("unknown parameter '" + name + "'" + suggestion(name, specs));
            }
        }
    }

    /** What was given for the parameter, or else its default. */
    public static String textOf(ParameterSpec spec, Map<String, String> given) {
        return Optional.ofNullable(given.get(spec.name()))
                .or(spec::otherwise)
                .orElseThrow(() -> new ParameterException("parameter '" + spec.name()
                        + "' has no default: give it with --param " + spec.name() + "=..."
                        + (spec.range().isEmpty() ? "" : " (" + spec.range() + ")")));
    }

    /** The record of values that are parsed already, one a component; what they owe each other its constructor says. */
    public static Record of(Class<? extends Record> type, Object[] values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        return construct(type, types, values);
    }

    /** What a record of parameters holds, by name. */
    public static Map<String, String> texts(Record parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordComponent component : parameters.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                texts.put(
                        component.getName(),
                        String.valueOf(component.getAccessor().invoke(parameters)));
            } catch (ReflectiveOperationException e) {
                throw new StrategyException("the record of parameters cannot be read: make it public", e);
            }
        }
        return texts;
    }

    private static Record construct(Class<? extends Record> type, Class<?>[] types, Object[] values) {
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw new ParameterException(
                        "the parameters do not go together: " + own.getMessage() + " (" + pairs(type, values) + ")");
            }
            throw new StrategyException("the record of parameters cannot be built", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new StrategyException("the record of parameters cannot be built: make it public", e);
        }
    }

    private static String pairs(Class<? extends Record> type, Object[] values) {
        List<String> pairs = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < values.length; i++) {
            pairs.add(components[i].getName() + "=" + values[i]);
        }
        return String.join(", ", pairs);
    }

    private static String suggestion(String name, List<ParameterSpec> specs) {
        if (specs.isEmpty()) {
            return ": this strategy has none";
        }
        List<String> names = specs.stream().map(ParameterSpec::name).toList();
        return names.stream()
                .filter(known -> distance(name, known) <= TYPOS_MAX || known.startsWith(name) || name.startsWith(known))
                .min(java.util.Comparator.comparingInt(known -> distance(name, known)))
                .map(known -> ": did you mean '" + known + "'?")
                .orElse(": it has " + String.join(", ", names));
    }

    /** Levenshtein: how many letters apart two names are. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
