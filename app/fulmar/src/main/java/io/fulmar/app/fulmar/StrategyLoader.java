package io.fulmar.app.fulmar;

import java.util.Map;
import java.util.Set;

/**
 * Holds the classes of strategies, apart from the program's own: of those a strategy sees what its API shows and no more.
 * This keeps honest code honest; it is no wall against hostile code.
 */
final class StrategyLoader extends ClassLoader {
    private static final String OURS = "io.fulmar.";
    private static final Set<String> OPEN =
            Set.of("io.fulmar.strategy", "io.fulmar.domain", "io.fulmar.indicator", "io.fulmar.market");

    private final Map<String, byte[]> classes;

    StrategyLoader(Map<String, byte[]> classes) {
        super("strategies", StrategyLoader.class.getClassLoader());
        this.classes = Map.copyOf(classes);
    }

    /** Whether the class of that name came from a strategy's file. */
    boolean holds(String className) {
        return classes.containsKey(className);
    }

    /** Whether strategies may use the class. */
    static boolean open(String className) {
        int dot = className.lastIndexOf('.');
        return !className.startsWith(OURS) || OPEN.contains(className.substring(0, Math.max(0, dot)));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!open(name)) {
            throw new ClassNotFoundException(name + " is internal: strategies use "
                    + String.join(", ", OPEN.stream().sorted().toList()));
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) throw new ClassNotFoundException(name);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
