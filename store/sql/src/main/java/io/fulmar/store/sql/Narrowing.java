package io.fulmar.store.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which venues, symbols and timeframes a query can be about at most, where that is plain to see: DuckDB does not tell a table function
 * what it filters by, and a lake of a thousand symbols need not be read for one. In doubt nothing is narrowed.
 */
final class Narrowing {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[A-Za-z_][A-Za-z_0-9]*|[0-9.]+|.",
            Pattern.DOTALL);
    private static final Set<String> COLUMNS = Set.of("venue", "symbol", "timeframe");

    /** Behind these the conditions of a WHERE are over. */
    private static final Set<String> ENDS =
            Set.of("group", "order", "limit", "having", "qualify", "window", "offset", ";");

    /** With one of these a condition may not hold for all rows of the answer. */
    private static final Set<String> DOUBTS =
            Set.of("or", "case", "union", "except", "intersect", "join", "with", "between");

    private Narrowing() {}

    /** The texts that a column must be equal to, for each column that is so bound. */
    static Map<String, Set<String>> of(String sql) {
        List<String> tokens = tokens(sql);
        Map<String, Set<String>> bound = new HashMap<>();
        long selects = tokens.stream().filter("select"::equals).count();
        boolean plain = selects == 1 && tokens.stream().noneMatch(DOUBTS::contains);
        int from = tokens.indexOf("from");
        int where = tokens.indexOf("where");
        if (!plain || from < 0 || where != from + 2 || !tokens.get(from + 1).equals("candles")) {
            return bound;
        }
        int start = where + 1;
        int depth = 0;
        for (int i = start; i <= tokens.size(); i++) {
            String token = i == tokens.size() ? ";" : tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            boolean end = depth == 0 && ENDS.contains(token);
            if (end || (depth == 0 && token.equals("and"))) {
                condition(tokens.subList(start, i), bound);
                start = i + 1;
            }
            if (end) {
                break;
            }
        }
        return bound;
    }

    private static List<String> tokens(String sql) {
        Matcher matcher = TOKEN.matcher(sql);
        return matcher.results()
                .map(result -> result.group())
                .filter(token -> !token.isBlank() && !token.startsWith("--") && !token.startsWith("/*"))
                .map(token -> token.startsWith("'") ? token : token.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** {@code symbol = 'A'} or {@code symbol in ('A', 'B')}, nothing else. */
    private static void condition(List<String> tokens, Map<String, Set<String>> bound) {
        if (tokens.size() < 3 || !COLUMNS.contains(tokens.getFirst())) {
            return;
        }
        Set<String> texts = new TreeSet<>();
        if (tokens.size() == 3 && tokens.get(1).equals("=") && isText(tokens.get(2))) {
            texts.add(text(tokens.get(2)));
        } else if (tokens.get(1).equals("in")
                && tokens.get(2).equals("(")
                && tokens.getLast().equals(")")) {
            for (int i = 3; i < tokens.size() - 1; i++) {
                boolean separator = (i - 3) % 2 == 1;
                if (separator ? !tokens.get(i).equals(",") : !isText(tokens.get(i))) {
                    return;
                }
                if (!separator) {
                    texts.add(text(tokens.get(i)));
                }
            }
        } else {
            return;
        }
        bound.merge(tokens.getFirst(), texts, (a, b) -> {
            a.retainAll(b);
            return a;
        });
    }

    private static boolean isText(String token) {
        return token.length() >= 2 && token.startsWith("'");
    }

    private static String text(String token) {
        return token.substring(1, token.length() - 1).replace("''", "'");
    }
}
