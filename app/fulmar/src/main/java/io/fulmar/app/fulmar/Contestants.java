package io.fulmar.app.fulmar;

import io.fulmar.domain.Size;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.strategy.ParameterSpec;
import io.fulmar.strategy.Parameters;
import io.fulmar.strategy.Strategies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Who takes part in a backtest: every strategy on every market, with its own parameters, share and priority. */
final class Contestants {
    private static final int PPM_SHIFT = 4;

    /** What a strategy has a seat for. */
    enum Role {
        /** Its own market, at whose bars it is asked. */
        HOME,
        /** Another that it trades. */
        LEG,
        /** One of these, in hedge mode, for its shorts. */
        SHORTS
    }

    /**
     * A strategy at a seat of the desk, in the desk's order: in its own market, in each other that it trades, and in hedge mode in all of
     * them once more, for its shorts.
     *
     * @param strategy its place among the compiled ones
     * @param role what the seat is for
     */
    record Seated(int strategy, String name, Record parameters, Role role, BacktestSetup.Contestant contestant) {
        boolean home() {
            return role == Role.HOME;
        }

        private Seated forShorts() {
            return new Seated(strategy, name, parameters, Role.SHORTS, contestant);
        }

        SequencedMap<String, String> texts() {
            return new LinkedHashMap<>(Parameters.texts(parameters));
        }
    }

    private final BacktestRequest.Strategies request;
    private final List<CompiledStrategies.One> strategies;

    private Contestants(BacktestRequest.Strategies request, List<CompiledStrategies.One> strategies) {
        this.request = request;
        this.strategies = strategies;
    }

    /** A strategy whose parameters are bound, not yet at a market. */
    record Bound(
            int strategy,
            CompiledStrategies.One one,
            Record parameters,
            List<String> trades,
            int priority,
            long sharePpm) {}

    /** Binds the parameters and asks what markets are traded, which runs code of the strategies and their records. */
    static List<Bound> bind(BacktestRequest request, CompiledStrategies compiled) {
        Contestants contestants = new Contestants(request.strategies(), compiled.strategies());
        contestants.check();
        List<Bound> bound = new ArrayList<>();
        for (int strategy = 0; strategy < contestants.strategies.size(); strategy++) {
            CompiledStrategies.One one = contestants.strategies.get(strategy);
            Record parameters = Parameters.bind(Strategies.parametersOf(one.type()), contestants.parameters(one));
            bound.add(new Bound(
                    strategy,
                    one,
                    parameters,
                    Strategies.otherMarkets(one.type(), parameters),
                    contestants.priority(one, strategy),
                    contestants.share(one)));
        }
        return bound;
    }

    /** Seats each at every market but those that it trades besides its own. */
    static List<Seated> seated(List<Bound> bound, List<MarketData> markets, boolean hedge) {
        List<Seated> seated = new ArrayList<>();
        for (Bound each : bound) {
            List<Integer> others = each.trades().stream()
                    .map(symbol -> market(each.one(), symbol, markets))
                    .toList();
            for (int market = 0; market < markets.size(); market++) {
                if (others.contains(market)) continue;
                List<Seated> seats = new ArrayList<>();
                seats.add(seat(each, market, Role.HOME));
                others.forEach(other -> seats.add(seat(each, other, Role.LEG)));
                if (hedge) List.copyOf(seats).forEach(seat -> seats.add(seat.forShorts()));
                seated.addAll(seats);
            }
            if (others.size() == markets.size()) {
                throw new Failure(
                                ErrorCode.BAD_CONFIGURATION,
                                each.one().name()
                                        + " names every market of this run as another, and is left without its own")
                        .help("give the market at whose bars it is to be asked: --csv SYMBOL=FILE");
            }
        }
        return seated;
    }

    private static Seated seat(Bound bound, int market, Role role) {
        CompiledStrategies.One one = bound.one();
        BacktestSetup.Contestant contestant = new BacktestSetup.Contestant(
                one.type(), bound.parameters(), one.source().codeHash(), market, bound.priority(), bound.sharePpm());
        return new Seated(bound.strategy(), one.name(), bound.parameters(), role, contestant);
    }

