package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The little JSON that manifests and work units are written in: objects, lists, texts, whole numbers, true and false. Objects are
 * maps in the order of their keys, numbers are {@code Long}s. A broken text is an {@link IllegalArgumentException}.
 */
final class PlainJson {
    private static final int DEPTH_MAX = 20;

    private final String text;
    private int next;

    private PlainJson(String text) {
        this.text = text;
    }

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case String words -> quote(words, out);
            case Long number -> out.append(number);
            case Boolean flag -> out.append(flag);
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(list.get(i), out);
                }
                out.append(']');
            }
            case Map<?, ?> fields -> {
                out.append('{');
                boolean first = true;
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    out.append(first ? "" : ",");
                    first = false;
                    quote(String.valueOf(field.getKey()), out);
                    out.append(':');
                    write(field.getValue(), out);
                }
                out.append('}');
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static void quote(String words, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append("\\u").append(String.format("%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    static Object read(String text) {
        PlainJson json = new PlainJson(text);
        Object value = json.value(0);
        json.space();
        if (json.next < text.length()) {
            throw json.wrong("text after the end");
        }
        return value;
    }

    private Object value(int depth) {
        space();
        if (next == text.length() || depth > DEPTH_MAX) {
            throw wrong("a value is missing");
        }
        return switch (text.charAt(next)) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> quoted();
            default -> word();
        };
    }

    private SequencedMap<String, Object> object(int depth) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        next++;
        if (taken('}')) {
            return fields;
        }
        do {
            space();
            String key = quoted();
            if (!taken(':') || fields.put(key, value(depth + 1)) != null) {
                throw wrong("no ':', or a key twice");
            }
        } while (taken(','));
        if (!taken('}')) {
            throw wrong("no '}'");
        }
        return fields;
    }

    private List<Object> list(int depth) {
        List<Object> items = new ArrayList<>();
        next++;
        if (taken(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
        } while (taken(','));
        if (!taken(']')) {
            throw wrong("no ']'");
        }
        return items;
    }

    private String quoted() {
        if (next == text.length() || text.charAt(next) != '"') {
            throw wrong("no text");
        }
        StringBuilder out = new StringBuilder();
        for (next++; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '"') {
                next++;
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw wrong("a text without end");
    }

    private char escaped() {
        next++;
        char c = next < text.length() ? text.charAt(next) : ' ';
        if (c == 'u' && next + 4 < text.length()) {
            next += 4;
            return (char) Integer.parseInt(text.substring(next - 3, next + 1), 16);
        }
        if (c != '"' && c != '\\') {
            throw wrong("an unknown escape");
        }
        return c;
    }

    private Object word() {
        int from = next;
        while (next < text.length() && ",]} \n".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        String word = text.substring(from, next);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> Long.valueOf(word);
        };
    }

    private boolean taken(char wanted) {
        space();
        boolean there = next < text.length() && text.charAt(next) == wanted;
        next += there ? 1 : 0;
        return there;
    }

    private void space() {
        while (next < text.length() && " \n\r\t".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at character " + next);
    }
}
