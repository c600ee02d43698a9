package io.fulmar.proof.benchmark;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The same fields by Jackson's streaming parser, as fast as we can: into longs, without a string for a number. Duplicates are not looked for. */
final class JacksonStream {
    private final JsonFactory factory = JsonFactory.builder().build();
    private final long[] levels = new long[4 * 4_096];

    /** A number that depends on every field, so that none can be left out. */
    long read(byte[] bytes, int from, int length) {
        long sum = 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "E", "T", "f", "l", "u", "U", "pu" -> sum += parser.getLongValue();
                    case "p", "q", "B", "A" -> sum += decimal(parser);
                    case "m" -> sum += value == JsonToken.VALUE_TRUE ? 1 : 0;
                    case "s" -> sum += parser.getStringLength();
                    case "a", "b" -> sum += either(parser, value);
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new IllegalStateException("something follows");
            }
        }
        return sum;
    }

    private long either(JsonParser parser, JsonToken value) {
        return switch (value) {
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_STRING -> decimal(parser);
            default -> levels(parser);
        };
    }

    private long levels(JsonParser parser) {
        int size = 0;
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            parser.nextToken();
            levels[size++] = decimal(parser);
            parser.nextToken();
            levels[size++] = decimal(parser);
            parser.nextToken();
        }
        return size == 0 ? 0 : levels[size - 1] + size / 2;
    }

    /** The digits of a decimal in a text. */
    private static long decimal(JsonParser parser) {
        char[] text = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int to = from + parser.getStringLength();
        long number = 0;
        for (int i = from; i < to; i++) {
            if (text[i] != '.') {
                number = number * 10 + (text[i] - '0');
            }
        }
        return number;
    }
}
