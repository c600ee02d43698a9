package io.fulmar.research.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A piece of a sweep that any machine can do which has the same engine, data and strategy: what it says and those three give the same
 * bytes everywhere. Some 600 bytes of JSON.
 *
 * @param sweep the sweep's id
 * @param number of the unit in the sweep, from 0
 * @param first place of its first combination in the order in which the sampler draws them
 * @param count how many places it has; some may hold nothing, see {@link Space}
 * @param numbers the combinations themselves where the sampler cannot tell them from {@code first} and {@code count}
 * @param codeHash of the strategy
 * @param markets where each of them is tried; of the data of each those bars count that lie in its window
 * @param settings costs, cash, limits and all else that changes results
 */
public record WorkUnit(
        String sweep,
        int number,
        long first,
        int count,
        List<Long> numbers,
        String engineHash,
        String codeHash,
        String spaceHash,
        List<Manifest.Market> markets,
        SequencedMap<String, String> settings,
        Measure measure) {

    /**
     * How what they did is scored; how the markets fared, which an objective may ask for, is in the data.
     *
     * @param objective as {@link io.fulmar.research.robustness.Objective#text} writes it: all of it
     * @param paths of the Monte Carlo
     */
    public record Measure(String objective, int paths, long seed) {}

    public WorkUnit {
        numbers = List.copyOf(numbers);
        markets = List.copyOf(markets);
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
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
        fields.put("engineHash", engineHash);
        fields.put("codeHash", codeHash);
        fields.put("spaceHash", spaceHash);
        fields.put("markets", markets.stream().map(Manifest.Market::fields).toList());
        fields.put("settings", settings);
        fields.put("objective", measure.objective);
        fields.put("paths", (long) measure.paths);
        fields.put("seed", measure.seed);
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
                fields.text("engineHash"),
                fields.text("codeHash"),
                fields.text("spaceHash"),
                fields.objects("markets").stream().map(Manifest.Market::of).toList(),
                fields.object("settings").map(),
                new Measure(fields.text("objective"), Math.toIntExact(fields.number("paths")), fields.number("seed")));
    }
}
