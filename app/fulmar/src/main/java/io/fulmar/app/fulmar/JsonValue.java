package io.fulmar.app.fulmar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/** JSON to be written: on one line for programs, or indented for people. */
sealed interface JsonValue {

    /** A number, true, false or null, as it is written. */
    record Literal(String text) implements JsonValue {
        static final Literal NULL = new Literal("null");
    }

    record Text(String text) implements JsonValue {}

    record Items(List<? extends JsonValue> items) implements JsonValue {}

    /** An object; its keys stay in the order in which they were put. */
    final class Fields implements JsonValue {
        private final SequencedMap<String, JsonValue> fields = new LinkedHashMap<>();

        Fields put(String key, JsonValue value) {
            fields.put(key, value);
            return this;
        }

        Fields put(String key, String text) {
            return put(key, new Text(text));
        }

        Fields put(String key, long number) {
            return put(key, new Literal(Long.toString(number)));
        }

        Fields put(String key, boolean flag) {
            return put(key, new Literal(Boolean.toString(flag)));
        }

        Fields put(String key, double number) {
            return put(key, JsonValue.number(number));
        }

        Fields put(String key, OptionalDouble number) {
            return put(key, number.orElse(Double.NaN));
        }
    }

    /** In full, so that it reads back as the same double; null where it is no number. */
    static JsonValue number(double number) {
        return Double.isFinite(number) ? new Literal(Double.toString(number)) : Literal.NULL;
    }

    static JsonValue texts(List<String> texts) {
        return new Items(texts.stream().map(Text::new).toList());
    }

    static JsonValue texts(Map<String, String> texts) {
        Fields fields = new Fields();
        texts.forEach(fields::put);
        return fields;
    }

    default String onOneLine() {
        StringBuilder out = new StringBuilder(1 << 12);
        write(this, out, -1);
        return out.toString();
    }

    default String indented() {
        StringBuilder out = new StringBuilder(1 << 13);
        write(this, out, 0);
        return out.append('\n').toString();
    }

    private static void write(JsonValue value, StringBuilder out, int depth) {
        switch (value) {
            case Literal literal -> out.append(literal.text);
            case Text text -> out.append(Json.text(text.text));
            case Items items -> {
                List<String> parts = new ArrayList<>();
                items.items.forEach(item -> parts.add(part("", item, depth)));
                enclose(out, '[', parts, ']', depth);
            }
            case Fields fields -> {
                List<String> parts = new ArrayList<>();
                fields.fields.forEach(
                        (key, field) -> parts.add(part(Json.text(key) + (depth < 0 ? ":" : ": "), field, depth)));
                enclose(out, '{', parts, '}', depth);
            }
        }
    }

    private static String part(String key, JsonValue value, int depth) {
        StringBuilder out = new StringBuilder(key);
        write(value, out, depth < 0 ? depth : depth + 1);
        return out.toString();
    }

    private static void enclose(StringBuilder out, char open, List<String> parts, char close, int depth) {
        out.append(open);
        boolean lines = depth >= 0 && !parts.isEmpty();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) out.append(',');
            if (lines) out.append('\n').repeat(' ', 2 * (depth + 1));
            out.append(parts.get(i));
        }
        if (lines) out.append('\n').repeat(' ', 2 * depth);
        out.append(close);
    }
}