    private static int market(CompiledStrategies.One one, String symbol, List<MarketData> markets) {
        List<String> symbols = markets.stream()
                .map(market -> market.instrument().symbol().toString())
                .toList();
        if (symbols.contains(symbol)) return symbols.indexOf(symbol);
        Failure failure = new Failure(
                ErrorCode.BAD_CONFIGURATION, one.name() + " trades " + symbol + " too, and this run has no data of it");
        symbols.stream()
                .filter(known -> known.startsWith(symbol + ":"))
                .findFirst()
                .or(() -> Suggestion.nearest(symbol, symbols))
                .ifPresent(near -> failure.help("did you mean '" + near + "'?"));
        throw failure.help("give them all: --csv " + symbols.getFirst() + "=FILE --csv " + symbol + "=FILE");
    }

    private void check() {
        request.shares().keySet().forEach(name -> known("--share", name));
        request.priorities().keySet().forEach(name -> known("--priority", name));
        for (String key : request.parameters().keySet()) {
            int dot = key.indexOf('.');
            if (dot > 0) known("--param", key.substring(0, dot));
            else declared(key);
        }
    }

    private void known(String option, String name) {
        if (strategies.stream().anyMatch(one -> one.called(name))) return;
        List<String> names =
                strategies.stream().map(CompiledStrategies.One::name).toList();
        Failure failure = new Failure(ErrorCode.BAD_PARAMETER, option + " names no strategy of this run: " + name);
        Suggestion.nearest(name, names).ifPresent(near -> failure.help("did you mean '" + near + "'?"));
        throw failure.help("this run has " + String.join(", ", names));
    }

    /** A parameter for all must be one of at least one; of a strategy alone its record says so in more words. */
    private void declared(String parameter) {
        if (strategies.size() == 1) return;
        Set<String> all = new LinkedHashSet<>();
        strategies.forEach(one -> all.addAll(declaredBy(one)));
        if (all.contains(parameter)) return;
        Failure failure =
                new Failure(ErrorCode.BAD_PARAMETER, "no strategy of this run has a parameter '" + parameter + "'");
        Suggestion.nearest(parameter, all).ifPresent(near -> failure.help("did you mean '" + near + "'?"));
        throw failure.help("there are: " + String.join(", ", all));
    }

    private static List<String> declaredBy(CompiledStrategies.One one) {
        return Parameters.specs(Strategies.parametersOf(one.type())).stream()
                .map(ParameterSpec::name)
                .toList();
    }

    /** Those for all that it declares, overridden by those for its class, overridden by those for this seat of it. */
    private Map<String, String> parameters(CompiledStrategies.One one) {
        Map<String, String> own = new LinkedHashMap<>();
        List<String> declared = declaredBy(one);
        request.parameters().forEach((key, value) -> {
            boolean taken = strategies.size() == 1 || declared.contains(key);
            if (key.indexOf('.') < 0 && taken) own.put(key, value);
        });
        for (String prefix : new LinkedHashSet<>(List.of(one.className() + ".", one.name() + "."))) {
            request.parameters().forEach((key, value) -> {
                if (key.startsWith(prefix)) own.put(key.substring(prefix.length()), value);
            });
        }
        return own;
    }

    /** What was said of this seat, or else of its class. */
    private static Optional<String> said(Map<String, String> words, CompiledStrategies.One one) {
        return Optional.ofNullable(words.get(one.name())).or(() -> Optional.ofNullable(words.get(one.className())));
    }

    private int priority(CompiledStrategies.One one, int otherwise) {
        Optional<String> text = said(request.priorities(), one);
        try {
            return text.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--priority " + one.name() + "=" + text.get() + " cannot be used")
                    .help("it must be a whole number; the lowest is served first");
        }
    }

    private long share(CompiledStrategies.One one) {
        Optional<String> said = said(request.shares(), one);
        if (said.isEmpty()) return Size.WHOLE;
        String text = said.get();
        try {
            String bare =
                    text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
            long ppm = new BigDecimal(bare).movePointRight(PPM_SHIFT).longValueExact();
            if (ppm > 0 && ppm <= Size.WHOLE) return ppm;
        } catch (NumberFormatException | ArithmeticException e) {
            // said below
        }
        throw new Failure(ErrorCode.BAD_VALUE, "--share " + one.name() + "=" + text + " cannot be used")
                .help("it must be above 0% and at most 100%, with at most 4 decimals");
    }
}
