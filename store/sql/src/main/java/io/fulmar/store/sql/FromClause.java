package io.fulmar.store.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which views the FROM of a query names, and what each is called in it.
 *
 * @param views by what columns of them are written with
 */
record FromClause(Map<String, View> views) {
    /** What may follow a view that has no name of its own. */
    private static final Set<String> JOINS =
            Set.of("on", "using", "join", "inner", "left", "right", "full", "outer", "cross", "semi", "anti");

    /** Reads what stands between FROM and WHERE; empty where anything but joined views does, each once. */
    static Optional<FromClause> of(List<String> tokens) {
        Map<String, View> views = new HashMap<>();
        int depth = 0;
        boolean expected = true;
        int i = 0;
        while (i < tokens.size()) {
            String token = tokens.get(i++);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (!expected) {
                expected = depth == 0 && (token.equals("join") || token.equals(","));
                continue;
            }
            Optional<View> view = View.called(token);
            if (view.isEmpty() || views.containsValue(view.get())) {
                return Optional.empty();
            }
            boolean as = i < tokens.size() && tokens.get(i).equals("as");
            i += as ? 1 : 0;
            boolean named = i < tokens.size() && isName(tokens.get(i)) && (as || !JOINS.contains(tokens.get(i)));
            String name = named ? tokens.get(i++) : token;
            boolean columns = i < tokens.size() && tokens.get(i).equals("(");
            if (columns || (as && !named) || views.put(name, view.get()) != null) {
                return Optional.empty();
            }
            expected = false;
        }
        return expected ? Optional.empty() : Optional.of(new FromClause(views));
    }

    private static boolean isName(String token) {
        return Character.isLetter(token.charAt(0)) || token.startsWith("_");
    }

    /**
     * The condition without the name of the view, {@code symbol = 'A'} for {@code t.symbol = 'A'}; empty when it is not about that view's
     * column alone, or does not say of which view it is.
     */
    Optional<List<String>> about(View view, List<String> condition) {
        boolean named = condition.size() > 2 && condition.get(1).equals(".");
        if (!named) {
            return views.size() == 1 && views.containsValue(view) ? Optional.of(condition) : Optional.empty();
        }
        return views.get(condition.getFirst()) == view
                ? Optional.of(condition.subList(2, condition.size()))
                : Optional.empty();
    }
}
