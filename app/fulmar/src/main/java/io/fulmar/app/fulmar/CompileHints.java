package io.fulmar.app.fulmar;

import io.fulmar.strategy.Bar;
import io.fulmar.strategy.Condition;
import io.fulmar.strategy.Entry;
import io.fulmar.strategy.Plan;
import io.fulmar.strategy.PlannedStrategy;
import io.fulmar.strategy.Series;
import io.fulmar.strategy.Strategy;
import io.fulmar.strategy.Value;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Java compiler cannot know about a strategy that does not compile: the import that is missing, the word that was meant. */
final class CompileHints {
    private static final String IMPORT = "add as the file's first line: import io.fulmar.strategy.*;";
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(class|method|variable) (\\w+)");
    private static final Set<String> CLASSES = Set.of("Strategy", "PlannedStrategy", "Series", "Bar", "Range", "Plan");
    private static final List<Class<?>> SPEAKERS = List.of(
            Strategy.class,
            PlannedStrategy.class,
            Series.class,
            Bar.class,
            Entry.class,
            Value.class,
            Condition.class,
            Plan.class);

    private CompileHints() {}

    /** Hints for a message of the compiler about a file with that text. */
    static List<String> of(String message, String text) {
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) return List.of();
        String kind = String.valueOf(symbol.group(1));
        String name = String.valueOf(symbol.group(2));
        if (CLASSES.contains(name) && !text.contains("import io.fulmar.strategy.")) return List.of(IMPORT);
        List<String> hints = new ArrayList<>();
        Set<String> known = kind.equals("class") ? CLASSES : words();
        Suggestion.nearest(name, known)
                .filter(near -> !near.equals(name))
                .ifPresent(near -> hints.add("did you mean '" + near + "'?"));
        return hints;
    }

    /** Whether all other errors of the run follow from this one. */
    static boolean isRoot(Failure failure) {
        return failure.help().contains(IMPORT);
    }

    /** Every word that strategies are written with. */
    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (Class<?> speaker : SPEAKERS) {
            for (Class<?> one = speaker; one != null && one != Object.class; one = one.getSuperclass()) {
                for (Method method : one.getDeclaredMethods()) {
                    boolean said =
                            Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers());
                    if (said && !method.isSynthetic()) words.add(method.getName());
                }
            }
        }
        return words;
    }
}
