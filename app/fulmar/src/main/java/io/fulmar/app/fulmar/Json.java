package io.fulmar.app.fulmar;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes the little JSON that the command line itself says. */
final class Json {
    private Json() {}

    static String text(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) quoted.append("\\u%04x".formatted((int) c));
                    else quoted.append(c);
                }
            }
        }
        return quoted.append('"').toString();
    }

    static String texts(Collection<String> values) {
        return values.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
    }
}
