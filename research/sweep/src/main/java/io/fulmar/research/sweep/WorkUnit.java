package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A piece of a sweep that any machine can do which has the same engine, data and strategy: what it says and those three give the same
 * bytes everywhere. About 300 bytes of JSON.
 *
 * @param sweep the sweep's id
 * @param number of the unit in the sweep, from 0
 * @param first place of its first combination in the order in which the sampler draws them
 * @param count how many places it has; some may hold nothing, see {@link Space}
 * @param numbers the combinations themselves where the sampler cannot tell them from {@code first} and {@code count}
 * @param window bars of the data that count, as {@code from..to}
 */
public record WorkUnit(
        String sweep,
        int number,
        long first,
        int count,
        List<Long> numbers,
        String spaceHash,
        String dataHash,
        String window,
        String engineHash,
        String objective,
        long seed) {

    public WorkUnit {
        numbers = List.copyOf(numbers);
    }

    public String json() {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("sweep", sweep);
        fields.put("number", (long) number);
        fields.put("first", first);
        fields.put("count", (long) count);
        if (!numbers.isEmpty()) {
            fields.put("numbers", numbers);
        }
        fields.put("spaceHash", spaceHash);
        fields.put("dataHash", dataHash);
        fields.put("window", window);
        fields.put("engineHash", engineHash);
        fields.put("objective", objective);
        fields.put("seed", seed);
        return PlainJson.write(fields);
    }

    public static WorkUnit parse(String json) {
        JsonFields fields = JsonFields.parse(json);
        List<Long> numbers = new ArrayList<>();
        fields.longs("numbers").forEach(numbers::add);
        return new WorkUnit(
                fields.text("sweep"),
                Math.toIntExact(fields.number("number")),
                fields.number("first"),
                Math.toIntExact(fields.number("count")),
                numbers,
                fields.text("spaceHash"),
                fields.text("dataHash"),
                fields.text("window"),
                fields.text("engineHash"),
                fields.text("objective"),
                fields.number("seed"));
    }
}
