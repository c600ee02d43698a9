package io.fulmar.app.fulmar;

import io.fulmar.domain.Currency;
import io.fulmar.domain.Decimal;
import io.fulmar.domain.Instrument;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.risk.Bound;
import io.fulmar.risk.Control;
import io.fulmar.risk.RiskLimits;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Limits and breakers as a file, see docs/risk-file.md. */
final class RiskFile {
    private static final List<String> KEYS = List.of("base", "controls", "strategies", "instruments", "allowed");
    private static final List<String> BOUND_KEYS = List.of("limit", "window", "rest", "recovery");
    private static final int PERCENT_DIGITS = 4;

    private final JsonFile json;
    private final JsonFile.Fields root;
    private final List<MarketData> markets;
    private final List<String> seats;

    private RiskFile(Path file, List<MarketData> markets, List<String> seats) {
        this.json = JsonFile.of(
                file,
                "--risk takes the word live, or a file such as {\"controls\": {\"orderShare\": \"50%\"}}: docs/risk-file.md");
        this.root = json.read(KEYS);
        this.markets = markets;
        this.seats = seats;
    }

    /** What live trading starts with. */
    static RiskLimits live(List<MarketData> markets) {
        return RiskLimits.live(ids(markets));
    }

    /** The limits of the file; {@code seats} are the names of the strategies, in their order. */
    static RiskLimits read(Path file, List<MarketData> markets, List<String> seats) {
        RiskFile risk = new RiskFile(file, markets, seats);
        try {
            return risk.limits();
        } catch (IllegalArgumentException e) {
            throw risk.json.wrong(risk.root.at(), String.valueOf(e.getMessage()));
        }
    }

    private static Set<Long> ids(List<MarketData> markets) {
        Set<Long> ids = new TreeSet<>();
        markets.forEach(market -> ids.add(market.instrument().id()));
        return ids;
    }

