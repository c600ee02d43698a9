package io.fulmar.store.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which venues, symbols, timeframes and times a query can be about at most, where that is plain to see: DuckDB does not tell a table
 * function what it filters by, and a lake of a thousand symbols need not be read for one, nor a year for a day. In doubt nothing is
 * narrowed; DuckDB filters all the same.
 *
 * @param texts the texts that a column must be equal to, for each column that is so bound
 * @param from the earliest time that can matter, in nanoseconds
 * @param to the time behind the latest
 */
record Narrowing(Map<String, Set<String>> texts, long from, long to) {
    static final Narrowing NONE = new Narrowing(Map.of(), Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[A-Za-z_][A-Za-z_0-9]*|[0-9.]+|::|<=|>=|<>|!=|.",
            Pattern.DOTALL);
    private static final Set<String> COLUMNS = Set.of("venue", "symbol", "timeframe");

    /** Behind these the conditions of a WHERE are over. */
    private static final Set<String> ENDS =
            Set.of("group", "order", "limit", "having", "qualify", "window", "offset", ";");

    /**
     * With one of these a condition may not hold for all rows of the answer, or what is left out decides what else is in it: an ASOF join
     * looks for the nearest row.
     */
    private static final Set<String> DOUBTS = Set.of(
            "or",
            "case",
            "union",
            "except",
            "intersect",
            "with",
            "table",
            "pivot",
            "unpivot",
            "sample",
            "tablesample",
            "asof",
            "positional",
            "lateral",
            "natural");

    /** What of a view the query can be about. */
    static Narrowing of(String sql, View view) {
        List<String> tokens = tokens(sql);
        boolean plain = Collections.frequency(tokens, "select") == 1
                && Collections.frequency(tokens, "from") == 1
                && tokens.stream().noneMatch(DOUBTS::contains);
        int from = tokens.indexOf("from");
        int where = tokens.indexOf("where");
        if (!plain || from < 0 || where < from) {
            return NONE;
        }
        Optional<FromClause> clause = FromClause.of(tokens.subList(from + 1, where));
        Narrowing narrowing = new Narrowing(new HashMap<>(), Long.MIN_VALUE, Long.MAX_VALUE);
        for (List<String> condition : conditions(tokens.subList(where + 1, tokens.size()))) {
            Optional<List<String>> about = clause.flatMap(known -> known.about(view, condition));
            narrowing = about.isPresent() ? narrowing.and(about.get()) : narrowing;
        }
        return narrowing;
    }

    private static List<String> tokens(String sql) {
        Matcher matcher = TOKEN.matcher(sql);
        return matcher.results()
                .map(result -> result.group())
                .filter(token -> !token.isBlank() && !token.startsWith("--") && !token.startsWith("/*"))
                .map(token -> token.startsWith("'") ? token : token.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What AND joins, up to the end of a WHERE. */
    private static List<List<String>> conditions(List<String> tokens) {
        List<List<String>> conditions = new ArrayList<>();
        int start = 0;
        int depth = 0;
        boolean between = false;
        for (int i = 0; i <= tokens.size(); i++) {
            String token = i == tokens.size() ? ";" : tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            boolean end = depth == 0 && ENDS.contains(token);
            boolean and = depth == 0 && token.equals("and");
            if (end || (and && !between)) {
                conditions.add(tokens.subList(start, i));
                start = i + 1;
            }
            // the next AND belongs to it
            between = (depth == 0 && token.equals("between")) || (between && !and);
            if (end) {
                break;
            }
        }
        return conditions;
    }

    private Narrowing and(List<String> condition) {
        if (condition.size() < 3) {
            return this;
        }
        if (COLUMNS.contains(condition.getFirst())) {
            texts(condition)
                    .ifPresent(some -> texts.merge(condition.getFirst(), some, (a, b) -> {
                        a.retainAll(b);
                        return a;
                    }));
            return this;
        }
        return TimeCondition.of(condition)
                .map(time -> new Narrowing(texts, Math.max(from, time.from()), Math.min(to, time.to())))
                .orElse(this);
    }

    /** {@code symbol = 'A'} or {@code symbol in ('A', 'B')}, nothing else. */
    private static Optional<Set<String>> texts(List<String> tokens) {
        Set<String> texts = new TreeSet<>();
        if (tokens.size() == 3 && tokens.get(1).equals("=") && isText(tokens.get(2))) {
            texts.add(text(tokens.get(2)));
            return Optional.of(texts);
        }
        boolean list = tokens.get(1).equals("in")
                && tokens.get(2).equals("(")
                && tokens.getLast().equals(")");
        for (int i = 3; list && i < tokens.size() - 1; i++) {
            boolean separator = (i - 3) % 2 == 1;
            if (separator ? !tokens.get(i).equals(",") : !isText(tokens.get(i))) {
                return Optional.empty();
            }
            if (!separator) {
                texts.add(text(tokens.get(i)));
            }
        }
        return list ? Optional.of(texts) : Optional.empty();
    }

    static boolean isText(String token) {
        return token.length() >= 2 && token.startsWith("'");
    }

    static String text(String token) {
        return token.substring(1, token.length() - 1).replace("''", "'");
    }

    boolean allows(String column, String value) {
        return !texts.containsKey(column) || texts.get(column).contains(value);
    }
}
