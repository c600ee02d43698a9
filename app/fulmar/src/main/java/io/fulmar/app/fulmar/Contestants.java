package io.fulmar.app.fulmar;

import io.fulmar.domain.Size;
import io.fulmar.research.backtest.BacktestSetup;
import io.fulmar.research.backtest.MarketData;
import io.fulmar.strategy.Parameters;
import io.fulmar.strategy.Strategies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Who takes part in a backtest: every strategy on every market, with its own parameters, share and priority. */
final class Contestants {
    private static final int PPM_SHIFT = 4;

    /**
     * A strategy on a market.
     *
     * @param strategy its place among the compiled ones
     */
    record Seated(int strategy, String name, Record parameters, BacktestSetup.Contestant contestant) {
        SequencedMap<String, String> texts() {
            return new LinkedHashMap<>(Parameters.texts(parameters));
        }
    }

    private final BacktestRequest.Strategies request;
    private final List<String> names;

    private Contestants(BacktestRequest.Strategies request, List<String> names) {
        this.request = request;
        this.names = names;
    }

    /** A strategy whose parameters are bound, not yet at a market. */
    record Bound(int strategy, CompiledStrategies.One one, Record parameters, int priority, long sharePpm) {}

    /** Binds the parameters, which runs code of the strategies' records. */
    static List<Bound> bind(BacktestRequest request, CompiledStrategies compiled) {
        List<String> names =
                compiled.strategies().stream().map(CompiledStrategies.One::name).toList();
        Contestants contestants = new Contestants(request.strategies(), names);
        contestants.check();
        List<Bound> bound = new ArrayList<>();
        for (int strategy = 0; strategy < names.size(); strategy++) {
            CompiledStrategies.One one = compiled.strategies().get(strategy);
            Record parameters =
                    Parameters.bind(Strategies.parametersOf(one.type()), contestants.parameters(one.name()));
            bound.add(new Bound(
                    strategy, one, parameters, contestants.priority(strategy), contestants.share(one.name())));
        }
        return bound;
    }

    /** Seats each at every market. */
    static List<Seated> seated(List<Bound> bound, List<MarketData> markets) {
        List<Seated> seated = new ArrayList<>();
        for (Bound each : bound) {
            CompiledStrategies.One one = each.one();
            for (int market = 0; market < markets.size(); market++) {
                BacktestSetup.Contestant contestant = new BacktestSetup.Contestant(
                        one.type(),
                        each.parameters(),
                        one.source().codeHash(),
                        market,
                        each.priority(),
                        each.sharePpm());
                seated.add(new Seated(each.strategy(), one.name(), each.parameters(), contestant));
            }
        }
        return seated;
    }

    private void check() {
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new Failure(ErrorCode.WRONG_ARGUMENTS, "two strategies are called " + name)
                        .help("every strategy of a run has its own name");
            }
        }
        request.shares().keySet().forEach(name -> known("--share", name));
        request.priorities().keySet().forEach(name -> known("--priority", name));
        for (String key : request.parameters().keySet()) {
            int dot = key.indexOf('.');
            if (dot > 0) known("--param", key.substring(0, dot));
        }
    }

    private void known(String option, String name) {
        if (names.contains(name)) return;
        Failure failure = new Failure(ErrorCode.BAD_PARAMETER, option + " names no strategy of this run: " + name);
        Suggestion.nearest(name, names).ifPresent(near -> failure.help("did you mean '" + near + "'?"));
        throw failure.help("this run has " + String.join(", ", names));
    }

    /** Those for all, overridden by those for this one. Of several strategies each takes what it declares. */
    private Map<String, String> parameters(String name) {
        Map<String, String> own = new LinkedHashMap<>();
        request.parameters().forEach((key, value) -> {
            if (key.indexOf('.') < 0) own.put(key, value);
        });
        request.parameters().forEach((key, value) -> {
            if (key.startsWith(name + ".")) own.put(key.substring(name.length() + 1), value);
        });
        return own;
    }

    private int priority(int strategy) {
        String text = request.priorities().get(names.get(strategy));
        try {
            return text == null ? strategy : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Failure(ErrorCode.BAD_VALUE, "--priority " + names.get(strategy) + "=" + text + " cannot be used")
                    .help("it must be a whole number; the lowest is served first");
        }
    }

    private long share(String name) {
        String text = request.shares().get(name);
        if (text == null) return Size.WHOLE;
        try {
            String bare =
                    text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
            long ppm = new BigDecimal(bare).movePointRight(PPM_SHIFT).longValueExact();
            if (ppm > 0 && ppm <= Size.WHOLE) return ppm;
        } catch (NumberFormatException | ArithmeticException e) {
            // said below
        }
        throw new Failure(ErrorCode.BAD_VALUE, "--share " + name + "=" + text + " cannot be used")
                .help("it must be above 0% and at most 100%, with at most 4 decimals");
    }
}