    private static String word(Control control) {
        StringBuilder word = new StringBuilder();
        for (String part : control.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    private static final List<String> WORDS =
            Arrays.stream(Control.values()).map(RiskFile::word).toList();

    private RiskLimits limits() {
        RiskLimits limits = base();
        limits = new RiskLimits(limits.account(), limits.seats(), limits.instruments(), allowed());
        Optional<JsonFile.Node> controls = root.find("controls");
        if (controls.isPresent()) {
            JsonFile.Fields fields = json.fields(controls.get(), WORDS);
            for (String key : fields.fields().keySet()) {
                limits = limits.with(control(key), bound(fields, key));
            }
        }
        return instruments(strategies(limits));
    }

    private RiskLimits base() {
        Optional<JsonFile.Node> node = root.find("base");
        String word = node.map(json::scalar).orElse("off");
        return switch (word) {
            case "off" -> RiskLimits.backtest();
            case "live" -> live(markets);
            default -> throw json.wrong(node.map(JsonFile.Node::at).orElse(0), "base is \"off\" or \"live\"");
        };
    }

    private Set<Long> allowed() {
        Optional<JsonFile.Node> node = root.find("allowed");
        if (node.isEmpty()) return ids(markets);
        if (!(node.get() instanceof JsonFile.Items items)) {
            throw json.wrong(node.get().at(), "allowed is a list of symbols");
        }
        Set<Long> ids = new TreeSet<>();
        for (JsonFile.Node item : items.items()) {
            markets.stream()
                    .map(MarketData::instrument)
                    .filter(instrument -> instrument.symbol().toString().equals(json.scalar(item)))
                    .map(Instrument::id)
                    .forEach(ids::add);
        }
        return ids;
    }

    private RiskLimits strategies(RiskLimits before) {
        Optional<JsonFile.Node> node = root.find("strategies");
        if (node.isEmpty()) return before;
        List<String> names = Stream.concat(seats.stream().map(RiskFile::className), seats.stream())
                .distinct()
                .toList();
        JsonFile.Fields named = json.fields(node.get(), names);
        RiskLimits limits = before;
        for (String name : names.stream().filter(named.fields()::containsKey).toList()) {
            JsonFile.Fields fields = json.fields(named.find(name).orElseThrow(), WORDS);
            for (String key : fields.fields().keySet()) {
                for (int seat = 0; seat < seats.size(); seat++) {
                    boolean meant = seats.get(seat).equals(name)
                            || className(seats.get(seat)).equals(name);
                    if (meant) limits = limits.withSeat(seat, control(key), bound(fields, key));
                }
            }
        }
        return limits;
    }

    /** Of {@code SmaCross#2} that is {@code SmaCross}: what is said of it holds for all its seats, unless one is named. */
    private static String className(String seat) {
        int mark = seat.indexOf('#');
        return mark < 0 ? seat : seat.substring(0, mark);
    }

    private RiskLimits instruments(RiskLimits before) {
        Optional<JsonFile.Node> node = root.find("instruments");
        if (node.isEmpty()) return before;
        List<String> symbols = markets.stream()
                .map(market -> market.instrument().symbol().toString())
                .toList();
        JsonFile.Fields named = json.fields(node.get(), symbols);
        RiskLimits limits = before;
        for (String symbol : named.fields().keySet()) {
            long id = markets.get(symbols.indexOf(symbol)).instrument().id();
            JsonFile.Fields fields = json.fields(named.find(symbol).orElseThrow(), WORDS);
            for (String key : fields.fields().keySet()) {
                limits = limits.withInstrument(id, control(key), bound(fields, key));
            }
        }
        return limits;
    }

    private static Control control(String word) {
        return Arrays.stream(Control.values())
                .filter(control -> word(control).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private Bound bound(JsonFile.Fields fields, String key) {
        Control control = control(key);
        JsonFile.Node node = fields.find(key).orElseThrow();
        return switch (node) {
            case JsonFile.Flag(int at, boolean on) -> {
                if (on && !control.live().on()) throw json.wrong(at, form(control));
                yield on ? control.live() : Bound.OFF;
            }
            case JsonFile.Fields object -> {
                JsonFile.Fields parts = json.fields(object, BOUND_KEYS);
                long limit = parts.find("limit")
                        .map(part -> limit(control, part))
                        .orElse(control.live().limit());
                yield new Bound(limit, span(control, parts));
            }
            case JsonFile.Text _, JsonFile.Numeral _ ->
                new Bound(limit(control, node), control.live().span());
            case JsonFile.Nothing _, JsonFile.Items _ -> throw json.wrong(node.at(), form(control));
        };
    }

    private long limit(Control control, JsonFile.Node node) {
        String text = json.scalar(node).strip();
        try {
            return switch (control.unit()) {
                case SWITCH -> throw json.wrong(node.at(), form(control));
                case LOTS, COUNT, BARS, SIGMA -> Long.parseLong(text);
                case MONEY -> currency().amount(Decimal.parse(text)).units();
                case PPM -> percent(control, node, text);
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw json.wrong(node.at(), form(control));
        }
    }

    private long percent(Control control, JsonFile.Node node, String text) {
        if (!text.endsWith("%")) throw json.wrong(node.at(), form(control));
        return Decimal.parse(text.substring(0, text.length() - 1).strip())
                .normalized()
                .rescaled(PERCENT_DIGITS)
                .mantissa();
    }

    private long span(Control control, JsonFile.Fields parts) {
        String key = switch (control.span()) {
            case NONE -> "";
            case WINDOW -> "window";
            case COOLDOWN -> "rest";
            case RECOVERY -> "recovery";
        };
        for (String other : List.of("window", "rest", "recovery")) {
            Optional<JsonFile.Node> found = parts.find(other);
            if (found.isPresent() && !other.equals(key)) {
                throw json.wrong(found.get().at(), word(control) + " has no " + other);
            }
        }
        Optional<JsonFile.Node> node = parts.find(key);
        if (node.isEmpty()) return control.live().span();
        String text = json.scalar(node.get());
        try {
            return control.span() == Control.Span.RECOVERY
                    ? Long.parseLong(text)
                    : Values.duration(key, text).toNanos();
        } catch (NumberFormatException | Failure e) {
            throw json.wrong(
                    node.get().at(), key + ": " + (e instanceof Failure ? "such as \"60s\"" : "a number of bars"));
        }
    }

    private Currency currency() {
        return markets.getFirst().instrument().settlement();
    }

    private static String form(Control control) {
        String word = word(control);
        return switch (control.unit()) {
            case SWITCH -> word + " is true or false";
            case LOTS -> word + " is a number of lots";
            case MONEY -> word + " is an amount of the account's currency, such as \"5000\"";
            case PPM -> word + " is a percentage in quotes, such as \"25%\", with at most 4 decimals";
            case COUNT -> word + " is a whole number";
            case BARS -> word + " is a number of bars";
            case SIGMA -> word + " is a whole number of standard deviations";
        };
    }
}
