package io.fulmar.research.sweep;

import io.fulmar.research.robustness.Shortlist;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a sweep is: written before its first unit, compared before it goes on.
 *
 * @param engine version, and hash of the program's own classes
 * @param settings all that changes results and is said nowhere else, in a fixed order: costs, cash, limits
 * @param words the command line, files with their full paths, from which the sweep can be prepared again
 */
public record Manifest(
        Engine engine,
        Strategy strategy,
        List<Market> markets,
        Search search,
        SequencedMap<String, String> settings,
        List<String> words) {
    /** The setting by which only the best get all paths. */
    private static final String PRUNED = "--prune";

    /** Which program. */
    public record Engine(String version, String hash) {}

    /** Whose parameters. */
    public record Strategy(String name, String file, String codeHash) {}

    /**
     * Where. Equal hashes mean equal bars.
     *
     * @param window bars that count, as {@code from..to} in nanoseconds UTC
     * @param source the datasets of a lake and their revisions; empty where the bars came from files
     */
    public record Market(
            String symbol,
            String timeframe,
            String dataHash,
            long bars,
            String window,
            String currency,
            int digits,
            String source) {

        /** Of bars from files. */
        public Market(
                String symbol,
                String timeframe,
                String dataHash,
                long bars,
                String window,
                String currency,
                int digits) {
            this(symbol, timeframe, dataHash, bars, window, currency, digits, "");
        }

        /** The same bars, said to come from there. */
        public Market from(String otherSource) {
            return new Market(symbol, timeframe, dataHash, bars, window, currency, digits, otherSource);
        }

        /** What makes results what they are: where equal bars came from does not. */
        String identity() {
            return "Market[symbol=" + symbol + ", timeframe=" + timeframe + ", dataHash=" + dataHash + ", bars=" + bars
                    + ", window=" + window + ", currency=" + currency + ", digits=" + digits + "]";
        }

        /** From when on signals count, in nanoseconds UTC. */
        public long from() {
            return Long.parseLong(window.substring(0, window.indexOf("..")));
        }

        /** When the last bar that counts closes. */
        public long to() {
            return Long.parseLong(window.substring(window.indexOf("..") + 2));
        }

        SequencedMap<String, Object> fields() {
            SequencedMap<String, Object> fields = new LinkedHashMap<>();
            fields.put("symbol", symbol);
            fields.put("timeframe", timeframe);
            fields.put("dataHash", dataHash);
            fields.put("bars", bars);
            fields.put("window", window);
            fields.put("currency", currency);
            fields.put("digits", (long) digits);
            if (!source.isEmpty()) {
                fields.put("source", source);
            }
            return fields;
        }

        static Market of(JsonFields one) {
            return new Market(
                    one.text("symbol"),
                    one.text("timeframe"),
                    one.text("dataHash"),
                    one.number("bars"),
                    one.text("window"),
                    one.text("currency"),
                    Math.toIntExact(one.number("digits")),
                    one.fields().containsKey("source") ? one.text("source") : "");
        }
    }

    /**
     * Which combinations, and what for.
     *
     * @param objective as {@link io.fulmar.research.robustness.Objective#text} writes it
     * @param axes every parameter in declared order with its values, so that a number can be read without the strategy
     */
    public record Search(
            String spaceHash,
            long combinations,
            SequencedMap<String, List<String>> axes,
            String sampler,
            int units,
            String objective,
            int paths,
            long seed) {

        /** The parameters of a combination, as {@code --param} would give them. */
        public SequencedMap<String, String> parameters(long number) {
            SequencedMap<String, String> parameters = new LinkedHashMap<>();
            long rest = number;
            for (Map.Entry<String, List<String>> axis : axes.reversed().entrySet()) {
                int size = axis.getValue().size();
                parameters.putFirst(axis.getKey(), axis.getValue().get((int) (rest % size)));
                rest /= size;
            }
            return parameters;
        }

        private String words() {
            return String.join(
                    ", ",
                    combinations + " combinations (" + brief(spaceHash) + ")",
                    sampler,
                    "objective " + objective,
                    paths + " paths",
                    "seed " + seed);
        }
    }

    public Manifest {
        markets = List.copyOf(markets);
        words = List.copyOf(words);
    }

    /** One hash of all markets. */
    String dataHash() {
        StringBuilder all = new StringBuilder();
        markets.forEach(market -> all.append(market.identity()).append('\n'));
        return Sha.of(all.toString());
    }

    /** Of everything that makes the results what they are, and of nothing else: the same sweep in another folder has the same id. */
    public String id() {
        Search s = search;
        return Sha.of(String.join(
                "\n",
                strategy.codeHash,
                dataHash(),
                s.spaceHash,
                s.sampler,
                s.objective,
                Integer.toString(s.paths),
                Long.toString(s.seed),
                settings.toString()));
    }

    WorkUnit unit(int number, Drawing.Part part) {
        return new WorkUnit(
                id(),
                number,
                part.first(),
                part.count(),
                part.numbers(),
                engine.hash,
                strategy.codeHash,
                search.spaceHash,
                markets,
                settings,
                new WorkUnit.Measure(search.objective, unitPaths(), search.seed));
    }

    /** Paths that all combinations get; where the best alone get all of them, that is at the end. */
    private int unitPaths() {
        return settings.containsKey(PRUNED) ? Shortlist.roughPaths(search.paths) : search.paths;
    }

    /** What is different now, in words; empty when the sweep can go on. */
    List<String> changes(Manifest now) {
        List<String> changes = new ArrayList<>();
        if (!engine.equals(now.engine)) {
            changes.add("the engine: it was " + engine.version + " (" + brief(engine.hash) + "), it is "
                    + now.engine.version + " (" + brief(now.engine.hash) + ")");
        }
        if (!strategy.codeHash.equals(now.strategy.codeHash)) {
            changes.add("the strategy: " + now.strategy.file + " has other content");
        }
        if (!markets.equals(now.markets)) {
            changes.add("the data: " + differing(now));
        }
        if (!search.equals(now.search)) {
            changes.add("the space or how it is searched: it was " + search.words() + "; it is " + now.search.words());
        }
        if (!settings.equals(now.settings)) {
            changes.add("the settings: they were " + settings + ", they are " + now.settings);
        }
        return changes;
    }

    private static String brief(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private String differing(Manifest now) {
        for (int i = 0; i < Math.min(markets.size(), now.markets.size()); i++) {
            Market then = markets.get(i);
            Market other = now.markets.get(i);
            if (then.identity().equals(other.identity()) && !then.equals(other)) {
                return then.symbol + " at " + then.timeframe + " came from " + told(then.source) + ", it comes from "
                        + told(other.source);
            }
            if (!then.equals(other)) {
                return then.symbol + " at " + then.timeframe + " had " + then.bars + " bars (" + brief(then.dataHash)
                        + (then.source.isEmpty() ? "" : ", " + then.source) + "), it has " + other.bars + " ("
                        + brief(other.dataHash) + (other.source.isEmpty() ? "" : ", " + other.source) + ")";
            }
        }
        return "there were " + markets.size() + " markets, there are " + now.markets.size();
    }

    private static String told(String source) {
        return source.isEmpty() ? "a file" : source;
    }

    String json() {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        all.put("engine", "fulmar");
        all.put("version", engine.version);
        all.put("engineHash", engine.hash);
        all.put("sweep", id());
        all.put("strategy", strategy.name);
        all.put("file", strategy.file);
        all.put("codeHash", strategy.codeHash);
        all.put("markets", markets.stream().map(Market::fields).toList());
        all.put("spaceHash", search.spaceHash);
        all.put("combinations", search.combinations);
        all.put("axes", search.axes);
        all.put("sampler", search.sampler);
        all.put("units", (long) search.units);
        all.put("objective", search.objective);
        all.put("paths", (long) search.paths);
        all.put("seed", search.seed);
        all.put("settings", settings);
        all.put("words", words);
        return PlainJson.write(all) + "\n";
    }

    static Manifest parse(String json) {
        JsonFields all = JsonFields.parse(json);
        List<Market> markets = all.objects("markets").stream().map(Market::of).toList();
        JsonFields values = all.object("axes");
        SequencedMap<String, List<String>> axes = new LinkedHashMap<>();
        values.fields().keySet().forEach(name -> axes.put(String.valueOf(name), values.texts(String.valueOf(name))));
        Search search = new Search(
                all.text("spaceHash"),
                all.number("combinations"),
                axes,
                all.text("sampler"),
                Math.toIntExact(all.number("units")),
                all.text("objective"),
                Math.toIntExact(all.number("paths")),
                all.number("seed"));
        return new Manifest(
                new Engine(all.text("version"), all.text("engineHash")),
                new Strategy(all.text("strategy"), all.text("file"), all.text("codeHash")),
                markets,
                search,
                all.object("settings").map(),
                all.texts("words"));
    }
}
