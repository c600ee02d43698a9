package io.fulmar.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one expression by descending into it. */
final class ExpressionParser {
    /** Deeper nesting than anyone means. */
    private static final int DEPTH = 32;

    private final String text;
    private int at;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    Expression parse() {
        Expression expression = expression();
        if (at < text.length()) {
            throw problem(at, "nothing may follow here, found '" + text.charAt(at) + "'");
        }
        return expression;
    }

    private Expression expression() {
        if (++depth > DEPTH) {
            throw problem(at, "nested deeper than " + DEPTH);
        }
        skipSpace();
        int start = at;
        String name = word();
        if (name.isEmpty()) {
            throw problem(start, "a field or an indicator must stand here, such as close or sma(14)");
        }
        Optional<Field> field = field(name);
        Expression expression = field.isPresent() ? field(field.get()) : call(name, start);
        depth--;
        return expression;
    }

    private Expression field(Field field) {
        if (take('(') && !take(')')) {
            throw problem(at, field.word() + " takes no arguments");
        }
        return new Expression.FieldRef(field);
    }

    private Expression call(String name, int start) {
        Definition definition = Indicators.find(name).orElseThrow(() -> problem(start, unknown(name)));
        List<Expression> series = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        if (take('(') && !take(')')) {
            do {
                argument(definition, series, numbers);
            } while (take(','));
            if (!take(')')) {
                throw problem(at, at < text.length() ? "expected , or )" : "a ) is missing");
            }
        }
        return new Expression.Call(
                definition, complete(definition, numbers, start), inputs(definition, series), output(definition));
    }

    private void argument(Definition definition, List<Expression> series, List<Double> numbers) {
        skipSpace();
        int start = at;
        if (startsNumber()) {
            numbers.add(number());
            return;
        }
        Expression input = expression();
        long replaceable =
                definition.inputs().stream().filter(Input::replaceable).count();
        if (!numbers.isEmpty()) {
            throw problem(start, "series come before numbers: " + definition.name() + "(" + input + ", ...)");
        }
        if (series.size() == replaceable) {
            throw problem(
                    start,
                    definition.name()
                            + switch ((int) replaceable) {
                                case 0 -> " reads the bars themselves and takes only numbers";
                                case 1 -> " takes one series";
                                default -> " takes at most " + replaceable + " series";
                            });
        }
        series.add(input);
    }

    private List<Double> complete(Definition definition, List<Double> numbers, int start) {
        try {
            double[] given = numbers.stream().mapToDouble(Double::doubleValue).toArray();
            return Arrays.stream(definition.complete(given)).boxed().toList();
        } catch (IllegalArgumentException e) {
            throw problem(start, String.valueOf(e.getMessage()));
        }
    }

    private static List<Expression> inputs(Definition definition, List<Expression> series) {
        List<Expression> inputs = new ArrayList<>();
        int next = 0;
        for (Input input : definition.inputs()) {
            boolean given = input.replaceable() && next < series.size();
            inputs.add(given ? series.get(next++) : new Expression.FieldRef(input.field()));
        }
        return inputs;
    }

    private int output(Definition definition) {
        int start = at;
        String choices = String.join(", .", definition.outputs());
        if (!take('.')) {
            if (definition.single()) {
                return 0;
            }
            throw problem(start, definition.name() + " has several outputs: say which, one of ." + choices);
        }
        String name = word();
        int index = definition.outputs().indexOf(name.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw problem(start, definition.name() + " has no output '" + name + "'; it has ." + choices);
        }
        return index;
    }

    private static Optional<Field> field(String name) {
        return Arrays.stream(Field.values())
                .filter(field -> field.word().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String unknown(String name) {
        Stream<String> names = Stream.of(
                        Arrays.stream(Field.values()).map(Field::word),
                        Indicators.all().stream().map(Definition::name),
                        Indicators.aliases().keySet().stream())
                .flatMap(all -> all);
        List<String> near = Near.names(name.toLowerCase(Locale.ROOT), names);
        return "no field or indicator is called '" + name + "'"
                + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
    }

    private boolean startsNumber() {
        return at < text.length() && (Character.isDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0);
    }

    private double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw problem(start, "'" + text.substring(start, at) + "' is not a number");
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        skipSpace();
        return word;
    }

    private boolean take(char expected) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            skipSpace();
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ExpressionException problem(int position, String what) {
        return new ExpressionException(text, position, what);
    }
}
