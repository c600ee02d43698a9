package io.fulmar.venue.kit;

import io.fulmar.venue.kit.Message.Exactly;
import io.fulmar.venue.kit.Message.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The scanner's oracle: the same messages by way of Jackson, into objects. Duplicate fields and trailing tokens are refused. */
final class JacksonDecoder {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern DECIMAL = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
    private static final int DIGITS_MAX = 18;

    /** What no kind has. */
    private static final Object OTHER = new Object();

    /** A field does not hold what its kind has there. */
    private static final class Mistyped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mistyped(String field) {
            super(field, null, false, false);
        }
    }

    private JacksonDecoder() {}

    static Message decode(byte[] bytes, int from, int length) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Message.Refused("no object");
            }
            Map<String, Object> fields = object(parser);
            if (parser.nextToken() != null) {
                return new Message.Refused("something follows");
            }
            return typed(fields);
        } catch (JacksonException e) {
            return new Message.Refused(String.valueOf(e.getOriginalMessage()));
        } catch (Mistyped e) {
            return new Message.Refused("field " + e.getMessage());
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> {
                String digits = parser.getString();
                boolean plain = digits.length() <= DIGITS_MAX && digits.charAt(0) != '-';
                yield plain ? (Object) Long.valueOf(digits) : OTHER;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> OTHER;
        };
    }

    private static Message typed(Map<String, Object> f) {
        Object event = f.getOrDefault("e", f.get("A") instanceof String ? "bookTicker" : "");
        return switch (String.valueOf(event)) {
            case "aggTrade" ->
                new Message.Trade(
                        text(f, "s"),
                        whole(f, "E"),
                        whole(f, "T"),
                        whole(f, "a"),
                        whole(f, "f"),
                        whole(f, "l"),
                        decimal(f, "p"),
                        decimal(f, "q"),
                        !flag(f, "m"));
            case "bookTicker" ->
                new Message.Best(
                        text(f, "s"),
                        wholeOrNone(f, "E"),
                        wholeOrNone(f, "T"),
                        whole(f, "u"),
                        decimal(f, "b"),
                        decimal(f, "B"),
                        decimal(f, "a"),
                        decimal(f, "A"));
            case "depthUpdate" ->
                new Message.Depth(
                        text(f, "s"),
                        whole(f, "E"),
                        wholeOrNone(f, "T"),
                        whole(f, "U"),
                        whole(f, "u"),
                        wholeOrNone(f, "pu"),
                        levels(f, "b"),
                        levels(f, "a"));
            default -> new Message.Refused("unknown event");
        };
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text && !DECIMAL.matcher(text).matches()) {
            return text;
        }
        throw new Mistyped(name);
    }

    private static long whole(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new Mistyped(name);
    }

    private static long wholeOrNone(Map<String, Object> fields, String name) {
        return fields.containsKey(name) ? whole(fields, name) : -1;
    }

    private static boolean flag(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new Mistyped(name);
    }

    private static Exactly decimal(Map<String, Object> fields, String name) {
        return decimal(fields.getOrDefault(name, OTHER), name);
    }

    private static Exactly decimal(Object value, String name) {
        if (value instanceof String text) {
            Matcher match = DECIMAL.matcher(text);
            if (match.matches()) {
                String decimals = match.group(2) == null ? "" : match.group(2);
                String digits = match.group(1) + decimals;
                if (digits.length() <= DIGITS_MAX) {
                    return new Exactly(Long.parseLong(digits), decimals.length());
                }
            }
        }
        throw new Mistyped(name);
    }

    private static List<Level> levels(Map<String, Object> fields, String name) {
        if (!(fields.get(name) instanceof List<?> items)) {
            throw new Mistyped(name);
        }
        List<Level> levels = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof List<?> pair) || pair.size() != 2) {
                throw new Mistyped(name);
            }
            levels.add(new Level(decimal(pair.getFirst(), name), decimal(pair.getLast(), name)));
        }
        return levels;
    }
}
