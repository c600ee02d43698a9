package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** An object of {@link PlainJson} and what it must hold; what is missing or of another kind is an {@link IllegalArgumentException}. */
record JsonFields(Map<?, ?> fields) {

    static JsonFields parse(String json) {
        if (PlainJson.read(json) instanceof Map<?, ?> fields) {
            return new JsonFields(fields);
        }
        throw new IllegalArgumentException("no object");
    }

    String text(String key) {
        if (fields.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + key);
    }

    long number(String key) {
        if (fields.get(key) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number " + key);
    }

    JsonFields object(String key) {
        if (fields.get(key) instanceof Map<?, ?> inner) {
            return new JsonFields(inner);
        }
        throw new IllegalArgumentException("no object " + key);
    }

    List<JsonFields> objects(String key) {
        List<JsonFields> objects = new ArrayList<>();
        if (fields.get(key) instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> inner)) {
                    throw new IllegalArgumentException("no object in " + key);
                }
                objects.add(new JsonFields(inner));
            }
        }
        return objects;
    }

    /** Empty when there is no such list. */
    List<Long> longs(String key) {
        List<Long> longs = new ArrayList<>();
        if (fields.get(key) instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Long number)) {
                    throw new IllegalArgumentException("no whole number in " + key);
                }
                longs.add(number);
            }
        }
        return longs;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (fields.get(key) instanceof List<?> list) {
            list.forEach(item -> texts.add(String.valueOf(item)));
            return texts;
        }
        throw new IllegalArgumentException("no list " + key);
    }

    /** All fields as texts. */
    SequencedMap<String, String> map() {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        fields.forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
        return map;
    }
}
