package io.fulmar.research.robustness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An objective of the user's, in the flat part of YAML that it needs: keys with values, and two lists of keys one step further in.
 *
 * <pre>
 * name: steady
 * cost-stress: 0.5          # optional
 * terms:
 *   growth-bound: 1
 *   drawdown-tail: -2
 * gates:                    # optional
 *   trades: 50
 * </pre>
 *
 * What is not known, twice there or no number is refused with its line.
 */
public final class ObjectiveFile {
    private static final int LINES_MAX = 1_000;
    private static final int MISTAKES_MAX = 3;
    private static final String TERMS = "terms";
    private static final String GATES = "gates";
    private static final List<String> KEYS = List.of("name", "cost-stress", TERMS, GATES);
    private static final List<String> GATE_KEYS =
            List.of("trades", "trades-per-year", "best-trade-percent", "without-best-percent", "drawdown", "days");

    /** What is wrong, on which line, and how to mend it. */
    public static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String help;

        Fault(int line, String message, String help) {
            super(message, null, false, false);
            this.line = line;
            this.help = help;
        }

        /** From 1. */
        public int line() {
            return line;
        }

        public String help() {
            return help;
        }
    }

    /** @param line from 1 */
    record Setting(int line, String key, String value) {}

    private ObjectiveFile() {}

    /** Reads a file's text. */
    public static Objective read(String text) {
        return objective(settings(text));
    }

    private static List<Setting> settings(String text) {
        List<Setting> settings = new ArrayList<>();
        List<String> lines = text.lines().limit(LINES_MAX).toList();
        String list = "";
        for (int number = 1; number <= lines.size(); number++) {
            String line = withoutComment(lines.get(number - 1));
            if (line.isBlank() || line.strip().equals("---")) continue;
            if (line.indexOf('\t') >= 0) throw new Fault(number, "YAML has no tabs", "indent with two spaces");
            int colon = line.indexOf(':');
            if (colon < 0) throw new Fault(number, "'" + line.strip() + "' is no key with a value", "write KEY: VALUE");
            String key = line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            boolean inside = line.charAt(0) == ' ';
            if (inside && list.isEmpty()) {
                throw new Fault(number, key + " stands in no list", "write it below " + TERMS + ": or " + GATES + ":");
            }
            if (!inside) {
                known(number, "key", key, KEYS);
                list = key.equals(TERMS) || key.equals(GATES) ? key : "";
                if (!list.isEmpty() && !value.isEmpty()) {
                    throw new Fault(number, key + " is a list", "write its keys on lines of their own, two spaces in");
                }
            }
            if (inside || list.isEmpty()) settings.add(new Setting(number, inside ? list + "." + key : key, value));
        }
        return settings;
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return (hash < 0 ? line : line.substring(0, hash)).stripTrailing();
    }

    /** Made of dotted keys, each at most once. */
    static Objective objective(List<Setting> settings) {
        Map<String, Setting> found = new LinkedHashMap<>();
        Map<Term, Double> weights = new EnumMap<>(Term.class);
        for (Setting setting : settings) {
            Setting before = found.putIfAbsent(setting.key, setting);
            if (before != null) {
                throw new Fault(
                        setting.line, setting.key + " is there twice, first on line " + before.line, "keep one");
            }
            if (setting.key.startsWith(TERMS + ".")) weights.put(term(setting), number(setting));
            else if (setting.key.startsWith(GATES + ".")) {
                known(setting.line, "gate", setting.key.substring(GATES.length() + 1), GATE_KEYS);
            }
        }
        int last = settings.isEmpty() ? 1 : settings.getLast().line;
        Setting name = found.get("name");
        if (name == null || !name.value.matches("[A-Za-z][A-Za-z0-9_-]{0,39}")) {
            throw new Fault(
                    name == null ? 1 : name.line,
                    "an objective needs a name of letters, digits and dashes",
                    "write: name: steady");
        }
        if (weights.isEmpty()) {
            throw new Fault(last, "an objective needs at least one term", "write below terms: such as growth-bound: 1");
        }
        return made(name, weights, found);
    }

    private static Objective made(Setting name, Map<Term, Double> weights, Map<String, Setting> found) {
        Function<String, Optional<Setting>> gate = key -> Optional.ofNullable(found.get(GATES + "." + key));
        Gates usual = Gates.USUAL;
        try {
            Gates gates = new Gates(
                    (int) Math.min(1e9, number(gate.apply("trades"), usual.tradesMin())),
                    number(gate.apply("trades-per-year"), usual.tradesPerYear()),
                    number(gate.apply("best-trade-percent"), usual.bestTradePercent()),
                    number(gate.apply("without-best-percent"), usual.withoutBestPercent()),
                    number(gate.apply("drawdown"), usual.drawdown()),
                    number(gate.apply("days"), usual.daysMin()));
            double stress = number(Optional.ofNullable(found.get("cost-stress")), Objective.USUAL_STRESS);
            return new Objective(name.value, weights, stress, gates);
        } catch (IllegalArgumentException e) {
            throw new Fault(name.line, String.valueOf(e.getMessage()), "docs/robustness.md has the limits");
        }
    }

    private static Term term(Setting setting) {
        String word = setting.key.substring(TERMS.length() + 1);
        known(setting.line, "term", word, Term.words());
        return Term.find(word).orElseThrow();
    }

    private static double number(Optional<Setting> setting, double usual) {
        return setting.isPresent() ? number(setting.get()) : usual;
    }

    private static double number(Setting setting) {
        try {
            double number = Double.parseDouble(setting.value);
            if (Double.isFinite(number)) return number;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Fault(setting.line, setting.key + ": '" + setting.value + "' is no number", "write such as 0.5");
    }

    private static void known(int line, String kind, String word, List<String> known) {
        if (known.contains(word)) return;
        String near = known.stream()
                .min(Comparator.comparingInt(candidate -> mistakes(word, candidate)))
                .filter(candidate -> mistakes(word, candidate) <= MISTAKES_MAX)
                .map(candidate -> "did you mean '" + candidate + "'? ")
                .orElse("");
        throw new Fault(
                line, "there is no " + kind + " '" + word + "'", near + "there are: " + String.join(", ", known));
    }

    /** Letters to add, drop or change to turn one word into the other. */
    private static int mistakes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) row[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
