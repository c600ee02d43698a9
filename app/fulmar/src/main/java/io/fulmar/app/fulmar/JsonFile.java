package io.fulmar.app.fulmar;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A file of settings in JSON, read strictly: a key twice, a comma too many, or anything after the end is an error, and so
 * is every key that nobody asked for. Every error says where.
 */
final class JsonFile {
    private static final long BYTES_MAX = 1 << 20;
    private static final int DEPTH_MAX = 20;

    /** A value and where it stands. */
    sealed interface Node {
        int at();
    }

    record Text(int at, String text) implements Node {}

    record Numeral(int at, String text) implements Node {}

    record Flag(int at, boolean on) implements Node {}

    record Nothing(int at) implements Node {}

    record Items(int at, List<Node> items) implements Node {}

    record Fields(int at, SequencedMap<String, Node> fields, Map<String, Integer> keys) implements Node {
        Optional<Node> find(String key) {
            return Optional.ofNullable(fields.get(key));
        }
    }

    private final TextFile source;
    private final String form;
    private int next;

    private JsonFile(TextFile source, String form) {
        this.source = source;
        this.form = form;
    }

    /** Reads the file; {@code form} is a sentence about what belongs there, shown with every error. */
    static JsonFile of(Path file, String form) {
        try {
            if (!Files.exists(file)) throw unreadable(file, "there is no such file", form);
            if (Files.isDirectory(file)) throw unreadable(file, "it is a folder, not a file", form);
            if (Files.size(file) > BYTES_MAX) throw unreadable(file, "it is over 1 MiB: these are no settings", form);
            return new JsonFile(new TextFile(file, Files.readString(file, StandardCharsets.UTF_8)), form);
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8 text", form);
        } catch (IOException e) {
            throw unreadable(file, "it cannot be read; you may lack the right to", form);
        }
    }

    private static Failure unreadable(Path file, String why, String form) {
        Failure failure = new Failure(ErrorCode.BAD_CONFIGURATION, why).at(file.toString());
        if (!Files.exists(file)) {
            Folders.nearest(file).ifPresent(near -> failure.help("did you mean " + near + "?"));
        }
        return failure.help(form);
    }

    /** The object that the file holds, with these keys and no others. */
    Fields read(List<String> keys) {
        return fields(whole(), keys);
    }

    /** The object that the file holds, whatever its keys. */
    Fields readAny() {
        Node node = whole();
        if (node instanceof Fields fields) return fields;
        throw wrong(node.at(), "expected an object {...}");
    }

    private Node whole() {
        Node node = value(0);
        space();
        if (next < source.text().length()) throw wrong(next, "unexpected text after the end");
        return node;
    }

    /** The node as an object with these keys and no others. */
    Fields fields(Node node, List<String> keys) {
        if (!(node instanceof Fields fields)) throw wrong(node.at(), "expected an object {...}");
        for (String key : fields.fields().keySet()) {
            if (!keys.contains(key)) {
                Failure failure = wrong(fields.keys().getOrDefault(key, fields.at()), "unknown key '" + key + "'");
                Suggestion.nearest(key, keys).ifPresent(near -> failure.help("did you mean '" + near + "'?"));
                throw failure.help("known keys: " + String.join(", ", keys));
            }
        }
        return fields;
    }

    /** A text, or a number as it is written. */
    String scalar(Node node) {
        return switch (node) {
            case Text text -> text.text();
            case Numeral number -> number.text();
            case Flag _, Nothing _, Items _, Fields _ -> throw wrong(node.at(), "expected a number or a text");
        };
    }

    Failure wrong(int at, String message) {
        return new Failure(ErrorCode.BAD_CONFIGURATION, message)
                .at(source.placeAt(at))
                .help(form);
    }

    private Node value(int depth) {
        space();
        if (depth > DEPTH_MAX) throw wrong(next, "nested too deeply");
        if (next >= source.text().length()) throw wrong(next, "the file ends too early");
        int at = next;
        char first = source.text().charAt(next);
        return switch (first) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> new Text(at, quoted());
            default -> word(at);
        };
    }

    private Fields object(int depth) {
        int at = next++;
        SequencedMap<String, Node> fields = new LinkedHashMap<>();
        Map<String, Integer> keys = new LinkedHashMap<>();
        space();
        if (taken('}')) return new Fields(at, fields, keys);
        do {
            space();
            int keyAt = next;
            if (next >= source.text().length() || source.text().charAt(next) != '"') {
                throw wrong(next, "expected a key in double quotes");
            }
            String key = quoted();
            if (keys.putIfAbsent(key, keyAt) != null) throw wrong(keyAt, "the key '" + key + "' is there twice");
            space();
            if (!taken(':')) throw wrong(next, "expected ':' after the key '" + key + "'");
            fields.put(key, value(depth + 1));
            space();
        } while (taken(','));
        if (!taken('}')) throw wrong(next, "expected ',' or '}'");
        return new Fields(at, fields, keys);
    }

    private Items list(int depth) {
        int at = next++;
        List<Node> items = new ArrayList<>();
        space();
        if (taken(']')) return new Items(at, items);
        do {
            items.add(value(depth + 1));
            space();
        } while (taken(','));
        if (!taken(']')) throw wrong(next, "expected ',' or ']'");
        return new Items(at, items);
    }

    private String quoted() {
        int at = next++;
        StringBuilder text = new StringBuilder();
        while (next < source.text().length()) {
            char c = source.text().charAt(next++);
            if (c == '"') return text.toString();
            if (c < ' ') throw wrong(next - 1, "a line ends inside a text");
            text.append(c == '\\' ? escaped() : c);
        }
        throw wrong(at, "the text has no end: its closing quote is missing");
    }

    private char escaped() {
        int at = next - 1;
        char c = next < source.text().length() ? source.text().charAt(next++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hexadecimal(at);
            default -> throw wrong(at, "unknown escape: write \\\\ for a backslash");
        };
    }

    private char hexadecimal(int at) {
        int end = Math.min(next + 4, source.text().length());
        String digits = source.text().substring(next, end);
        if (!digits.matches("[0-9a-fA-F]{4}")) throw wrong(at, "\\u needs four hexadecimal digits");
        next = end;
        return (char) Integer.parseInt(digits, 16);
    }

    private Node word(int at) {
        while (next < source.text().length()
                && ",]}:\"{[ \t\r\n".indexOf(source.text().charAt(next)) < 0) next++;
        String word = source.text().substring(at, next);
        return switch (word) {
            case "true" -> new Flag(at, true);
            case "false" -> new Flag(at, false);
            case "null" -> new Nothing(at);
            default -> {
                if (word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) yield new Numeral(at, word);
                throw wrong(at, "expected a value; texts stand in double quotes");
            }
        };
    }

    private boolean taken(char wanted) {
        boolean there = next < source.text().length() && source.text().charAt(next) == wanted;
        if (there) next++;
        return there;
    }

    private void space() {
        while (next < source.text().length() && " \t\r\n".indexOf(source.text().charAt(next)) >= 0) next++;
    }
}
